package feed

import (
	"cmp"
	"context"
	"strings"
	"time"

	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui"
)

// Ask returns the feeds that the user follows, and the accounts on servers. feeds may be nil.
func Ask(ctx context.Context, feeds ui.Feeds) (Shelf, error) {
	if feeds == nil {
		return Shelf{}, nil
	}
	all, err := feeds.Feeds(ctx)
	if err != nil {
		return Shelf{}, err
	}
	shelf := NewShelf(all)
	shelf.Accounts, err = feeds.Accounts(ctx)
	return shelf, err
}

// AccountName is what an account is called on the screen.
func AccountName(a *model.AccountState) string {
	return cmp.Or(clean.Line(a.Name), "one that is not in the settings")
}

// AccountHealth is what is to be known of how syncing with an account goes, a line a thing.
func AccountHealth(a *model.AccountState, now time.Time) []string {
	var lines []string
	add := func(name, text string) { lines = appendFact(lines, name, text) }
	server := a.Server
	if server != "" && a.User != "" {
		server += ", as " + a.User
	}
	add("server", server)
	add("feeds", figure.Number(a.Feeds))
	if a.Synced.IsZero() {
		add("last sync", "never: press enter on the account, or use lede sync "+AccountName(a))
	} else {
		add("last sync", ago(a.Synced, now))
		add("it brought", Brought(&a.Last))
		add("it sent", Changes(a.Last.Sent))
	}
	add("to be sent", waiting(a))
	if a.Error != "" {
		add("last try", ago(a.Tried, now))
		add("problem", a.Error)
	}
	if a.Until.After(now) {
		add("next try", Clock(a.Until, now)+": the server asks to be left alone until then")
	}
	for _, note := range a.Last.Notes {
		add("note", note)
	}
	return lines
}

// bringing is what is to be known of the account that brings a feed.
func bringing(a *model.AccountState, now time.Time) []string {
	if a == nil {
		return appendFact(nil, "account", "a server brings it: lede account list")
	}
	return append(appendFact(nil, "account", AccountName(a)), AccountHealth(a, now)...)
}

// waiting is what the next sync sends.
func waiting(a *model.AccountState) string {
	if a.Waiting == 0 {
		return "nothing"
	}
	return Changes(a.Waiting) + ", with the next sync"
}

// Changes is a number of changes that were sent, or are to be.
func Changes(n int) string {
	switch n {
	case 0:
		return "nothing"
	case 1:
		return "1 change"
	}
	return figure.Number(n) + " changes"
}

// Brought sums up what has come with a sync.
func Brought(x *model.Exchange) string {
	var parts []string
	for _, p := range []struct {
		n    int
		text string
	}{
		{x.New, "new"},
		{x.Changed, "changed"},
		{x.Read, "read elsewhere"},
		{x.Unread, "unread again"},
		{x.Starred, "starred elsewhere"},
		{x.Unstarred, "no longer starred"},
	} {
		if p.n > 0 {
			parts = append(parts, figure.Number(p.n)+" "+p.text)
		}
	}
	if x.Feeds > 0 {
		parts = append(parts, count(x.Feeds)+" added")
	}
	if x.Gone > 0 {
		parts = append(parts, count(x.Gone)+" removed")
	}
	return cmp.Or(strings.Join(parts, ", "), "nothing")
}
