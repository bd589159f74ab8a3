package follow_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/store/db"
	"lede/content/store/follow"
	"lede/content/store/storetest"
	"lede/model"
)

// hows are what became of entries, in words.
func hows(kept []model.Kept) string {
	var b strings.Builder
	for _, k := range kept {
		fmt.Fprint(&b, k.How, " ")
	}
	return strings.TrimSpace(b.String())
}

func TestValidatorsComeBackByteForByte(t *testing.T) {
	s := storetest.Open(t)
	feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
	for _, tag := range []string{`"a"`, `W/"a"`, "bare", `"a""b"`, `\"x\"`, "\"\xff\xfe\"", "\"é\"", ""} {
		feed.ETag, feed.Modified = tag, "Tuesday, "+tag
		storetest.Came(t, s, feed)
		if got := storetest.Subscribed(t, s, feed.URL, model.FeedOptions{}); got.ETag != tag ||
			got.Modified != "Tuesday, "+tag {
			t.Errorf("%q came back as %q and %q", tag, got.ETag, got.Modified)
		}
	}
}

func TestAFeedIsSubscribedToOnce(t *testing.T) {
	s, ctx := storetest.Open(t), t.Context()
	url := "https://a.example/feed"
	first := model.Subscription{URL: url, Name: "Tides", ETag: `"1"`}
	again := model.Subscription{URL: url, Name: "Other", Folder: "News", ETag: `"2"`}
	first.Tags, again.Tags = []string{"sea"}, []string{"Sea", "coast"}
	done, err := s.Feeds.Subscribe(ctx, first, again)
	if err != nil || !done[0].New || done[1].New || done[0].ID != done[1].ID {
		t.Fatalf("subscribing twice: %v, %v", done, err)
	}
	feeds, err := s.Feeds.All(ctx)
	if err != nil || len(feeds) != 1 {
		t.Fatal(feeds, err)
	}
	f := feeds[0]
	if f.Name != "Tides" || f.Folder != "News" || f.ETag != `"1"` || cmp.Diff([]string{"sea", "coast"}, f.Tags) != "" {
		t.Errorf("it is %+v", f)
	}
}

func TestAChangedEntryKeepsItsIDAndItsEarlierText(t *testing.T) {
	s := storetest.Open(t)
	feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
	first := storetest.Story("", "Harbour towns brace", "Ada Okafor", storetest.Tides()...)
	id := storetest.Came(t, s, feed, storetest.EntryOf(t, feed, "1", first))[0].ID
	newer := storetest.Story("", "Harbour towns have braced", "Ada Okafor",
		append(storetest.Tides(), "The search is over.")...)
	newer.Published = storetest.Noon
	kept := storetest.Came(t, s, feed, storetest.EntryOf(t, feed, "1", newer))[0]
	if kept.ID != id || kept.How != model.Updated {
		t.Errorf("it is %+v, want an update of %s", kept, id)
	}
	if versions, err := s.Versions(t.Context(), id); err != nil || len(versions) != 2 {
		t.Errorf("its versions are %v (%v)", versions, err)
	}
}

func TestAnArticleFromTwoFeedsIsOnce(t *testing.T) {
	s := storetest.Open(t)
	one := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
	two := storetest.Subscribed(t, s, "https://a.example/topics/sea.xml", model.FeedOptions{})
	a := storetest.Story(storetest.Harbour, "Harbour towns brace", "", storetest.Tides()...)
	id := storetest.Came(t, s, one, storetest.EntryOf(t, one, "1", a))[0].ID
	kept := storetest.Came(t, s, two, storetest.EntryOf(t, two, "x1", a))[0]
	if kept.ID != id || kept.How != model.Known {
		t.Errorf("it is %+v, want the known %s", kept, id)
	}
	feeds, err := s.Feeds.Counted(t.Context())
	if err != nil || feeds[0].Entries != 1 || feeds[1].Unread != 1 {
		t.Errorf("the feeds are %+v (%v)", feeds, err)
	}
}

func TestEntriesThatStandInAFeedTogetherStayApart(t *testing.T) {
	s := storetest.Open(t)
	feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
	a := storetest.Story("https://a.example/status", "All is well", "", storetest.Tides()...)
	b := storetest.Story("https://a.example/status", "All is well", "",
		append(storetest.Tides(), "So it was an hour ago.")...)
	kept := storetest.Came(t, s, feed, storetest.EntryOf(t, feed, "2", a), storetest.EntryOf(t, feed, "1", b))
	if hows(kept) != "added added" || kept[0].ID == kept[1].ID {
		t.Errorf("they are %+v", kept)
	}
	rows := storetest.Rows(t, s)
	if len(rows) != 2 || rows[0].ID != kept[0].ID {
		t.Errorf("the first of the feed is not the newest: %v", rows)
	}
}

func TestTheSameWordsOnAnotherDayAreAnotherEntry(t *testing.T) {
	s := storetest.Open(t)
	feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
	at := func(guid string, day int) follow.Entry {
		a := storetest.Story("", "Today at the harbour", "", storetest.Tides()...)
		a.Published = storetest.Noon.AddDate(0, 0, day)
		return storetest.EntryOf(t, feed, guid, a)
	}
	for _, c := range []struct {
		guid string
		day  int
		want string
	}{{"1", -2, "added"}, {"2", -1, "added"}, {"other", -1, "known"}} {
		if got := hows(storetest.Came(t, s, feed, at(c.guid, c.day))); got != c.want {
			t.Errorf("%s is %s, want %s", c.guid, got, c.want)
		}
	}
}

func TestAnEntryWithANewIDIsKnownByItsPage(t *testing.T) {
	s := storetest.Open(t)
	feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
	a := storetest.Story(storetest.Harbour, "Harbour towns brace", "", storetest.Tides()...)
	id := storetest.Came(t, s, feed, storetest.EntryOf(t, feed, "1", a))[0].ID
	for _, guid := range []string{"2", "3"} {
		if kept := storetest.Came(t, s, feed, storetest.EntryOf(t, feed, guid, a))[0]; kept.ID != id ||
			kept.How != model.Known {
			t.Errorf("%s is %+v, want %s", guid, kept, id)
		}
	}
	e := storetest.EntryOf(t, feed, "4", a)
	e.Was = "3"
	if kept := storetest.Came(t, s, feed, e)[0]; kept.ID != id {
		t.Errorf("known as 3 before, it is %+v", kept)
	}
	items, err := s.Feeds.Items(t.Context(), feed.ID)
	if err != nil || items["3"].Article != "" || items["4"].Article != id {
		t.Errorf("the entries are %v (%v)", items, err)
	}
}

func TestWhatIsRemovedForGoodDoesNotComeBack(t *testing.T) {
	s, ctx := storetest.Open(t), t.Context()
	feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
	e := storetest.EntryOf(t, feed, "1",
		storetest.Story(storetest.Harbour, "Harbour towns brace", "", storetest.Tides()...))
	id := storetest.Came(t, s, feed, e)[0].ID
	if _, err := s.Mark(ctx, "", []model.ID{id}, model.StatusChange{Removed: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Empty(ctx); err != nil {
		t.Fatal(err)
	}
	e.Said = 2
	storetest.Came(t, s, feed, e)
	if rows := storetest.Rows(t, s); len(rows) != 0 {
		t.Errorf("it came back: %v", rows)
	}
	storetest.Came(t, s, feed)
	if items, err := s.Feeds.Items(ctx, feed.ID); err != nil || len(items) != 0 {
		t.Errorf("the feed has it no more, and it is remembered: %v (%v)", items, err)
	}
}

func TestRetentionSparesWhatTheUserHasDoneSomethingWith(t *testing.T) {
	s, ctx := storetest.Open(t), t.Context()
	feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{Keep: 1, MaxAge: 30})
	other := storetest.Subscribed(t, s, "https://b.example/feed", model.FeedOptions{})
	var entries []follow.Entry
	for i := range 8 {
		text := fmt.Sprintf("%s %d", strings.Join(storetest.Tides(), " "), i)
		a := storetest.Story(fmt.Sprintf("https://a.example/%d", i), fmt.Sprint("Tide ", i), "", text)
		a.Published = storetest.Noon.AddDate(0, 0, -i)
		entries = append(entries, storetest.EntryOf(t, feed, fmt.Sprint(i), a))
	}
	var ids []model.ID
	for _, k := range storetest.Came(
		t, s, storetest.Subscribed(t, s, "https://c.example/feed", model.FeedOptions{}), entries...) {
		ids = append(ids, k.ID)
	}
	if _, err := s.Feeds.Unsubscribe(ctx, "", false, model.SubscriptionID("https://c.example/feed")); err != nil {
		t.Fatal(err)
	}
	for _, do := range []func() error{
		func() error {
			return storetest.Err(s.Mark(ctx, "", ids[1:2], model.StatusChange{Starred: storetest.True()}))
		},
		func() error {
			return storetest.Err(s.Mark(ctx, "", ids[2:3], model.StatusChange{Saved: storetest.True()}))
		},
		func() error { return storetest.Err(s.Tag(ctx, "", ids[3:4], []string{"Sea"}, nil)) },
		func() error { return s.KeepPlace(ctx, ids[4], model.Place{Block: 1}, 30) },
		func() error {
			return storetest.Err(s.Mark(ctx, "", ids[6:7], model.StatusChange{Read: storetest.True()}))
		},
	} {
		storetest.Must(t, do())
	}
	storetest.Came(t, s, other, storetest.EntryOf(t, other, "5", entries[5].Article))
	storetest.Came(t, s, feed, entries...)
	var left []string
	for _, r := range storetest.Rows(t, s) {
		left = append(left, strings.TrimPrefix(r.Title, "Tide "))
	}
	if diff := cmp.Diff([]string{"0", "1", "2", "3", "4", "5"}, left); diff != "" {
		t.Errorf("what is left (-want +got)\n%s", diff)
	}
}

func TestUnsubscribeLeavesOrRemovesTheEntries(t *testing.T) {
	s, ctx := storetest.Open(t), t.Context()
	for _, trash := range []bool{false, true} {
		feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
		storetest.Came(t, s, feed,
			storetest.EntryOf(t, feed, "1",
				storetest.Story(storetest.Harbour, "Harbour towns brace", "", storetest.Tides()...)))
		if n, err := s.Feeds.Unsubscribe(ctx, "removed", trash, feed.ID, "0000"); n != 1 || err != nil {
			t.Fatal(n, err)
		}
		if rows := storetest.Rows(t, s); (len(rows) == 0) != trash {
			t.Errorf("with trash %t the entries are %v", trash, rows)
		}
	}
	if title, _, err := s.Undo(ctx); title != "removed" || err != nil || len(storetest.Rows(t, s)) != 1 {
		t.Errorf("undone: %q, %v", title, err)
	}
}

func TestAnEditedAddressStartsAnew(t *testing.T) {
	s, ctx := storetest.Open(t), t.Context()
	feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
	other := storetest.Subscribed(t, s, "https://b.example/feed", model.FeedOptions{})
	feed.ETag, feed.Due, feed.Tried, feed.Failures = `"1"`, storetest.Noon.Add(time.Hour), storetest.Noon, 3
	storetest.Came(t, s, feed)
	feed.URL, feed.Name = other.URL, "Tides"
	if err := s.Feeds.Edit(ctx, feed); !errors.Is(err, db.ErrMany) {
		t.Errorf("the address of another feed: %v", err)
	}
	feed.URL = "https://a.example/new"
	storetest.Must(t, s.Feeds.Edit(ctx, feed))
	got := storetest.Subscribed(t, s, feed.URL, model.FeedOptions{})
	anew := got.ETag == "" && got.Due.IsZero() && got.Failures == 0
	if !anew || got.ID != feed.ID || got.Name != "Tides" || !got.Tried.Equal(storetest.Noon) {
		t.Errorf("it is %+v", got)
	}
}

func TestADateToComeSortsByArrival(t *testing.T) {
	s := storetest.Open(t)
	feed := storetest.Subscribed(t, s, "https://a.example/feed", model.FeedOptions{})
	later := storetest.Story("", "Later", "",
		"It has not happened yet, and is told of all the same, as it will have been.")
	later.Published = storetest.Noon.AddDate(1, 0, 0)
	storetest.Came(t, s, feed, storetest.EntryOf(t, feed, "1", later))
	now := storetest.Story("", "Now", "", "It has happened at noon, and no sooner, whatever was said of it before.")
	now.Published = storetest.Noon.Add(time.Second)
	storetest.Put(t, s, now)
	if rows := storetest.Rows(t, s); len(rows) != 2 || rows[0].Title != "Now" {
		t.Errorf("the rows are %v", rows)
	}
}
