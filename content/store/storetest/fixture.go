package storetest

import (
	"context"
	"time"

	"lede/content/store"
	"lede/content/store/draft"
	"lede/content/store/follow"
	"lede/content/store/ledger"
	"lede/model"
)

// FixtureAccount is the account of a fixture, whose server has its feed.
func FixtureAccount() model.ID { return model.NewID("account", "fixture") }

// FillAccount syncs with a server that does not know yet that the article is starred.
func FillAccount(ctx context.Context, s *store.Store, guid string) error {
	l, id := s.Ledger(), FixtureAccount()
	if _, err := l.Open(ctx, id); err != nil {
		return err
	}
	if err := l.KeepState(ctx, model.AccountState{ID: id, Server: "Miniflux 2", Synced: Noon}); err != nil {
		return err
	}
	feed, cursor := FixtureFeed(), "c:41"
	listed := ledger.Feed{Remote: "7", Address: feed.URL, Title: "Courier"}
	if _, _, err := l.KeepFeeds(ctx, id, 0, []ledger.Feed{listed}); err != nil {
		return err
	}
	link := ledger.Link{Remote: "41", Feed: "7", GUID: guid, Hash: "h"}
	_, err := s.KeepDelivery(ctx, &store.Delivery{Account: id, Links: []ledger.Link{link}, Cursor: &cursor})
	return err
}

// FixtureFeed is the feed of a fixture.
func FixtureFeed() model.Subscription {
	return model.Subscription{
		URL: "https://courier.example/feed", Name: "The Courier", Folder: "News/Daily", Site: "https://courier.example/",
		FeedOptions: model.FeedOptions{Tags: []string{"morning"}, Keep: 50},
		ETag:        "W/\"a\\b\"", Modified: "Tue, 5 May 2026 06:00:00 GMT",
	}
}

// FillFeeds subscribes to a feed that has brought an article.
func FillFeeds(ctx context.Context, s *store.Store, article model.ID) error {
	done, err := s.Feeds.Subscribe(ctx, FixtureFeed())
	if err != nil {
		return err
	}
	feed := FixtureFeed()
	feed.ID, feed.Title, feed.Tried, feed.Due = done[0].ID, "Courier", Noon, Noon.Add(time.Hour)
	feed.FeedState = model.FeedState{Added: Noon, Tried: Noon, Due: Noon.Add(time.Hour), Came: Noon, Status: 200}
	a, _, err := s.Get(ctx, article)
	if err != nil {
		return err
	}
	r, err := draft.Prepare(model.Record{Article: a})
	if err != nil {
		return err
	}
	const guid = "tag:harbour"
	_, err = s.Feeds.Keep(ctx,
		follow.Answer{Feed: feed, Entries: []follow.Entry{{GUID: guid, Said: 7, Ready: r}}, GUIDs: []string{guid}})
	if err != nil {
		return err
	}
	return FillAccount(ctx, s, guid)
}
