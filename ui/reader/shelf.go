package reader

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/render"
	"lede/ui/widget"
)

// newShelf is the overlay of the related links of an article, gathered: enter opens one here if the library can, else
// in the browser, o always in the browser, y copies it. A headline without an address is looked for.
func newShelf(r *reader) *widget.Menu {
	links := r.text.Items.Shelf()
	rows := make([]widget.MenuRow, len(links))
	labelled := labels(links) > 1
	for i, l := range links {
		rows[i] = widget.MenuRow{Label: cmp.Or(l.Title, l.URL), Detail: r.links.where(l.Link), Take: func() tea.Cmd {
			return r.links.takeShelved(l.Link)
		}}
		if labelled && (i == 0 || l.Label != links[i-1].Label) {
			rows[i].Lead = l.Label
		}
	}
	head := "Also read"
	if !labelled && len(links) > 0 && links[0].Label != "" {
		head = links[0].Label
	}
	m := widget.NewMenu(&r.app.Env, head, "", rows)
	m.Extra = []widget.MenuKey{
		{Row: r.tables.row(ui.BrowseAction), Do: func(row int) tea.Cmd {
			return r.links.browseShelved(m, row, links[row].Link)
		}},
		{Row: r.tables.row("copy"), Do: func(row int) tea.Cmd { return r.links.copy(links[row].Link) }},
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
