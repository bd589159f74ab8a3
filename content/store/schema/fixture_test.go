package schema_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/store"
	"lede/content/store/follow"
	"lede/content/store/ledger"
	"lede/content/store/schema"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

var update = flag.Bool("update", false, "write the fixture library of the newest version, if there is none")

// fixture returns the path of the library that a version of the schema has written, in testdata. Before the schema
// changes, go test -update writes that of the present version; it is never written again.
func fixture(version int) string {
	return filepath.Join("testdata", fmt.Sprintf("library-%d.db.gz", version))
}

// fixtureArticles are the articles of a fixture: every kind of block, and all that an entry may hold.
func fixtureArticles() []model.Article {
	first := model.Article{
		Entry: model.Entry{
			ID: model.NewID("harbour"), Ref: "https://courier.example/harbour", URL: "https://courier.example/harbour",
			Title: "The harbour closes early",
			Site:  "Courier", Byline: []string{"Mira Holt", "Jo Ansel"}, Dateline: "WESTHAVEN", Summary: "Storm doors go up.",
			Language:  "en-GB",
			Published: storetest.Noon.AddDate(0, 0, -2), Words: 14,
			Topics: []model.Topic{
				model.NewTopic("Harbours", "", model.Publisher),
				model.NewTopic("storm doors", "", model.Inferred),
			},
		},
		Sections: []model.Section{
			{Blocks: []model.Block{
				model.Prose{
					Kind: model.Paragraph, Source: "The *harbour* closes at six, the master said on Monday.",
					Plain: "The harbour closes at six, the master said on Monday.",
				},
				model.Post{
					Network: model.X, Author: "Harbour Watch", Handle: "@watch", Source: "Water over the quay.",
					URL: "https://x.com/watch/status/1",
				},
				model.Related{
					Label: "ALSO READ",
					Links: []model.Link{{Title: "The wall holds", URL: "https://courier.example/wall"}},
				},
			}},
			{Title: "What is left open", Level: 2, Blocks: []model.Block{
				model.Prose{Kind: model.List, Source: "- the north gate\n- the slip", Plain: "the north gate\nthe slip"},
				model.Code{Language: "text", Source: "06:00  3.6 m"},
				model.Notice{Kind: model.Credit, Source: "Photo: A. Renn"},
				model.Image{URL: "https://courier.example/quay.jpg", Alt: "the quay", Caption: "The quay at noon."},
			}},
		},
	}
	second := model.Article{
		Entry: model.Entry{
			ID: model.NewID("ferry"), Ref: "/notes/ferry.md", Title: "Fähre nach Süden", Site: "notes",
			Language: "de", Words: 6,
			Topics: []model.Topic{
				model.NewTopic("harbours", "", model.Publisher),
				model.NewTopic("Ferries", "", model.Publisher),
			},
		},
		Sections: []model.Section{
			{Blocks: []model.Block{model.Prose{Kind: model.Paragraph, Source: "Die Fähre legt um acht Uhr ab."}}},
		},
	}
	third := model.Article{
		Entry: model.Entry{
			ID: model.NewID("market"), Ref: "/notes/market.txt", Title: "Market day",
			Published: storetest.Noon.AddDate(0, -1, 0), Words: 5,
			Topics: []model.Topic{model.NewTopic("Markets", "", model.Inferred), model.NewTopic("Fairs", "", model.Inferred)},
		},
		Sections: []model.Section{
			{Blocks: []model.Block{model.Prose{Kind: model.Paragraph, Source: "Stalls open on the square."}}},
		},
	}
	first.Format, first.Base, first.Source = model.HTML, first.URL,
		"<p>The <em>harbour</em> closes at six, the master said on Monday.</p>"
	second.Format, second.Source = model.Markdown, second.Markdown()
	return []model.Article{first, second, third}
}

// fillFixture makes a library of all that a user can do with one.
func fillFixture(ctx context.Context, s *store.Store) error {
	all := fixtureArticles()
	ids := []model.ID{all[0].ID, all[1].ID, all[2].ID}
	yes := true
	if _, err := s.Put(ctx, true, all...); err != nil {
		return err
	}
	for _, do := range []func() error{
		func() error { return s.Lead(ctx, "https://short.example/h", ids[0]) },
		func() error { return s.KeepPlace(ctx, ids[0], model.Place{Block: 2, Line: 3}, 40) },
		func() error { return s.RenameTopic(ctx, "renamed", "Ferries", "Boats") },
		func() error { return s.MergeTopics(ctx, "merged", []string{"Fairs"}, "Markets") },
		func() error { return s.HideTopic(ctx, "hidden", "storm doors", true) },
	} {
		if err := do(); err != nil {
			return err
		}
	}
	for _, m := range []struct {
		id model.ID
		to model.StatusChange
	}{
		{ids[0], model.StatusChange{Starred: &yes}},
		{ids[1], model.StatusChange{Read: &yes}},
		{ids[2], model.StatusChange{Removed: &yes}},
	} {
		if _, err := s.Mark(ctx, "marked", []model.ID{m.id}, m.to); err != nil {
			return err
		}
	}
	if _, err := s.Tag(ctx, "tagged", ids[:1], []string{"To read"}, nil); err != nil {
		return err
	}
	return storetest.FillFeeds(ctx, s, ids[0])
}

// TestWriteTheFixture writes the fixture of the newest version.
func TestWriteTheFixture(t *testing.T) {
	path := fixture(len(schema.Steps()))
	if _, err := os.Stat(path); !*update || err == nil {
		t.Skip("with -update only, and once a version")
	}
	file := filepath.Join(t.TempDir(), "library.db")
	s, err := store.Open(t.Context(), file, store.Options{Now: func() time.Time { return storetest.Noon }})
	if err != nil {
		t.Fatal(err)
	}
	if err := fillFixture(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	if err := s.Vacuum(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// unpacked returns the path of a copy of the fixture of a version.
func unpacked(t *testing.T, version int) string {
	t.Helper()
	packed, err := os.Open(fixture(version))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestLibrariesOfEarlierVersionsComeForwardWhole opens the fixtures of all versions that have one, and looks for all
// that was put in.
func TestLibrariesOfEarlierVersionsComeForwardWhole(t *testing.T) {
	const oldest = 3 // the first with a fixture
	for version := oldest; version <= len(schema.Steps()); version++ {
		t.Run(fmt.Sprint("version ", version), func(t *testing.T) {
			path := unpacked(t, version)
			s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return storetest.Noon }})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			checkFixture(t, s, version)
		})
	}
}

// checkFixture looks for all that is in the fixture of a version.
func checkFixture(t *testing.T, s *store.Store, version int) {
	t.Helper()
	ctx, all := t.Context(), fixtureArticles()
	if version < 4 { // which keeps sources
		for i := range all {
			all[i].Format, all[i].Base, all[i].Source = "", "", ""
		}
	}
	var now int
	if err := storetest.Raw(t, s.Path()).QueryRowContext(ctx, `PRAGMA user_version`).Scan(&now); err != nil ||
		now != len(schema.Steps()) {
		t.Errorf("its version is %d (%v), want %d", now, err, len(schema.Steps()))
	}
	if wrong, err := s.Check(ctx); err != nil || len(wrong) > 0 {
		t.Errorf("it is not sound: %v (%v)", wrong, err)
	}
	all[0].Topics = append(all[0].Topics, model.NewTopic("To read", "", model.Reader))
	all[1].Topics[1] = model.NewTopic("Boats", "", model.Publisher)
	wantStatus := []model.Status{
		{Saved: true, Starred: true, Place: model.Place{Block: 2, Line: 3}, Percent: 40, Arrived: storetest.Noon},
		{Saved: true, Read: true, Arrived: storetest.Noon},
	}
	for i, want := range all[:2] {
		got, status, err := s.Get(ctx, want.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", want.Title, diff)
		}
		if diff := cmp.Diff(wantStatus[i], status); diff != "" {
			t.Errorf("the status of %s (-want +got)\n%s", want.Title, diff)
		}
	}
	trash, err := s.Trash(ctx, 0, 10)
	if err != nil || len(trash) != 1 || trash[0].ID != all[2].ID || !trash[0].Status.Removed.Equal(storetest.Noon) {
		t.Errorf("in the trash is %v (%v), want %s", trash, err, all[2].Title)
	}
	for text, want := range map[string]int{
		"": 2, "quay": 1, "harb*": 1, "topic:harbours": 2, "topic:boats": 1,
		"is:starred": 1, "by:holt": 1, "fahre": 1, "has:post": 1,
	} {
		q, err := query.Parse(text, storetest.Noon)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := s.Count(ctx, q); err != nil || n != want {
			t.Errorf("%q finds %d (%v), want %d", text, n, err, want)
		}
	}
	for _, address := range []string{"https://short.example/h", "http://www.courier.example/harbour?utm_source=x"} {
		if held, err := s.Held(ctx, []string{address}); err != nil || len(held) != 1 || held[0].ID != all[0].ID {
			t.Errorf("%s leads to %v (%v), want %s", address, held, err, all[0].Title)
		}
	}
	facets, err := s.Facets(ctx, query.Query{})
	if err != nil || cmp.Diff([]string{"storm doors"}, facets.Hidden) != "" {
		t.Errorf("the hidden topics are %q (%v)", facets.Hidden, err)
	}
	if version >= 8 { // which keeps feeds
		checkFeeds(t, s, version, all[0].ID)
	}
	if version >= 9 { // which keeps accounts
		checkAccount(t, s)
	}
	checkUndo(t, s)
}

// checkFeeds looks for the feed of a fixture.
func checkFeeds(t *testing.T, s *store.Store, version int, article model.ID) {
	t.Helper()
	want := storetest.FixtureFeed()
	want.ID, want.Title, want.Entries = model.SubscriptionID(want.URL), "Courier", 1
	want.FeedState = model.FeedState{
		Added: storetest.Noon, Tried: storetest.Noon, Due: storetest.Noon.Add(time.Hour),
		Came: storetest.Noon, Status: 200,
	}
	feeds, err := s.Feeds.Counted(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want.Unread = 1
	if version >= 9 {
		want.Account = storetest.FixtureAccount()
	}
	if diff := cmp.Diff([]model.Subscription{want}, feeds); diff != "" {
		t.Errorf("the feeds (-want +got)\n%s", diff)
	}
	items, err := s.Feeds.Items(t.Context(), want.ID)
	wanted := map[string]follow.Item{"tag:harbour": {Article: article, Said: 7}}
	if diff := cmp.Diff(wanted, items); err != nil || diff != "" {
		t.Errorf("the entries of the feed (-want +got)\n%s%v", diff, err)
	}
}

// checkUndo takes back all that was done.
func checkUndo(t *testing.T, s *store.Store) {
	t.Helper()
	var titles []string
	for {
		title, _, err := s.Undo(t.Context())
		if err != nil {
			break
		}
		titles = append(titles, title)
	}
	want := []string{"tagged", "marked", "marked", "marked", "hidden", "merged", "renamed"}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Errorf("what was undone (-want +got)\n%s", diff)
	}
	facets, err := s.Facets(t.Context(), query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range facets.Topics {
		names = append(names, fmt.Sprintf("%s %d", c.Name, c.Count))
	}
	if diff := cmp.Diff([]string{"Harbours 2", "Fairs 1", "Ferries 1", "Markets 1", "storm doors 1"}, names); diff != "" {
		t.Errorf("the topics after all was undone (-want +got)\n%s", diff)
	}
}

// checkAccount looks for the account of a fixture and for what its server is to be told.
func checkAccount(t *testing.T, s *store.Store) {
	t.Helper()
	ctx, l, id := t.Context(), s.Ledger(), storetest.FixtureAccount()
	want := model.AccountState{ID: id, Server: "Miniflux 2", Synced: storetest.Noon, Waiting: 1, Feeds: 1}
	if state, err := l.State(ctx, id); err != nil || cmp.Diff(want, state) != "" {
		t.Errorf("the account is %v (%v), want %v", state, err, want)
	}
	if at, err := l.Cursor(ctx, id); err != nil || at != "c:41" {
		t.Errorf("new entries have come up to %q (%v)", at, err)
	}
	waiting, err := l.Outbox(ctx, id)
	if err != nil || len(waiting) != 1 || waiting[0].Remote != "41" || waiting[0].Kind != ledger.KindStarred {
		t.Errorf("in the outbox is %v (%v), want the star", waiting, err)
	}
}
