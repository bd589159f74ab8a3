package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/reader/trail"
	"lede/ui/render"
)

// links are the links of an article: where they lead, what the library holds of them, and how they are followed.
type links struct {
	reader *reader
	held   text.Holdings
	hints  *hints // while the links in view are labelled, or nil
}

// follow opens a link whose host the reader has been shown: as an article if it can be one, a headline without an
// address by looking for it, and anything else in the browser.
func (l *links) follow(to model.Link) tea.Cmd {
	if to.URL == "" {
		return l.lookUp(to.Title)
	}
	if held, ok := l.held[to.URL]; ok && !l.reader.app.CanOpen(to.URL) {
		return l.reader.trip.follow(trail.Stop{Ref: string(held.ID), URL: to.URL, Title: held.Title})
	}
	if l.reader.app.CanOpen(to.URL) {
		return l.reader.trip.follow(trail.Stop{Ref: to.URL, URL: to.URL, Title: l.titleOf(to)})
	}
	return l.reader.app.Browse(to.URL)
}

// titleOf is the title of what a link leads to, as far as it is known: words that are an address are none.
func (l *links) titleOf(to model.Link) string {
	if held := l.held[to.URL].Title; held != "" {
		return held
	}
	if strings.Contains(to.Title, "://") || to.Title == ui.Host(to.URL) {
		return ""
	}
	return to.Title
}

// confirm asks before it does something with a link whose text looks like another address.
func (l *links) confirm(to model.Link, do func(model.Link) tea.Cmd) tea.Cmd {
	return l.reader.app.Ask(ui.Question{
		Text: leadsTo(to.URL), Host: ui.Host(to.URL), Says: to.Title,
		Yes: "open", Do: func() tea.Cmd { return do(to) },
	})
}

// leadsTo begins a sentence with the host that an address leads to.
func leadsTo(url string) string { return "It leads to " + ui.HostEnd(url, ui.MaxHost) }

// browse shows a link in the browser, and looks for a headline without an address.
func (l *links) browse(to model.Link) tea.Cmd {
	if to.URL == "" {
		return l.lookUp(to.Title)
	}
	return l.reader.app.Browse(to.URL)
}

// copy copies a link's address, or its title when it has none.
func (l *links) copy(to model.Link) tea.Cmd {
	if to.URL == "" {
		return l.reader.app.CopyText("title", to.Title)
	}
	return l.reader.app.CopyText("link", to.URL)
}

// take follows a link that was clicked. One that leads to the browser, or whose text misleads, has to be confirmed.
func (l *links) take(v text.VisibleLink) tea.Cmd {
	switch to := v.Link(); {
	case ui.Misleads(v.Text, v.URL):
		return l.confirm(to, l.follow)
	case v.Outside:
	case to.URL == "" || l.reader.app.CanOpen(to.URL) || l.of(to.URL) != render.NotHeld:
		return l.follow(to)
	}
	return l.reader.app.AskBrowse(v.URL)
}
