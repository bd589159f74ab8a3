package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/figure"
	"lede/ui"
	"lede/ui/reader/box"
	"lede/ui/reader/hint"
	"lede/ui/reader/text"
	"lede/ui/reader/trail"
	"lede/ui/render"
	"lede/ui/widget"
)

// links are the links of an article: where they lead, what the library holds of them, and how they are followed.
type links struct {
	reader *reader
	held   text.Holdings
	hints  *hint.Hints // while the links in view are labelled, or nil
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
		Text: hint.LeadsTo(to.URL), Host: ui.Host(to.URL), Says: to.Title,
		Yes: "open", Do: func() tea.Cmd { return do(to) },
	})
}

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

// count counts links, and those of them that the library holds: "12 · 3 kept".
func (l *links) count(urls []string) string {
	kept := 0
	for _, url := range urls {
		if l.of(url) != render.NotHeld {
			kept++
		}
	}
	text := figure.Number(len(urls))
	if kept > 0 {
		text += " · " + figure.Number(kept) + " kept"
	}
	return text
}

// shelfActions is what a reader does with a link of the shelf.
func (l *links) shelfActions() box.ShelfActions {
	tables := &l.reader.tables
	return box.ShelfActions{
		Where: l.where, Take: l.takeShelved, Copy: l.copy, Browse: l.browseShelved,
		BrowseRow: tables.row(ui.BrowseAction), CopyRow: tables.row("copy"),
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
