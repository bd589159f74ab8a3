// Package feeds follows feeds: it subscribes to them, asks for them when they may be asked for, and keeps what they
// and the servers of accounts bring.
//
// Start with Desk.Refresh.
package feeds

import (
	"context"
	"net/url"
	"os/exec"
	"slices"
	"strings"
	"time"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/reading"
	"lede/content/shelf"
	"lede/content/store"
	"lede/model"
	"lede/model/address"
)

// Options is what a Desk is made of.
type Options struct {
	Web      *fetch.Web      // fetches feeds, or nil
	Accounts []model.Account // servers that a refresh of everything syncs with
	Config   string          // the file of settings: the passwords of accounts are beside it
	// Start starts a command of the user's; nil means (*exec.Cmd).Start.
	Start func(*exec.Cmd) error
	Rest  func(ctx context.Context, d time.Duration) error // waits
}

// Desk is where the feeds of a library come in. Its methods may be called from several goroutines at once.
type Desk struct {
	*reading.Reader
	o Options
}

// New returns the desk of a reader's library.
func New(r *reading.Reader, o Options) *Desk { return &Desk{r, o} }

// Of returns the feed that an article was made of; ok is false when it is none.
func Of(a model.Article) (f model.Feed, ok bool) {
	if a.Format != model.FeedFormat {
		return model.Feed{}, false
	}
	f, err := parse.ReadFeed(a.Source, a.Base)
	return f, err == nil
}

// Feeds returns the feeds of the library with how many of their entries are here, by folder and name.
func (l *Desk) Feeds(ctx context.Context) ([]model.Subscription, error) {
	return shelf.Ask(ctx, l.Shelf, func(s *store.Store) ([]model.Subscription, error) {
		feeds, err := s.Feeds.Counted(ctx)
		if err == nil {
			err = l.withSyncing(ctx, s, feeds)
		}
		return feeds, err
	})
}

// IsHome reports whether an address is on the server of a feed that may be at a private address, since the user typed
// that feed's.
func (l *Desk) IsHome(ctx context.Context, url string) bool {
	server := address.Server(url)
	all, err := shelf.Ask(ctx, l.Shelf, func(s *store.Store) ([]model.Subscription, error) { return s.Feeds.All(ctx) })
	return err == nil && server != "" && slices.ContainsFunc(all, func(f model.Subscription) bool {
		return f.Home && address.Server(f.URL) == server
	})
}

// Subscribe adds feeds without asking for them, and tells, in their order, what became of each. Those that are there
// already get the tags, and a name and a folder where they have none.
func (l *Desk) Subscribe(ctx context.Context, feeds ...model.Subscription) ([]model.Subscribed, error) {
	return shelf.Ask(ctx, l.Shelf, func(s *store.Store) ([]model.Subscribed, error) {
		return s.Feeds.Subscribe(ctx, feeds...)
	})
}

// EditFeed keeps what the user has made of a feed: its address, name, folder and options. It returns
// db.ErrNotFound when there is no such feed, and db.ErrMany when another one has its address.
func (l *Desk) EditFeed(ctx context.Context, feed model.Subscription) error {
	return l.Tell(ctx, func(s *store.Store) error { return s.Feeds.Edit(ctx, feed) })
}

// ResumeFeed has a feed asked for again that is paused, gone, or another one by now.
func (l *Desk) ResumeFeed(ctx context.Context, feed model.Subscription) error {
	return l.Tell(ctx, func(s *store.Store) error { return s.Feeds.Resume(ctx, feed.ID) })
}

// Unsubscribe forgets feeds, and returns how many there were. Their entries stay, but with trash those that nothing
// else brings, and that the user has done nothing with, go to the trash; title says so for Undo.
func (l *Desk) Unsubscribe(ctx context.Context, title string, trash bool, ids ...model.ID) (int, error) {
	return shelf.Ask(ctx, l.Shelf, func(s *store.Store) (int, error) {
		return s.Feeds.Unsubscribe(ctx, title, trash, ids...)
	})
}

// Address is the address of a feed as a user may have written or pasted it: feed: stands for http:, and where
// nothing is said, https: is meant.
func Address(raw string) string {
	raw = strings.TrimSpace(raw)
	lower := strings.ToLower(raw)
	for _, scheme := range []string{"feed:https://", "feed:http://"} {
		if strings.HasPrefix(lower, scheme) {
			return raw[len("feed:"):]
		}
	}
	switch {
	case strings.HasPrefix(lower, "feed://"):
		return "http" + raw[len("feed"):]
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"), strings.Contains(raw, "://"):
		return raw
	case strings.Contains(raw, ".") && !strings.ContainsAny(raw, " \\"):
		return "https://" + raw
	}
	return raw
}

// hostOf is the host that a feed is asked of, "" when its address is none.
func hostOf(feed string) string {
	u, err := url.Parse(feed)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}

// nameOf is what a feed is called in a message: never with a password.
func nameOf(s *model.Subscription) string {
	if s.Name == "" && s.Title == "" {
		if checked, err := address.Check(s.URL, ""); err != nil || checked == "" {
			return "a feed without an address"
		}
	}
	return s.Called()
}
