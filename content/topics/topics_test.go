package topics_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"lede/content/topics"
	"lede/model"
	"lede/model/clean"
)

// article builds an article from lines: the first is the title, lines that begin with "## " are headings.
func article(lines ...string) model.Article {
	a := model.Article{Entry: model.Entry{Title: lines[0]}, Sections: []model.Section{{}}}
	for _, l := range lines[1:] {
		if h, ok := strings.CutPrefix(l, "## "); ok {
			a.Sections = append(a.Sections, model.Section{Title: h, Level: 2})
			continue
		}
		s := &a.Sections[len(a.Sections)-1]
		s.Blocks = append(s.Blocks, model.Prose{Kind: model.Paragraph, Source: l})
	}
	return a
}

func TestOfFindsWhatAnArticleIsAbout(t *testing.T) {
	for name, tt := range samples {
		t.Run(name, func(t *testing.T) {
			got := topics.Of(tt.article)
			for _, w := range tt.want {
				if !named(got, w) {
					t.Errorf("Of(%q) = %s; want %q among them", tt.article.Title, names(got), w)
				}
			}
			for _, n := range tt.never {
				if named(got, n) {
					t.Errorf("Of(%q) = %s; want no %q", tt.article.Title, names(got), n)
				}
			}
		})
	}
}

func TestOfGivesTheSameTopicsEachTime(t *testing.T) {
	for name, s := range samples {
		want := names(topics.Of(s.article))
		for range 20 {
			if got := names(topics.Of(s.article)); got != want {
				t.Errorf("%s: Of = %s, want %s as before", name, got, want)
			}
		}
	}
}

func named(ts []model.Topic, name string) bool {
	for _, t := range ts {
		if t.Name == name {
			return true
		}
	}
	return false
}

func TestNoTopicSaysWhatAnotherSays(t *testing.T) {
	for name, tt := range samples {
		got := topics.Of(tt.article)
		for i, a := range got {
			for j, b := range got {
				if words := strings.Fields(b.Key); i != j &&
					!slices.ContainsFunc(strings.Fields(a.Key), func(w string) bool { return !slices.Contains(words, w) }) {
					t.Errorf("%s: %q is among the words of %q", name, a.Name, b.Name)
				}
			}
		}
	}
}

func TestTopicsOfTheSourceMergeWithEachOtherAndTheText(t *testing.T) {
	text := []string{
		"The harbour of Westhaven",
		"The harbour wall of Westhaven was built by Ines Okafor in 1931. Ines Okafor also built the harbour wall of " +
			"Quay Sands.",
		"The harbour wall held. Germany paid for the harbour wall, and Ines Okafor thanked Germany.",
	}
	for _, c := range []struct{ stated, want, never []string }{
		{
			[]string{"harbour", "harbour wall", "Harbour walls"},
			[]string{"harbour wall"},
			[]string{"harbour", "Harbour walls"},
		},
		{[]string{"Ines Adaeze Okafor"}, []string{"Ines Okafor"}, []string{"Ines Adaeze Okafor"}},
		{
			[]string{"germany", "Allemagne", "trade with Germany in the north"},
			[]string{"germany"},
			[]string{"Germany", "Allemagne"},
		},
		{
			[]string{"how the harbour wall of Westhaven was built", "harbour wall"},
			[]string{"harbour wall"},
			[]string{"how the harbour wall of Westhaven was built"},
		},
	} {
		a := article(text...)
		for _, name := range c.stated {
			a.Topics = append(a.Topics, model.NewTopic(name, "", model.Publisher))
		}
		got := topics.Of(a)
		for _, w := range c.want {
			if !named(got, w) {
				t.Errorf("Of with %q = %s; want %q among them", c.stated, names(got), w)
			}
		}
		for _, n := range c.never {
			if named(got, n) {
				t.Errorf("Of with %q = %s; want no %q", c.stated, names(got), n)
			}
		}
	}
}

func TestKeysOfCountriesAreThoseOfTheLanguageOfTheText(t *testing.T) {
	a := article(
		"Island baut einen Leuchtturm",
		"Der Leuchtturm auf Island wird neu gebaut. Die Arbeiten auf Island dauern bis Mai. Deutschland zahlt mit, und "+
			"Deutschland liefert die Lampe für den Leuchtturm.",
	)
	for name, key := range map[string]string{"Island": "iceland", "Deutschland": "germany", "Leuchtturm": "leuchtturm"} {
		got := topics.Of(a)
		i := slices.IndexFunc(got, func(t model.Topic) bool { return t.Name == name })
		if i < 0 || got[i].Key != key {
			t.Errorf("Of = %v; want %q with the key %q", got, name, key)
		}
	}
}

func TestOfPutsTheSourcesTopicsFirst(t *testing.T) {
	a := samples["English"].article
	a.Topics = []model.Topic{
		{Name: " #coastal  defence", From: model.Publisher},
		{Name: "WESTHAVEN", From: model.Publisher},
		{Name: "Westhaven’s", From: model.Publisher},
		{Name: "58", From: model.Publisher},
		{Name: "old guess", From: model.Inferred},
		{Name: "tides, quays, gauges", From: model.Publisher},
	}
	got := topics.Of(a)
	if want := "coastal defence · WESTHAVEN · tides · quays · gauges"; !strings.HasPrefix(names(got), want) {
		t.Errorf("Of = %s; want %s first", names(got), want)
	}
	if named(got, "Westhaven") || named(got, "old guess") || named(got, "58") {
		t.Errorf("Of = %s; want no duplicates, no earlier guesses, no numbers", names(got))
	}
	if !named(got, "Ines Okafor") {
		t.Errorf("Of = %s; want inferred topics after the source's", names(got))
	}
}

func TestOfPrefersStatedTopicsThatTheTextNames(t *testing.T) {
	a := samples["English"].article
	for _, w := range strings.Fields(
		"alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo Westhaven harbour") {
		a.Topics = append(a.Topics, model.Topic{Name: w, From: model.Publisher})
	}
	got := topics.Of(a)
	if len(got) > topics.Max || got[0].Name != "Westhaven" || got[1].Name != "harbour" {
		t.Errorf("Of = %s; want Westhaven and harbour first, %d at most", names(got), topics.Max)
	}
}

func TestOfLeavesOutAuthorsRelatedLinksAndNotices(t *testing.T) {
	a := samples["English"].article
	a.Byline = []string{"Ines Okafor"}
	lead := &a.Sections[0]
	for range 5 {
		lead.Blocks = append(
			lead.Blocks,
			model.Related{Label: "ALSO READ", Links: []model.Link{{Title: "Zeppelin Festival returns to Zeppelin Field"}}},
			model.Notice{Kind: model.Disclaimer, Source: "Quarterly Holdings owns Quarterly Media."},
			model.Code{Source: "Gopher Gopher"},
		)
	}
	got := names(topics.Of(a))
	for _, n := range []string{"Zeppelin", "Quarterly", "Gopher", "Okafor"} {
		if strings.Contains(got, n) {
			t.Errorf("Of = %s; want no %s", got, n)
		}
	}
}

func TestOfOfNothing(t *testing.T) {
	if got := topics.Of(model.Article{}); len(got) != 0 {
		t.Errorf("Of(zero article) = %v, want none", got)
	}
}

// long repeats the words of a sample until the article has n of them.
func long(n int) model.Article {
	a := samples["English"].article
	blocks := a.Sections[0].Blocks
	words := 0
	var sections []model.Section
	for words < n {
		sections = append(sections, model.Section{Title: "What the harbour office says", Level: 2, Blocks: blocks})
		for _, b := range blocks {
			words += model.Words(b.Text())
		}
	}
	a.Sections = sections
	return a
}

func TestOfIsBoundedForVeryLongTexts(t *testing.T) {
	book, library := long(20_000), long(1_800_000) // about 100 kB and 10 MB
	var got []model.Topic
	few := testing.AllocsPerRun(1, func() { topics.Of(book) })
	if many := testing.AllocsPerRun(1, func() { got = topics.Of(library) }); many > 4*few {
		t.Errorf("Of 10 MB allocates %.0f times, of 100 kB %.0f times; want a bounded part to be looked at", many, few)
	}
	if !named(got, "Westhaven") {
		t.Errorf("Of = %s; want Westhaven", names(got))
	}
}

func BenchmarkOf(b *testing.B) {
	for _, bb := range []struct {
		name  string
		words int
	}{{"1000", 1000}, {"10000", 10_000}, {"10MB", 1_800_000}} {
		b.Run(bb.name, func(b *testing.B) {
			a := long(bb.words)
			topics.Of(a)
			b.ReportAllocs()
			for b.Loop() {
				topics.Of(a)
			}
		})
	}
}

func FuzzTopics(f *testing.F) {
	for _, s := range samples {
		f.Add(s.article.Title, strings.Join(texts(s.article), "\n"), "de", "a, b, c")
	}
	f.Add("A’s B’s", "O’Neil’s d’Or l'Été U.S. U.S U..S. 'n' X-", "", "#\x1b[31m")
	f.Add("İİİ ß", "\xff\xfe ﷽ 𝕏𝕐 한글은 글은 了的 ーーー ・・ ๆๆๆ กขค", "xx-yy", "\u202e;;")
	f.Fuzz(func(t *testing.T, title, body, language, stated string) {
		a := article(append([]string{clean.Line(title)}, strings.Split(clean.Text(body), "\n")...)...)
		a.Language = language
		a.Topics = []model.Topic{{Name: stated, From: model.Publisher}}
		got := topics.Of(a)
		if len(got) > topics.Max {
			t.Errorf("%d topics, want at most %d", len(got), topics.Max)
		}
		if again := topics.Of(a); names(again) != names(got) {
			t.Errorf("Of = %s, then %s; want the same", names(got), names(again))
		}
		seen := map[string]bool{}
		for _, topic := range got {
			n := topic.Name
			key := model.TopicKey(n)
			if key == "" || seen[key] {
				t.Errorf("topic %q with key %q among %s: empty or twice", n, key, names(got))
			}
			seen[key] = true
			if clean.Line(n) != n || !utf8.ValidString(n) || !strings.ContainsFunc(n, readable) {
				t.Errorf("topic %q is not clean", n)
			}
		}
	})
}

func readable(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func texts(a model.Article) []string {
	var all []string
	for _, b := range a.Blocks() {
		all = append(all, b.Text())
	}
	return all
}
