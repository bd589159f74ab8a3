package change_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/content/store/draft"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

func TestAddressKey(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"https://news.example/a?utm_source=x&utm_medium=y", "https://news.example/a", true},
		{"http://www.news.example/a/", "https://news.example/a", true},
		{"https://news.example:443/a#comments", "https://NEWS.example/a", true},
		{"https://news.example/a?id=1&fbclid=zzz", "https://news.example/a?id=1", true},
		{"https://news.example/a?b=2&a=1", "https://news.example/a?a=1&b=2", true},
		{"https://news.example/a?id=1", "https://news.example/a?id=2", false},
		{"https://news.example/a", "https://news.example/A", false},
		{"https://news.example:8080/a", "https://news.example/a", false},
		{"https://app.example/#!/one", "https://app.example/#!/two", false},
		{"https://news.example/a", "https://news.example/b", false},
	} {
		if got := draft.AddressKey(c.a) == draft.AddressKey(c.b); got != c.same {
			t.Errorf("%q and %q: got the same %v (%q, %q), want %v", c.a, c.b, got, draft.AddressKey(c.a),
				draft.AddressKey(c.b), c.same)
		}
	}
	for _, none := range []string{"", "mailto:a@b.example", "notes.md", "https://", "ftp://a.example/b", "::"} {
		if key := draft.AddressKey(none); key != "" {
			t.Errorf("%q has the key %q, want none", none, key)
		}
	}
}

// TestTheSameArticleIsKeptOnce puts an article again under other addresses, and with the same text.
func TestTheSameArticleIsKeptOnce(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	c := storetest.NewCorpus(300)
	first := c.Article(1)
	first.Topics = []model.Topic{model.NewTopic("Harbours", "", model.Publisher)}
	if _, err := s.Put(ctx, true, first); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Mark(ctx, "star", []model.ID{first.ID}, model.StatusChange{Starred: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	tracked, copied, other := first, first, c.Article(3)
	tracked.ID, tracked.URL = model.NewID("tracked"), first.URL+"?utm_campaign=spring"
	tracked.Topics = []model.Topic{
		model.NewTopic("harbours", "", model.Publisher),
		model.NewTopic("Tides", "", model.Inferred),
	}
	copied.ID, copied.URL = model.NewID("copy"), "https://elsewhere.example/copy"
	kept, err := s.Put(ctx, false, tracked, copied, other, first)
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Kept{
		{ID: first.ID, How: model.Known},
		{ID: first.ID, How: model.Known},
		{ID: other.ID, How: model.Added},
		{ID: first.ID, How: model.Known},
	}
	if !slices.Equal(kept, want) {
		t.Errorf("got %v, want %v", kept, want)
	}
	if n, err := s.Count(ctx, query.Query{}); err != nil || n != 2 {
		t.Errorf("%d articles are there (%v), want 2", n, err)
	}
	_, st, err := s.Get(ctx, first.ID)
	if err != nil || !st.Starred || !st.Saved {
		t.Errorf("the status is %+v (%v), want it saved and starred", st, err)
	}
}

// TestShortTextsAreNotTheSame puts articles that have too few words to be told apart by them.
func TestShortTextsAreNotTheSame(t *testing.T) {
	s := storetest.Open(t)
	for i := range 3 {
		a := model.Article{Entry: model.Entry{ID: model.NewID("short", fmt.Sprint(i)), Title: "Untitled"}}
		if _, err := s.Put(t.Context(), true, a); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.Count(t.Context(), query.Query{}); err != nil || n != 3 {
		t.Errorf("%d articles are there (%v), want 3", n, err)
	}
}

// edited is an article as another site prints it: with another title, one paragraph less and a word changed here and
// there.
func edited(c *storetest.Corpus, a model.Article, site string) model.Article {
	b := c.Article(10_000 + len(site))
	b.Site, b.URL, b.Published, b.Topics = site, "https://"+site+"/wire", a.Published.Add(3*time.Hour), a.Topics
	blocks := slices.Clone(a.Sections[0].Blocks[:len(a.Sections[0].Blocks)-1])
	for i, block := range blocks {
		p, ok := block.(model.Prose)
		if !ok {
			continue
		}
		words := strings.Fields(p.Source)
		words[len(words)/2] = "changed"
		p.Source = strings.Join(words, " ")
		blocks[i] = p
	}
	b.Sections = []model.Section{{Blocks: blocks}}
	return b
}

// TestAWireStoryIsFolded puts a story as two sites print it, in one call and in two.
func TestAWireStoryIsFolded(t *testing.T) {
	for _, together := range []bool{false, true} {
		ctx, s, c := t.Context(), storetest.Open(t), storetest.NewCorpus(600)
		first := c.Article(0)
		second := edited(c, first, "courier.example")
		all := []model.Article{first, second}
		for i := range 50 {
			all = append(all, c.Article(i+1))
		}
		if together {
			if _, err := s.Put(ctx, true, all...); err != nil {
				t.Fatal(err)
			}
		} else {
			for _, a := range all {
				if _, err := s.Put(ctx, true, a); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, warm := range []bool{false, true} {
			rows, err := s.Find(ctx, query.Query{Fold: true}, 0, 100)
			if err != nil {
				t.Fatal(err)
			}
			n, err := s.Count(ctx, query.Query{Fold: true})
			if len(rows) != len(all)-1 || n != len(rows) || err != nil {
				t.Errorf("together %v, warm %v: %d rows, counted %d (%v), want %d", together, warm, len(rows), n, err, len(all)-1)
			}
			for _, r := range rows {
				want := 1
				if r.ID == second.ID { // the newer of the two
					want = 2
				}
				if r.Sources != want {
					t.Errorf("together %v, warm %v: %s has %d sources, want %d", together, warm, r.ID, r.Sources, want)
				}
			}
			if _, err := s.Facets(ctx, query.Query{}); err != nil {
				t.Fatal(err)
			}
		}
		rows, err := s.Sources(ctx, first.ID)
		if err != nil || len(rows) != 2 || rows[0].ID != first.ID || rows[1].ID != second.ID {
			t.Errorf("got the sources %v (%v)", rows, err)
		}
		story, err := s.Story(ctx, second.ID)
		if err != nil || len(story) < 2 ||
			!slices.IsSortedFunc(story, func(a, b model.Row) int { return a.Published.Compare(b.Published) }) {
			t.Errorf("got the story %v (%v)", story, err)
		}
	}
}

// TestTopicsFollowTheirNewName renames and merges topics, adds articles afterwards, and takes it back.
func TestTopicsFollowTheirNewName(t *testing.T) {
	ctx, s, c := t.Context(), storetest.Open(t), storetest.NewCorpus(60)
	put := func(i int, topics ...string) {
		t.Helper()
		a := c.Article(i)
		a.Topics = nil
		for _, name := range topics {
			a.Topics = append(a.Topics, model.NewTopic(name, "", model.Inferred))
		}
		if _, err := s.Put(ctx, true, a); err != nil {
			t.Fatal(err)
		}
	}
	counted := func(want string) {
		t.Helper()
		f, err := s.Facets(ctx, query.Query{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, topic := range f.Topics {
			got = append(got, fmt.Sprintf("%s %d", topic.Name, topic.Count))
			q := query.Query{Expr: query.About{Key: topic.Key}}
			if n, err := s.Count(ctx, q); err != nil || n != topic.Count {
				t.Errorf("topic:%s finds %d (%v), want %d", topic.Key, n, err, topic.Count)
			}
		}
		if text := strings.Join(got, ", "); text != want {
			t.Errorf("got %q, want %q", text, want)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	put(1, "AI", "Trade")
	put(2, "machine learning")
	counted("AI 1, machine learning 1, Trade 1")
	must(s.MergeTopics(ctx, "merge", []string{"machine learning"}, "AI"))
	counted("AI 2, Trade 1")
	put(3, "Machine Learning", "AI")
	counted("AI 3, Trade 1")
	must(s.RenameTopic(ctx, "rename", "ai", "Artificial minds"))
	put(4, "ai")
	counted("Artificial minds 4, Trade 1")
	must(s.HideTopic(ctx, "hide", "trade", true))
	counted("Artificial minds 4")
	for range 3 {
		if _, _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	counted("AI 3, machine learning 2, Trade 1")
	if err := s.RenameTopic(ctx, "rename", "no such topic", "x"); err == nil {
		t.Error("a topic that is not there was renamed")
	}
}

// TestSnippetsShowTheMatch looks for words that stand in different places of an article.
func TestSnippetsShowTheMatch(t *testing.T) {
	s := storetest.Open(t)
	long := strings.Repeat("The harbour lies still. ", 30)
	a := model.Article{Entry: model.Entry{ID: model.NewID("snippet"), Title: "Tides"}, Sections: []model.Section{
		{Blocks: []model.Block{
			model.Prose{Source: "Nothing here."},
			model.Prose{Source: long + "Then the spring\ntide came to São Tomé. " + long},
		}},
		{Title: "What the gauges say", Blocks: []model.Block{model.Prose{Source: "Numbers."}}},
	}}
	if _, err := s.Put(t.Context(), true, a); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		query string
		lit   []string
		block int
	}{
		{`"spring tide"`, []string{"spring", "tide"}, 1},
		{"sao", []string{"São"}, 1},
		{"gaug*", []string{"gauges"}, 2},
		{"absent", nil, 0},
	} {
		q, err := query.Parse(c.query, storetest.Noon)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Snippets(t.Context(), q, []model.ID{a.ID})
		if err != nil || len(got) != min(len(c.lit), 1) {
			t.Errorf("%s: got %v (%v)", c.query, got, err)
			continue
		}
		for _, snippet := range got {
			var lit []string
			for _, m := range snippet.Marks {
				lit = append(lit, snippet.Text[m[0]:m[1]])
			}
			if !slices.Equal(lit[:min(len(lit), len(c.lit))], c.lit) || snippet.Block != c.block ||
				strings.Contains(snippet.Text, "\n") {
				t.Errorf("%s: got %q with %q in block %d, want %q in %d", c.query, snippet.Text, lit, snippet.Block,
					c.lit, c.block)
			}
		}
	}
}
