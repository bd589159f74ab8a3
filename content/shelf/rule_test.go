package shelf_test

import (
	"fmt"
	"slices"
	"testing"

	"lede/content/contenttest"
	"lede/content/shelf"
	"lede/model"
	"lede/model/query"

	"lede/content"
)

// ruled is a library with rules and some articles, of which the first is starred.
func ruled(t *testing.T, rules ...model.EntryRule) *content.Library {
	t.Helper()
	l := contenttest.NewLibrary(t, content.Options{Rules: rules})
	s, err := l.Store(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, title := range []string{"LIVE: tide", "LIVE: storm", "Ticker", "Harbour"} {
		text := fmt.Sprintf("It is told of the %d. gauge.", i)
		a := model.Article{Entry: model.Entry{ID: model.NewID(title), Title: title}, Sections: []model.Section{
			{Blocks: []model.Block{model.Prose{Kind: model.Paragraph, Source: text}}},
		}}
		if _, err := s.Put(t.Context(), false, a); err != nil {
			t.Fatal(err)
		}
	}
	yes := true
	first := []model.ID{model.NewID("LIVE: tide")}
	if _, err := l.Mark(t.Context(), "", first, model.StatusChange{Starred: &yes}); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestRulesDecideOnNewEntries(t *testing.T) {
	l := contenttest.NewLibrary(t, content.Options{Rules: []model.EntryRule{
		{Name: "tickers", Query: "title:~^(live|ticker)", Read: true},
		{Name: "harbours", Query: "title:live feed:courier", Star: true, Topic: "Sea"},
		{Name: "noise", Query: "folder:noise", Hide: true},
	}})
	r := model.Record{Feeds: []model.Subscription{{Title: "The Courier", Folder: "News"}}}
	r.Article.Title = "Live: tide"
	l.Decide(&r, true)
	if !r.Status.Read || !r.Status.Starred || len(r.Article.Topics) != 1 || r.Article.Topics[0].Key != "sea" {
		t.Errorf("got %+v, %+v", r.Status, r.Article.Topics)
	}
	r.Status, r.Article.Topics = model.Status{}, nil
	if l.Decide(&r, false); r.Status != (model.Status{}) || len(r.Article.Topics) != 1 {
		t.Errorf("an entry that was there: got %+v, %+v", r.Status, r.Article.Topics)
	}
	r = model.Record{Feeds: []model.Subscription{{Folder: "Noise/Loud"}}}
	if l.Decide(&r, true); !r.Status.Read || r.Status.Starred {
		t.Errorf("hidden: got %+v", r.Status)
	}
	r = model.Record{Article: model.Article{Entry: model.Entry{Title: "Alive"}}}
	if l.Decide(&r, true); r.Status != (model.Status{}) {
		t.Errorf("no rule is about it: got %+v", r.Status)
	}
}

func TestHiddenEntriesAreShownWhenAskedFor(t *testing.T) {
	l := ruled(t, model.EntryRule{Name: "live", Query: "title:~^live", Hide: true})
	for text, want := range map[string][]string{
		"":                      {"Harbour", "LIVE: tide", "Ticker"}, // what is starred stays
		"gauge":                 {"Harbour", "LIVE: tide", "Ticker"},
		"title:storm":           {},
		"is:hidden":             {"LIVE: storm"},
		"is:hidden OR title:~k": {"LIVE: storm", "Ticker"},
		"-is:hidden gauge":      {"Harbour", "LIVE: tide", "Ticker"},
	} {
		for range 2 { // of the file, and of the index
			if got := contenttest.Titled(t, l, text); !slices.Equal(got, want) {
				t.Errorf("%s: got %q, want %q", text, got, want)
			}
			if _, err := l.Facets(t.Context(), query.Query{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	yes := true
	if n, err := l.MarkQuery(t.Context(), "", query.Query{}, model.StatusChange{Read: &yes}); n != 3 || err != nil {
		t.Errorf("marked %d (%v), what is hidden with it", n, err)
	}
	none := ruled(t)
	if got := contenttest.Titled(t, none, "is:hidden"); len(got) > 0 {
		t.Errorf("without rules %q are hidden", got)
	}
}

func TestRulesRunOverTheLibraryInOneStep(t *testing.T) {
	rules := []model.EntryRule{
		{Name: "live", Query: "title:~^live", Read: true, Topic: "Ticker"},
		{Name: "all", Query: "gauge", Star: true, Topic: "Gauges"},
	}
	l := ruled(t, rules...)
	effect, rows, err := l.TryRule(t.Context(), rules[1], 2)
	want := shelf.RuleEffect{Matches: 4, Stars: 3, Tags: 4}
	if effect != want || len(rows) != 2 || err != nil {
		t.Errorf("tried: got %+v with %d rows (%v), want %+v", effect, len(rows), err, want)
	}
	if n, err := l.RunRules(t.Context(), "run rules", rules...); n != 4 || err != nil {
		t.Fatalf("changed %d (%v)", n, err)
	}
	counts, err := l.CountRules(t.Context())
	if err != nil || len(counts) != 2 || counts[0].Matches != 2 || counts[1].Matches != 4 {
		t.Errorf("counted %+v (%v)", counts, err)
	}
	for _, text := range []string{"is:read topic:ticker topic:gauges is:starred title:live", "is:starred topic:gauges"} {
		if got := contenttest.Titled(t, l, text); len(got) < 2 {
			t.Errorf("%s: got %q", text, got)
		}
	}
	if n, err := l.RunRules(t.Context(), "run rules", rules...); n != 0 || err != nil {
		t.Errorf("the second run changed %d (%v)", n, err)
	}
	if title, n, err := l.Undo(t.Context()); title != "run rules" || n != 4 || err != nil {
		t.Errorf("undone: %q, %d, %v", title, n, err)
	}
	for text, want := range map[string]int{"is:read": 0, "is:starred": 1, "topic:ticker": 0, "topic:gauges": 0} {
		if got := contenttest.Titled(t, l, text); len(got) != want {
			t.Errorf("after undo %s: got %q", text, got)
		}
	}
}
