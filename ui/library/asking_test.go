package library

import (
	"fmt"
	"strings"
	"testing"

	"lede/model"
	"lede/model/query"
	"lede/ui/uitest"
	"lede/ui/widget"
)

func TestLastWordMayGoOn(t *testing.T) {
	for typed, want := range map[string]string{
		"":                 "",
		"tid":              "tid*",
		"tid ":             "tid ",
		"-tid":             "-tid*",
		"(tid":             "(tid*",
		`"spring tid`:      `"spring tid`,
		`"spring tides"`:   `"spring tides"`,
		"title:tid":        "title:tid*",
		"-title:tid":       "-title:tid*",
		"is:unread":        "is:unread",
		"since:2w":         "since:2w",
		"tides OR":         "tides OR",
		"topic:flooding c": "topic:flooding c*",
		"潮":                "潮*",
	} {
		if got := opened(typed); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
}

func TestCompletion(t *testing.T) {
	f := model.Facets{
		Topics: []model.TopicCount{
			{Name: "Westhaven", Key: "westhaven"},
			{Name: "coastal defence", Key: "coastal defence"},
			{Name: "council", Key: "council"},
		},
		Sites: []model.TopicCount{{Name: "North Coast Courier", Key: "North Coast Courier"}},

		Feeds:   []model.TopicCount{{Name: "Harbour Post"}, {Name: "Tides"}},
		Folders: []model.TopicCount{{Name: "News"}, {Name: "News/Daily"}},
	}
	for query, want := range map[string]string{
		"":               " false",
		"to":             "topic: false",
		"-to":            "topic: false",
		"tide is:un":     "unread unfinished true",
		"is:unread":      " false",
		"is:":            "unread read starred saved unfinished removed hidden false",
		"topic:co":       `"coastal defence" council true`,
		`topic:"coas`:    `"coastal defence" true`,
		"topic:council":  " false",
		"topic:zz":       " false",
		"-topic:west":    "Westhaven true",
		"site:courier":   `"North Coast Courier" false`,
		"(has:po":        "post true",
		"feed:ti":        "Tides false",
		"feed:har":       `"Harbour Post" false`,
		"folder:":        "News News/Daily false",
		"folder:dai":     "News/Daily false",
		"fo":             "folder: false",
		"age:>":          ">1w >1m false",
		"age:<1":         "<1d <1w false",
		"title:~to":      " false",
		"words:>800":     " false",
		"since:x":        " false",
		"sort:t":         "title true",
		"nothing:at all": " false",
	} {
		c := complete(query, len(query), f)
		if got := fmt.Sprint(strings.Join(c.Texts, " "), " ", c.Needed); got != want {
			t.Errorf("%q may become %s, want %s", query, got, want)
		}
	}
}

func TestTabCompletes(t *testing.T) {
	a := home(uitest.Kept(), 80, 24)
	l := theLibrary(a)
	uitest.Drive(a,
		uitest.Press("/", "t", "o", "tab", "c", "o", "a", "tab", "-", "i", "s", ":", "u", "n", "r", "enter")...)
	if l.ask.words != `topic:"coastal defence" -is:unread` || l.typing.on {
		t.Errorf("typed %q, typing %v", l.ask.words, l.typing.on)
	}
	uitest.Drive(a, uitest.Press("esc", "/", "i", "s", ":", "z", "enter")...)
	if !l.typing.on || !strings.Contains(uitest.ScreenText(a), "is none of") {
		t.Errorf("a wrong query is taken:\n%s", uitest.ScreenText(a))
	}
	uitest.Drive(a, uitest.Press("esc")...)
	if l.typing.on || !l.ask.empty() {
		t.Errorf("esc leaves %+v", l.ask)
	}
}

// TestWordsAreLitWhereTheQueryFindsThem holds the lighting to what a query means.
func TestWordsAreLitWhereTheQueryFindsThem(t *testing.T) {
	texts := []string{
		"The spring tides rose.", "Timber from São Paulo", "don’t wait for the tide-tables", "北岸の町、大潮に備える",
		"", "A TIDE",
	}
	for _, asked := range []string{
		"tid*", "sao", `"spring tides"`, "dont", "大潮", `"for the tide"`, "tide", "a", "rose*",
	} {
		q, err := query.Parse(asked, home(uitest.Kept(), 80, 24).Now())
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range texts {
			found := q.Match(model.Record{Article: model.Article{Entry: model.Entry{Title: text}}})
			spans := widget.PhraseSpans(text, query.Wanted(q.Expr))
			if found != (len(spans) > 0) {
				t.Errorf("%s in %q: found %v, lit %v", asked, text, found, spans)
			}
		}
	}
	if got := widget.PhraseSpans("Timber from São Paulo, SAO!",
		[]query.Phrase{{Words: []string{"sao"}}}); fmt.Sprint(got) != "[{12 16} {24 27}]" {
		t.Errorf("lit are %v", got)
	}
}

func TestWhatIsAskedForHasAKeyOfItsOwn(t *testing.T) {
	council := topicTerm{"council", "Council"}
	seen := map[string]int{}
	for i, a := range []ask{
		{},
		{view: unread},
		{saved: model.NamedQuery{Name: "Unread", Query: "is:unread site:courier"}},
		{with: []topicTerm{council}},
		{without: []topicTerm{council}},
		{sites: []string{"Council"}},
		{words: "Council"},
		{words: "council "}, // "council" is sought now, and "councillor" no longer
		{words: "council"},
		{with: []topicTerm{council, {"ferries", "ferries"}}},
		{with: []topicTerm{council, {"ferries", "ferries"}}, either: true},
		{with: []topicTerm{{"council ferries", "council ferries"}}},
		{sort: query.ByTitle},
	} {
		if other, known := seen[a.key()]; known {
			t.Errorf("%d and %d have the key %q", other, i, a.key())
		}
		seen[a.key()] = i
	}
}

func TestAQueryNamedLikeAViewIsAnotherOne(t *testing.T) {
	o := uitest.HomeOptions(uitest.NewFakeStore(uitest.Courier()))
	o.Queries = []model.NamedQuery{{Name: "Unread", Query: "topic:council"}}
	a := started(o, 120, 40)
	l := theLibrary(a)
	rows := func(kind columnKind, name string) int {
		for i, item := range l.column.items {
			if item.kind == kind && item.name == name {
				l.column.rows.To(i)
			}
		}
		l.column.choose(true)
		uitest.Run(a, l.Update(nil))
		return l.pages.n
	}
	if view, own := rows(viewItem, "Unread"), rows(queryItem, "Unread"); view != 12 || own != 3 {
		t.Errorf("the view has %d rows, and the query of its name %d", view, own)
	}
}

func TestOneOfTheTopicsMayBeEnoughBeforeAnyIsChosen(t *testing.T) {
	a := home(uitest.NewFakeStore(uitest.Courier()), 100, 30)
	uitest.Drive(a, uitest.Press("T", "tab")...)
	if got := uitest.ScreenText(a); !theLibrary(a).ask.either || !strings.Contains(got, "match any") {
		t.Errorf("tab leaves it at all:\n%s", got)
	}
}

func TestAFieldWithoutItsValueShowsTheRowsOfTheRest(t *testing.T) {
	a := home(uitest.Kept(), 120, 40)
	uitest.Drive(a, uitest.Press("/")...)
	for _, c := range []struct {
		typed string
		want  int
	}{
		{"topic", 0}, // a word that is nowhere
		{":", 12},
		{"trade", 3},
		{" since:", 3},
		{"x", 3}, // it cannot be read, and the rows stay
	} {
		for _, r := range c.typed {
			key := string(r)
			if key == " " {
				key = "space"
			}
			uitest.Drive(a, uitest.Press(key)...)
		}
		if got := theLibrary(a).pages.n; got != c.want {
			t.Errorf("after %q: %d rows, want %d", theLibrary(a).typing.prompt.Text, got, c.want)
		}
	}
	uitest.Drive(a, uitest.Press("enter")...)
	if !theLibrary(a).typing.on {
		t.Error("a query that cannot be read is accepted")
	}
}

func TestTypedPatternsStayAsTheyAre(t *testing.T) {
	for typed, want := range map[string]string{
		"tid": "tid*", "title:tid": "title:tid*", "title:~^the": "title:~^the", "-text:~(live|tick": "-text:~(live|tick",
		`by:~"ida b`: `by:~"ida b`, "title:~x tid": "title:~x tid*", "age:<2d": "age:<2d", "age:<2": "age:<2",
	} {
		if got := opened(typed); got != want {
			t.Errorf("%s is asked as %s, want %s", typed, got, want)
		}
	}
}
