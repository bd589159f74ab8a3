package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// newPackMenu is the overlay of what can be brought in for reading offline.
func newPackMenu(r *reader) *menu {
	a, p := r.app, r.app.packing
	var rows []menuRow
	if p.running() {
		rows = append(rows, menuRow{key: "s", label: "stop", detail: p.String(), take: func() tea.Cmd {
			p.stopped = true
			p.end()
			return nil
		}})
	} else {
		article := *r.article()
		related, all := r.text.items.linked(false), r.text.items.linked(true)
		if len(related) > 0 {
			rows = append(rows, menuRow{key: "r", label: "it and its related links", detail: r.links.count(related), take: func() tea.Cmd {
				return a.pack(article, false)
			}})
		}
		if len(all) > len(related) {
			rows = append(rows, menuRow{key: "l", label: "it and all links of its text", detail: r.links.count(all), take: func() tea.Cmd {
				return a.pack(article, true)
			}})
		}
		if len(rows) == 0 {
			rows = append(rows, menuRow{key: "k", label: "it alone, it has no links", take: r.keeping.star})
		}
	}
	if p != nil && len(p.errs) > 0 {
		rows = append(rows, menuRow{key: "e", label: "what was not brought in", detail: number(len(p.errs)), take: func() tea.Cmd {
			return a.push(newProblems(&a.env, p.errs))
		}})
	}
	return newMenu(&a.env, "Keep for reading offline", "", rows)
}

// linked are the pages that the article links to, each once: by its related links, or by all of its text.
func (it *items) linked(all bool) []string {
	var pages []string
	seen := map[string]bool{it.article.URL: true}
	add := func(urls []string) {
		for _, url := range urls {
			page, _, _ := strings.Cut(url, "#")
			if !seen[page] && model.LeadsToPage(url) {
				seen[page] = true
				pages = append(pages, url)
			}
		}
	}
	for _, i := range it.all {
		switch b := i.block.(type) {
		case model.Related:
			add(addressesOf(b.Links))
		case model.Prose:
			if all {
				add(render.Addresses(b.Source))
			}
		case model.Notice, model.Post, model.Code, model.Image, nil:
		}
	}
	return pages
}

// count counts links, and those of them that the library holds: "12 · 3 kept".
func (l *links) count(urls []string) string {
	kept := 0
	for _, url := range urls {
		if l.of(url) != render.NotHeld {
			kept++
		}
	}
	text := number(len(urls))
	if kept > 0 {
		text += " · " + number(kept) + " kept"
	}
	return text
}
