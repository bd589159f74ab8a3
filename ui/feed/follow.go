package feed

import (
	"context"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/address"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui"
	"lede/ui/widget"
)

// followTime is how long the feed of a page may take to come.
const followTime = time.Minute

// followedMsg says what became of an address whose feed was to be followed.
type followedMsg struct {
	url   string
	added model.FeedAdded
	err   error
}

// Follow follows the feed of the page at an address, and says so. The user chooses among several.
func Follow(a *ui.App, url string) tea.Cmd {
	feeds := a.Feeds
	return tea.Batch(a.Notify("Looking for the feed of "+address.Name(url)+" …"), func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), followTime)
		defer cancel()
		added, err := feeds.FollowFeed(ctx, url)
		return followedMsg{url, added, err}
	})
}

// Report implements what ui wants of a message that says itself what has been done.
func (m followedMsg) Report(a *ui.App) tea.Cmd {
	name := clean.Line(m.added.Feed.Called())
	switch {
	case m.err != nil:
		return a.Fail("follow the feed of "+address.Name(m.url), m.err)
	case len(m.added.Choices) > 0:
		return a.Push(choose(a, m.added.Choices))
	case !m.added.New:
		return a.Notify("You follow " + name + " already.")
	}
	changed := func() tea.Msg { return ui.StoreChangedMsg{} }
	return tea.Batch(a.Notify("You follow "+name+" now: "+figure.Articles(m.added.Entries)+"."), changed)
}

// maxChoices is how many feeds of a page are offered: each has a digit.
const maxChoices = 9

// choose is the overlay of the feeds of a page.
func choose(a *ui.App, choices []model.FeedChoice) ui.Screen {
	var rows []widget.MenuRow
	for i, c := range choices[:min(len(choices), maxChoices)] {
		row := widget.MenuRow{
			Key: strconv.Itoa(i + 1), Label: clean.Line(c.Title), Detail: clean.Line(c.URL),
			Take: func() tea.Cmd { return Follow(a, c.URL) },
		}
		if row.Label == "" {
			row.Label, row.Detail = row.Detail, ""
		}
		rows = append(rows, row)
	}
	return widget.NewMenu(&a.Env, "Which feed?", "", rows)
}
