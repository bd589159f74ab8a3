package content

import (
	"strings"
	"time"

	"lede/content/parse/feed"
	"lede/content/store"
	"lede/model"
)

// before finds what is known of an item by the feed's own ID, or by one that another reader has made for it: then
// former is that one.
func before(known map[string]store.Item, it *model.Item) (was store.Item, there bool, former string) {
	if was, there = known[it.ID]; there {
		return was, true, ""
	}
	if it.URL == "" {
		return byTitle(known, it)
	}
	if was, there = known[it.URL]; there {
		return was, true, it.URL
	}
	for guid, was := range known {
		if rest, ok := strings.CutPrefix(guid, it.URL); ok && sameMoment(feed.Date(rest), it) {
			return was, true, guid
		}
	}
	return byTitle(known, it)
}

// byTitle finds an item without an ID and an address by its title.
func byTitle(known map[string]store.Item, it *model.Item) (was store.Item, there bool, former string) {
	if it.Title == "" || !strings.HasPrefix(it.ID, "sha256:") {
		return was, false, ""
	}
	was, there = known[it.Title]
	return was, there, it.Title
}

// sameMoment reports whether a date is one of an item's.
func sameMoment(t time.Time, it *model.Item) bool {
	return !t.IsZero() && (t.Equal(it.Published) || t.Equal(it.Updated))
}
