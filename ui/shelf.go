package ui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// shelved is a related link with the label that it stands under.
type shelved struct {
	model.Link
	label string
}

// newShelf is the overlay of the related links of an article, gathered: enter opens one here if the library can, else
// in the browser, o always in the browser, y copies it. A headline without an address is looked for.
func newShelf(r *reader) *menu {
	links := r.shelf()
	rows := make([]menuRow, len(links))
	labelled := labels(links) > 1
	for i, l := range links {
		rows[i] = menuRow{label: cmp.Or(l.Title, l.URL), detail: r.whereLink(l.Link), take: func() tea.Cmd { return r.takeShelved(l.Link) }}
		if labelled && (i == 0 || l.label != links[i-1].label) {
			rows[i].lead = l.label
		}
	}
	head := "Also read"
	if !labelled && len(links) > 0 && links[0].label != "" {
		head = links[0].label
	}
	m := newMenu(r.app, head, "", rows)
	k := &r.app.keys.reader
	m.extra = []menuKey{
		{k.Browse, func(row int) tea.Cmd { return r.browseShelved(m, row, links[row].Link) }},
		{k.Copy, func(row int) tea.Cmd { return r.copyLink(links[row].Link) }},
	}
	return m
}

// shelf are the related links of the article.
func (r *reader) shelf() []shelved {
	var links []shelved
	for _, i := range r.items.related {
		b := r.items.all[i].block.(model.Related)
		for _, l := range b.Links {
			links = append(links, shelved{l, b.Label})
		}
	}
	return links
}

// labels is how many labels links stand under.
func labels(links []shelved) int {
	seen := map[string]bool{}
	for _, l := range links {
		seen[l.label] = true
	}
	return len(seen)
}

// whereLink tells where a link leads, and whether the library holds it: "courier.example ✓ kept", without the word where there is
// little room.
func (r *reader) whereLink(l model.Link) string {
	if l.URL == "" {
		return "no address"
	}
	where := hostEnd(l.URL, maxHost)
	switch holding := r.held.of(l.URL); {
	case holding == render.NotHeld:
		return where
	case r.app.w < fullWidth:
		return where + " " + holding.Sign()
	default:
		return where + " " + holding.String()
	}
}

// takeShelved follows a link of the shelf, whose host stands beside it; one whose text misleads has to be confirmed.
func (r *reader) takeShelved(l model.Link) tea.Cmd {
	if misleads(l.Title, l.URL) {
		return r.askLink(l, r.followLink)
	}
	return r.followLink(l)
}

// browseShelved shows a link of the shelf in the browser. The shelf stays for the next one; a headline without an address is looked for.
func (r *reader) browseShelved(m *menu, row int, l model.Link) tea.Cmd {
	switch {
	case l.URL == "":
		return m.take(row)
	case misleads(l.Title, l.URL):
		return r.askLink(l, r.browseLink)
	}
	return r.app.browse(l.URL)
}
