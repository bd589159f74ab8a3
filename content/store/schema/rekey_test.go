package schema_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/store"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// TestTopicsInSeveralLanguagesBecomeOne brings a library of version 5 forward in which countries are topics under
// their names in several languages.
func TestTopicsInSeveralLanguagesBecomeOne(t *testing.T) {
	path := unpacked(t, 5)
	storetest.Exec(t, path, `
		UPDATE topic SET key = 'deutschland', name = 'Deutschland' WHERE key = 'harbours';
		INSERT INTO topic (t, key, name, count, hidden) VALUES (71, 'germany', 'Germany', 1, 0), (72, 'allemagne',
			'Allemagne', 0, 1),
			(73, 'almania', 'Our neighbours', 0, 0), (74, 'rhineland', 'Rhineland', 0, 0), (75, 'frankreich', 'Frankreich', 1,
				0);
		UPDATE topic SET named = 1 WHERE t = 73;
		UPDATE topic SET target = 71 WHERE t = 74;
		UPDATE topic SET target = 73 WHERE t = 72;
		INSERT INTO about SELECT 71, n FROM article WHERE title = 'The harbour closes early';
		INSERT INTO about SELECT 75, n FROM article WHERE title = 'The harbour closes early';
		INSERT INTO tag (id, key, name, added) SELECT id, 'deutschland', 'Deutschland', 1 FROM article
			WHERE title = 'The harbour closes early';
		INSERT INTO tag (id, key, name, added) SELECT id, 'germany', 'Germany', 1 FROM article
			WHERE title = 'The harbour closes early';`)
	storetest.Exec(t, path, `UPDATE topic SET key = 'nemecko' WHERE t = 73`)
	s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return storetest.Noon }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	facets, err := s.Facets(t.Context(), query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]model.TopicCount{}
	for _, f := range facets.Topics {
		got[f.Key] = model.TopicCount{Key: f.Key, Name: f.Name, Count: f.Count}
	}
	for _, want := range []model.TopicCount{
		{Key: "germany", Name: "Our neighbours", Count: 2}, {Key: "france", Name: "Frankreich", Count: 1},
	} {
		if diff := cmp.Diff(want, got[want.Key]); diff != "" {
			t.Errorf("%s (-want +got)\n%s", want.Key, diff)
		}
	}
	for text, want := range map[string]int{
		"topic:Deutschland": 2, "topic:Germany": 2, "topic:rhineland": 2, "topic:Francia": 1,
	} {
		q, err := query.Parse(text, storetest.Noon)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := s.Count(t.Context(), q); err != nil || n != want {
			t.Errorf("%s finds %d (%v), want %d", text, n, err, want)
		}
	}
	if wrong, err := s.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("it is not sound: %v (%v)", wrong, err)
	}
	var keys string
	const tags = `SELECT group_concat(key, ', ' ORDER BY key) FROM tag WHERE id = ?`
	if err := storetest.Raw(t, s.Path()).QueryRow(tags, model.NewID("harbour")).Scan(&keys); err != nil ||
		keys != "germany, to read" {
		t.Errorf("the tags are %s (%v)", keys, err)
	}
}
