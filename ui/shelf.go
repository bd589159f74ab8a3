package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// newShelf is the overlay of the related links of an article, gathered: enter opens one here if the library can, else
// in the browser; o always in the browser; y copies it.
func newShelf(r *reader) *menu {
	var rows []menuRow
	var links []model.Link
	for _, i := range r.items.related {
		b := r.items.all[i].block.(model.Related)
		for _, l := range b.Links {
			detail := "no address"
			if l.URL != "" {
				detail = host(l.URL)
			}
			links = append(links, l)
			rows = append(rows, menuRow{label: l.Title, detail: detail, take: func() tea.Cmd { return r.followLink(l) }})
		}
	}
	m := newMenu(r.app, "Also read", "", rows)
	k := &r.app.keys.reader
	m.extra = []menuKey{
		{k.Browse, func(row int) tea.Cmd { return r.browseLink(links[row]) }},
		{k.Copy, func(row int) tea.Cmd { return r.copyLink(links[row]) }},
	}
	return m
}

// followLink opens a link as an article if the library can open it, else in the browser.
func (r *reader) followLink(l model.Link) tea.Cmd {
	if l.URL != "" && r.app.Opens != nil && r.app.Opens(l.URL) {
		return r.follow(stop{ref: l.URL, title: l.Title})
	}
	return r.browseLink(l)
}

func (r *reader) browseLink(l model.Link) tea.Cmd {
	if l.URL == "" {
		return r.app.notify("The source gives no address for it; y copies the title.")
	}
	return r.app.browse(l.URL)
}

// copyLink copies a link's address, or its title when it has none.
func (r *reader) copyLink(l model.Link) tea.Cmd {
	if l.URL == "" {
		return r.app.copyText("title", l.Title)
	}
	return r.app.copyText("link", l.URL)
}
