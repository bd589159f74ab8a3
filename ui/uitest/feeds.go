package uitest

import (
	"context"

	"lede/model"
)

// FakeFeeds are feeds in memory.
type FakeFeeds struct {
	Found    map[string]model.FeedAdded // what comes of following an address
	Followed []model.Subscription       // by folder and name
	Steps    []model.Refresh            // of each refresh
	Held     chan model.Refresh         // in place of Steps: those that the test sends; nil for Steps
	Asked    []context.Context          // of the refreshes
	Only     []model.ID                 // what the last one was for; nil for everything
	Synced   []model.AccountState       // accounts on servers
}

// FollowFeed implements ui.Feeds.
func (f *FakeFeeds) FollowFeed(_ context.Context, url string) (model.FeedAdded, error) {
	added, ok := f.Found[url]
	if !ok {
		return added, Sentence("There is no feed at " + url + ".")
	}
	return added, nil
}

// Feeds implements ui.Feeds.
func (f *FakeFeeds) Feeds(context.Context) ([]model.Subscription, error) { return f.Followed, nil }

// Accounts implements ui.Feeds.
func (f *FakeFeeds) Accounts(context.Context) ([]model.AccountState, error) { return f.Synced, nil }

// Refresh implements ui.Feeds.
func (f *FakeFeeds) Refresh(ctx context.Context, only ...model.ID) <-chan model.Refresh {
	f.Asked, f.Only = append(f.Asked, ctx), only
	if f.Held != nil {
		return f.Held
	}
	steps := make(chan model.Refresh, len(f.Steps))
	for _, s := range f.Steps {
		steps <- s
	}
	close(steps)
	return steps
}
