package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// followLink opens a link whose host the reader has been shown: as an article if it can be one, a headline without an address by
// looking for it, and anything else in the browser.
func (r *reader) followLink(l model.Link) tea.Cmd {
	if l.URL == "" {
		return r.lookUp(l.Title)
	}
	if held, ok := r.held[l.URL]; ok && !r.app.opens(l.URL) {
		return r.follow(stop{ref: string(held.ID), url: l.URL, title: held.Title})
	}
	if r.app.opens(l.URL) {
		return r.follow(stop{ref: l.URL, url: l.URL, title: r.titleOf(l)})
	}
	return r.app.browse(l.URL)
}

// opens tells whether an address can be opened as an article.
func (a *App) opens(url string) bool { return a.Opens != nil && a.Opens(url) }

// titleOf is the title of what a link leads to, as far as it is known: words that are an address are none.
func (r *reader) titleOf(l model.Link) string {
	if held := r.held[l.URL].Title; held != "" {
		return held
	}
	if strings.Contains(l.Title, "://") || l.Title == host(l.URL) {
		return ""
	}
	return l.Title
}

// askLink asks before it does something with a link whose text looks like another address.
func (r *reader) askLink(l model.Link, do func(model.Link) tea.Cmd) tea.Cmd {
	return r.app.ask(question{
		text: leadsTo(l.URL), host: host(l.URL), says: l.Title,
		yes: "open", do: func() tea.Cmd { return do(l) },
	})
}

// leadsTo begins a sentence with the host that an address leads to.
func leadsTo(url string) string { return "It leads to " + hostEnd(url, maxHost) }

// browseLink shows a link in the browser, and looks for a headline without an address.
func (r *reader) browseLink(l model.Link) tea.Cmd {
	if l.URL == "" {
		return r.lookUp(l.Title)
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

// browseArticle shows the article's own page in the browser, after the reader has seen its host.
func (r *reader) browseArticle() tea.Cmd {
	a := r.items.article
	if a.URL == "" {
		return r.app.notify("The source gives no address for this article.")
	}
	return r.app.askBrowse(a.URL)
}
