package storetest

import (
	"testing"

	"lede/content/store"
	"lede/content/store/draft"
	"lede/content/store/follow"
	"lede/model"
)

// Subscribed subscribes to a feed at an address and returns it.
func Subscribed(t *testing.T, s *store.Store, url string, o model.FeedOptions) model.Subscription {
	t.Helper()
	if _, err := s.Feeds.Subscribe(t.Context(), model.Subscription{URL: url, FeedOptions: o}); err != nil {
		t.Fatal(err)
	}
	feeds, err := s.Feeds.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range feeds {
		if f.URL == url {
			return f
		}
	}
	t.Fatalf("there is no feed %s", url)
	return model.Subscription{}
}

// EntryOf makes an entry of an article; its ID is that of the GUID in a feed.
func EntryOf(t *testing.T, feed model.Subscription, guid string, a model.Article) follow.Entry {
	t.Helper()
	a.ID = model.NewID(string(feed.ID), guid)
	r, err := draft.Prepare(model.Record{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	return follow.Entry{GUID: guid, Said: 1, Ready: r}
}

// Came keeps entries that stand in a feed, and returns what became of them.
func Came(t *testing.T, s *store.Store, feed model.Subscription, entries ...follow.Entry) []model.Kept {
	t.Helper()
	guids := []string{}
	for _, e := range entries {
		guids = append(guids, e.GUID)
	}
	kept, err := s.Feeds.Keep(t.Context(), follow.Answer{Feed: feed, Entries: entries, GUIDs: guids})
	if err != nil {
		t.Fatal(err)
	}
	return kept[0]
}
