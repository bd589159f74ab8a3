package reader

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader/text"
	"lede/ui/render"
	"lede/ui/widget"
)

// shelfDoes is what is done with a link of the shelf, and what of it the help names.
type shelfDoes struct {
	where              func(model.Link) string // where it leads
	take, copy         func(model.Link) tea.Cmd
	browse             func(m *widget.Menu, row int, to model.Link) tea.Cmd
	browseRow, copyRow action.Row
}

// newShelf is the overlay of the related links of an article, gathered: enter opens one here if the library can, else
// in the browser, o always in the browser, y copies it. A headline without an address is looked for.
func newShelf(env *widget.Env, links []text.Shelved, does shelfDoes) *widget.Menu {
	rows := make([]widget.MenuRow, len(links))
	labelled := labels(links) > 1
	for i, l := range links {
		rows[i] = widget.MenuRow{Label: cmp.Or(l.Title, l.URL), Detail: does.where(l.Link), Take: func() tea.Cmd {
			return does.take(l.Link)
		}}
		if labelled && (i == 0 || l.Label != links[i-1].Label) {
			rows[i].Lead = l.Label
		}
	}
	head := "Also read"
	if !labelled && len(links) > 0 && links[0].Label != "" {
		head = links[0].Label
	}
	m := widget.NewMenu(env, head, "", rows)
	m.Extra = []widget.MenuKey{
		{Row: does.browseRow, Do: func(row int) tea.Cmd { return does.browse(m, row, links[row].Link) }},
		{Row: does.copyRow, Do: func(row int) tea.Cmd { return does.copy(links[row].Link) }},
	}
	return m
}

// labels is how many labels links stand under.
func labels(links []text.Shelved) int {
	seen := map[string]bool{}
	for _, l := range links {
		seen[l.Label] = true
	}
	return len(seen)
}

// shelfDoes is what a reader does with a link of the shelf.
func (r *reader) shelfDoes() shelfDoes {
	l := &r.links
	return shelfDoes{
		where: l.where, take: l.takeShelved, copy: l.copy, browse: l.browseShelved,
		browseRow: r.tables.row(ui.BrowseAction), copyRow: r.tables.row("copy"),
	}
}

// where is where a link leads, and whether the library holds it: "courier.example ✓ kept", without the word where
// there is little room.
func (l *links) where(to model.Link) string {
	if to.URL == "" {
		return "no address"
	}
	where := ui.HostEnd(to.URL, ui.MaxHost)
	switch holding := l.of(to.URL); {
	case holding == render.NotHeld:
		return where
	case l.reader.app.W < widget.FullWidth:
		return where + " " + holding.Sign()
	default:
		return where + " " + holding.String()
	}
}

// takeShelved follows a link of the shelf, whose host stands beside it; one whose text misleads has to be confirmed.
func (l *links) takeShelved(to model.Link) tea.Cmd {
	if ui.Misleads(to.Title, to.URL) {
		return l.confirm(to, l.follow)
	}
	return l.follow(to)
}

// browseShelved shows a link of the shelf in the browser. The shelf stays for the next one; a headline without an
// address is looked for.
func (l *links) browseShelved(m *widget.Menu, row int, to model.Link) tea.Cmd {
	switch {
	case to.URL == "":
		return m.Take(row)
	case ui.Misleads(to.Title, to.URL):
		return l.confirm(to, l.browse)
	}
	return l.reader.app.Browse(to.URL)
}
