package box

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/action"
	"lede/ui/reader/text"
	"lede/ui/widget"
)

// ShelfActions is what is done with a link of the shelf, and what of it the help names.
type ShelfActions struct {
	Where              func(model.Link) string // where it leads
	Take, Copy         func(model.Link) tea.Cmd
	Browse             func(m *widget.Menu, row int, to model.Link) tea.Cmd
	BrowseRow, CopyRow action.Row
}

// Shelf is the overlay of the related links of an article, gathered: enter opens one here if the library can, else
// in the browser, o always in the browser, y copies it. A headline without an address is looked for.
func Shelf(env *widget.Env, links []text.Shelved, does ShelfActions) *widget.Menu {
	rows := make([]widget.MenuRow, len(links))
	labelled := labels(links) > 1
	for i, l := range links {
		rows[i] = widget.MenuRow{Label: cmp.Or(l.Title, l.URL), Detail: does.Where(l.Link), Take: func() tea.Cmd {
			return does.Take(l.Link)
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
		{Row: does.BrowseRow, Do: func(row int) tea.Cmd { return does.Browse(m, row, links[row].Link) }},
		{Row: does.CopyRow, Do: func(row int) tea.Cmd { return does.Copy(links[row].Link) }},
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
