package index_test

import (
	"fmt"
	"slices"
	"testing"

	"lede/content/store"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// shelved fills a library with articles, some of which have come by feeds, and returns what there is.
func shelved(t *testing.T) (*store.Store, []model.Record) {
	t.Helper()
	s := storetest.Open(t)
	daily := storetest.Subscribed(t, s, "https://daily.example/feed", model.FeedOptions{})
	daily.Name, daily.Folder = "The Daily", "News/Daily"
	storetest.Must(t, s.Feeds.Edit(t.Context(), daily))
	tides := storetest.Subscribed(t, s, "https://tides.example/rss", model.FeedOptions{})
	var records []model.Record
	for i := range 40 {
		text := fmt.Sprintf("Gauge %d rose by %d.5 m.", i, i%7)
		a := storetest.Story(fmt.Sprintf("https://daily.example/%d", i), fmt.Sprintf("LIVE %d: tide", i), "", text)
		a.Byline, a.Site = []string{fmt.Sprintf("Ida %d Berg", i%3)}, fmt.Sprintf("Site %d", i%4)
		r := model.Record{Article: a}
		switch i % 3 {
		case 0:
			id := storetest.Came(t, s, daily, storetest.EntryOf(t, daily, fmt.Sprint(i), a))[0].ID
			r.Article.ID, r.Feeds = id, []model.Subscription{daily}
		case 1:
			id := storetest.Came(t, s, tides, storetest.EntryOf(t, tides, fmt.Sprint(i), a))[0].ID
			r.Article.ID, r.Feeds = id, []model.Subscription{tides}
		default:
			r.Article.ID = storetest.Put(t, s, a).ID
		}
		if i%5 == 0 {
			read := model.StatusChange{Read: storetest.True()}
			if _, err := s.Mark(t.Context(), "", []model.ID{r.Article.ID}, read); err != nil {
				t.Fatal(err)
			}
			r.Status.Read = true
		}
		records = append(records, r)
	}
	return s, records
}

// TestPatternsAndFeedsFindWhatMatches holds what the file and the index answer to what Match says.
func TestPatternsAndFeedsFindWhatMatches(t *testing.T) {
	s, records := shelved(t)
	for _, text := range []string{
		`title:~^live\s[0-9]:`, `title:~2`, `by:~"^ida [01]"`, `site:~[02]$`, `text:~"rose by [45]\.5"`, `text:~live`,
		`text:~"ida 2"`,
		`feed:daily`, `feed:~^tides`, `feed:courier`, `folder:news`, `folder:news/daily`, `folder:daily`,
		`-folder:news`, `-feed:~.`,
		`is:unread text:~"by 3"`, `-text:~"by 3"`, `gauge text:~"by 3" sort:title`, `(text:~"by 3" OR feed:daily) is:read`,
		`tide -(text:~"by [0-5]" title:~[0-5]:)`, `text:~"by 1" text:~"gauge 1"`,
		`folder:news title:~7 OR text:~"by 2" is:unread`,
	} {
		q, err := query.Parse(text, storetest.Noon)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, r := range records {
			if q.Match(r) {
				want = append(want, r.Article.Title)
			}
		}
		slices.Sort(want)
		for round, how := range []string{"file", "index", "index again"} {
			if round == 1 {
				if _, err := s.Facets(t.Context(), query.Query{}); err != nil { // loads the index
					t.Fatal(err)
				}
			}
			asked := s
			if round == 0 {
				asked = storetest.Second(t, s)
			}
			rows, err := asked.Find(t.Context(), q, 0, 100)
			if err != nil {
				t.Fatal(err)
			}
			n, err := asked.Count(t.Context(), q)
			if err != nil || n != len(rows) {
				t.Errorf("%s, %s: %d counted, %d rows (%v)", text, how, n, len(rows), err)
			}
			if got := titlesOf(rows); !slices.Equal(got, want) {
				t.Errorf("%s, %s: got %q, want %q", text, how, got, want)
			}
		}
	}
}

func titlesOf(rows []model.Row) []string {
	var titles []string
	for _, r := range rows {
		titles = append(titles, r.Title)
	}
	slices.Sort(titles)
	return titles
}

// TestPatternsFollowChanges asks again after marks, texts and feeds have changed.
func TestPatternsFollowChanges(t *testing.T) {
	s, records := shelved(t)
	ctx := t.Context()
	count := func(text string) int {
		t.Helper()
		q, err := query.Parse(text, storetest.Noon)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Facets(ctx, query.Query{}); err != nil {
			t.Fatal(err)
		}
		n, err := s.Count(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	unread, daily := count(`is:unread text:~"by 3"`), count(`folder:news`)
	var ids []model.ID
	for _, r := range records {
		if r.Status.Read {
			ids = append(ids, r.Article.ID)
		}
	}
	no := false
	if _, err := s.Mark(ctx, "", ids, model.StatusChange{Read: &no}); err != nil {
		t.Fatal(err)
	}
	storetest.Put(t, s, storetest.Story("https://new.example/1", "New", "", "A gauge that is new here rose by 3 m."))
	if got, all := count(`is:unread text:~"by 3"`), count(`text:~"by 3"`); got != all || got <= unread {
		t.Errorf("%d unread of %d, and %d before", got, all, unread)
	}
	feeds, err := s.Feeds.All(ctx)
	storetest.Must(t, err)
	feeds[0].Folder, feeds[1].Folder = "News", "News"
	storetest.Must(t, s.Feeds.Edit(ctx, feeds[0]))
	storetest.Must(t, s.Feeds.Edit(ctx, feeds[1]))
	if got := count(`folder:news`); got <= daily {
		t.Errorf("%d by feeds in the folder, and %d before both were moved there", got, daily)
	}
}

func TestFacetsNameFeedsAndTheirFolders(t *testing.T) {
	s, _ := shelved(t)
	f, err := s.Facets(t.Context(), query.Query{})
	storetest.Must(t, err)
	got := fmt.Sprint(f.Feeds, f.Folders)
	want := "[{The Daily The Daily 0 0} {tides.example/rss tides.example/rss 0 0}] " +
		"[{News News 0 0} {News/Daily News/Daily 0 0}]"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
