package schema_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

func TestANewLibraryTellsOfNoUpdate(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "new.db"),
		store.Options{Updating: func(done, of int) { t.Errorf("it told of an update: %d of %d", done, of) }})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestAnOlderLibraryIsIndexedAnew takes a library back to the first version, and opens it.
func TestAnOlderLibraryIsIndexedAnew(t *testing.T) {
	path := storetest.Filled(t, 30)
	storetest.Exec(t, path, `DROP TRIGGER status_read; DROP TRIGGER status_starred; DROP TABLE account; DROP TABLE outbox;
		DROP TABLE remote_feed; DROP TABLE remote_entry;
		DROP TABLE search; DROP TABLE starts; DROP TABLE word; DROP TABLE alias; DROP TABLE source; DROP
TABLE version; DROP TABLE feed; DROP TABLE item; ALTER TABLE article DROP COLUMN revision; ALTER TABLE article DROP
COLUMN came; ALTER TABLE status DROP COLUMN seen; DROP INDEX article_site; DROP INDEX article_language;
		CREATE VIRTUAL TABLE search USING fts5(title, byline, body, content='', contentless_delete=1, tokenize='ascii',
prefix='2 3');
		PRAGMA user_version = 1`)
	var told [][2]int
	s, err := store.Open(t.Context(), path, store.Options{Updating: func(done, of int) {
		told = append(told, [2]int{done, of})
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if want := [][2]int{{0, 0}, {30, 30}, {1, 1}}; !slices.Equal(told, want) {
		t.Errorf("it told %v of the update, want %v", told, want)
	}
	c := storetest.NewCorpus(200)
	for i := range 30 {
		a := c.Article(i)
		words := query.Tokens(a.Title)
		for _, p := range []query.Phrase{
			{Words: words}, {Words: words[:1], Field: query.InTitle}, {Words: []string{words[1][:2]}, Prefix: true},
		} {
			rows, err := s.Find(t.Context(), query.Query{Expr: p}, 0, 100)
			if err != nil {
				t.Fatal(err)
			}
			if !has(rows, a.ID) {
				t.Errorf("%s does not find %q", query.Query{Expr: p}, a.Title)
			}
		}
	}
	if wrong, err := s.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("the library is not sound: %v (%v)", wrong, err)
	}
}

func has(rows []model.Row, id model.ID) bool {
	for _, r := range rows {
		if r.ID == id {
			return true
		}
	}
	return false
}

// TestWordsOfAnOlderLibraryAreFoldedAnew holds for a library whose words, titles and topics were folded in another
// way.
func TestWordsOfAnOlderLibraryAreFoldedAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return storetest.Noon }})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("Ὁ μύλος τοῦ χωριοῦ γυρίζει μόνο τὰ Σάββατα. ", 20)
	greek := model.Article{
		Entry: model.Entry{
			ID: model.NewID("mill"), URL: "https://mill.example/a", Title: "Ὁ μύλος", Published: storetest.Noon,
			Topics: []model.Topic{model.NewTopic("μύλος", "", model.Publisher), model.NewTopic("Bread", "", model.Publisher)},
		},
		Sections: []model.Section{{Blocks: []model.Block{model.Prose{Source: text}}}},
	}
	newer := greek
	newer.Sections = []model.Section{{Blocks: []model.Block{model.Prose{Source: text + "Καὶ τὴν Κυριακή."}}}}
	other := model.Article{Entry: model.Entry{
		ID: model.NewID("b"), Title: "Bakers",
		Topics: []model.Topic{model.NewTopic("Old bread", "", model.Publisher)},
	}}
	if _, err := s.Put(t.Context(), false, greek, other); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(t.Context(), false, newer); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	storetest.Exec(t, path, `DROP TRIGGER status_read; DROP TRIGGER status_starred; DROP TABLE account; DROP TABLE outbox;
		DROP TABLE remote_feed; DROP TABLE remote_entry;
		INSERT INTO search (search) VALUES ('delete-all'); INSERT INTO starts (starts) VALUES ('delete-all');
		DELETE FROM word; DELETE FROM sketch; UPDATE article SET sorted = 'zz', same = 7, sketch = NULL; UPDATE version
			SET same = 7;
		UPDATE topic SET key = 'μύλος' WHERE name = 'μύλος'; UPDATE topic SET key = 'bréad' WHERE name = 'Old bread';
		DROP TABLE feed; DROP TABLE item; PRAGMA user_version = 5`)
	s, err = store.Open(t.Context(), path, store.Options{Now: func() time.Time { return storetest.Noon }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for text, want := range map[string]int{"μυλος": 1, "χωρι*": 1, "title:ο": 1, "topic:μυλος": 1, "topic:bread": 2} {
		q, err := query.Parse(text, storetest.Noon)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := s.Count(t.Context(), q); err != nil || n != want {
			t.Errorf("%s finds %d (%v), want %d", text, n, err, want)
		}
	}
	kept, err := s.Put(t.Context(), false, newer)
	if err != nil || kept[0].How != model.Known {
		t.Errorf("the same text is %v (%v)", kept, err)
	}
	var same, sketches int
	const counts = `SELECT (SELECT count(*) FROM version WHERE same <> 7), (SELECT count(*) FROM sketch)`
	if err := storetest.Raw(t, path).QueryRow(counts).
		Scan(&same, &sketches); err != nil || same == 0 || sketches == 0 {
		t.Errorf("%d earlier texts are known, and %d sketches (%v)", same, sketches, err)
	}
}
