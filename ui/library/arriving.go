package library

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model/address"
	"lede/ui/feed"
)

// Pasted implements pasted: addresses that are pasted into the list are kept.
func (l *library) Pasted(text string) tea.Cmd {
	pages := pagesIn(text)
	if len(pages) == 0 {
		return l.app.Notify("There is no address in what was pasted: paste one, and lede keeps its page.")
	}
	return l.app.Add(pages)
}

// pagesIn returns the addresses of pages in a text, each once.
func pagesIn(text string) []string {
	var pages []string
	f := address.Finder{Text: text}
	for from, to := f.Next(0); from >= 0; from, to = f.Next(to) {
		if url := f.URL(from, to); address.LeadsToPage(url) && !slices.Contains(pages, url) {
			pages = append(pages, url)
		}
	}
	return pages
}

// refresh asks for what is new in the feeds.
func refresh(l *library) tea.Cmd { return l.refresh.Start(l.ctx, l.app) }

func stopRefresh(l *library) tea.Cmd {
	l.refresh.Stop()
	return nil
}

// refreshed shows what feeds have brought.
func (l *library) refreshed(msg feed.RefreshedMsg) tea.Cmd {
	cmd := l.refresh.Take(l.app, msg)
	if msg.Done || len(msg.Step.Fresh) > 0 {
		return tea.Batch(cmd, l.kept())
	}
	return cmd
}

func noFeeds(l *library) string {
	if l.app.Feeds == nil {
		return "No feeds are followed here."
	}
	return ""
}

// noFeedOf says why the feed of the selected article's site cannot be followed.
func noFeedOf(l *library) string {
	if why := noFeeds(l); why != "" {
		return why
	}
	return noAddress(l)
}

func noRefresh(l *library) string {
	if !l.refresh.Running() {
		return "No feed is being asked for."
	}
	return ""
}
