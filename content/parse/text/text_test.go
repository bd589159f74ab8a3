package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"lede/content/lang"
	"lede/content/parse/name"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/clean"
)

// readText reads plain text.
func readText(t testing.TB, s string) model.Article {
	t.Helper()
	return Read(s, model.Entry{}, lang.Labels{})
}

// lettersIn keeps the letters and digits of a text.
func lettersIn(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// wordsIn returns all that an article says.
func wordsIn(a model.Article) string {
	all := []string{a.Title}
	for _, s := range a.Sections {
		all = append(all, s.Title)
		for _, b := range s.Blocks {
			all = append(all, b.Text())
		}
	}
	return strings.Join(all, "\n")
}

func TestOpening(t *testing.T) {
	body := "\n" + strings.Repeat("The gauge stood high on Sunday and nobody was surprised. ", 5) +
		"\nA second paragraph ends it."
	day := time.Date(2026, 5, 3, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, in, title, dateline string
		byline                    []string
		published                 time.Time
	}{
		{name: "title", in: "Harbour towns brace", title: "Harbour towns brace"},
		{
			name: "byline", in: "Harbour towns brace\nBy Ines Okafor and Jan de Vries", title: "Harbour towns brace",
			byline: []string{"Ines Okafor", "Jan de Vries"},
		},
		{name: "date", in: "Harbour towns brace\n3 May 2026", title: "Harbour towns brace", published: day},
		{
			name: "labelled date", in: "Harbour towns brace\nPublished on May 3, 2026", title: "Harbour towns brace",
			published: day,
		},
		{
			name: "both in a line", in: "Harbour towns brace\nInes Okafor | 3 May 2026", title: "Harbour towns brace",
			byline: []string{"Ines Okafor"}, published: day,
		},
		{
			name: "German", in: "Häfen rüsten sich\nVon Ines Okafor\nStand: 3. Mai 2026", title: "Häfen rüsten sich",
			byline: []string{"Ines Okafor"}, published: day,
		},
		{
			name: "French", in: "Les ports se préparent\nPar Inès Okafor\nPublié le 3 mai 2026",
			title: "Les ports se préparent", byline: []string{"Inès Okafor"}, published: day,
		},
		{
			name: "Spanish", in: "Los puertos se preparan\nPor Inés Okafor\n3 de mayo de 2026",
			title: "Los puertos se preparan", byline: []string{"Inés Okafor"}, published: day,
		},
		{
			name: "Russian", in: "Порты готовятся\nАвтор: Инна Окунева\n3 мая 2026",
			title:  "Порты готовятся",
			byline: []string{"Инна Окунева"}, published: day,
		},
		{
			name: "a name is no byline", in: "Harbour towns brace\nVon der Hafenmauer war wenig zu sehen",
			title: "Harbour towns brace",
		},
		{name: "question", in: "Who pays for the sea wall?", title: "Who pays for the sea wall?"},
		{name: "quotation", in: "“We were warned.”", title: "“We were warned.”"},
	} {
		a := readText(t, c.in+body)
		if a.Title != c.title || !cmp.Equal(a.Byline, c.byline) || !a.Published.Equal(c.published) {
			t.Errorf("%s: title %q, byline %q, date %v; want %q, %q, %v", c.name, a.Title, a.Byline, a.Published, c.title,
				c.byline, c.published)
		}
	}
}

func TestTextWithoutTitleLine(t *testing.T) {
	long := strings.Repeat("and the council had to answer for it in the end, ", 5) + "as it did."
	for in, want := range map[string]string{
		"Sea Wall Dispute: The town council met again, " + long + "\nIt is not over.": "Sea Wall Dispute",
		"The town council met again. It was late, " + long +
			"\nIt is not over.": "The town council met again. It was late, and the council had to answer for it in the end…",
		"The old town council of Westhaven met once more. Rain, " + long +
			"\nEnd.": "The old town council of Westhaven met once more",
	} {
		a := readText(t, in)
		if a.Title != want {
			t.Errorf("%.60q is titled %q, want %q", in, a.Title, want)
		}
		if got := lettersIn(wordsIn(a)); !strings.Contains(got, lettersIn(in)) {
			t.Errorf("%.60q lost words: %.120q", in, got)
		}
	}
}

func TestDateline(t *testing.T) {
	for in, want := range map[string]string{
		"GENEVA (AP) — Talks":                                    "GENEVA (AP)",
		"BEIRUT/THE HAGUE, March 7 (Reuters) - A crew":           "BEIRUT/THE HAGUE, March 7 (Reuters)",
		"Berlin (dpa) – Die Lage":                                "Berlin (dpa)",
		"WESTHAVEN — The gauge":                                  "WESTHAVEN",
		"The mayor — who had been warned — said nothing":         "",
		"Ines Okafor (41) said it: the wall - all of it - holds": "",
		"US - a country":                                         "",
	} {
		if got := recognise.Dateline(in); got != want {
			t.Errorf("dateline(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHardWrappedLinesAreJoined(t *testing.T) {
	a := readText(t, `The wall

When the tide came in on Sunday night the water stood at the lower quay for
the first time since the wall had been raised, and those who live behind it
went up to the church. The inter-
national office had warned them. It is a well-known place, and the well-
known harbour master was there with the first- and second-
class crews of the international rescue.

A second paragraph is here, and it goes on for as long as it takes to be
broken once.
`)
	want := []string{
		"When the tide came in on Sunday night the water stood at the lower quay for the first time since the wall had " +
			"been raised, and those who live behind it went up to the church. The international office had warned them. It " +
			"is a well-known place, and the well-known harbour master was there with the first- and second-class crews of " +
			"the international rescue.",
		"A second paragraph is here, and it goes on for as long as it takes to be broken once.",
	}
	var got []string
	for _, b := range a.Blocks() {
		got = append(got, b.Text())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLinesAreNotJoinedWhenEachIsAParagraph(t *testing.T) {
	for name, s := range map[string]string{
		"sentences": "The town met on Monday night.\nIt was late and nobody had slept.\nThe mayor asked for more time, " +
			"and for money.\nThe engineers had neither of them to give.\n",
		"verse": "The moon is on the harbour wall\nAnd nobody is there at all\nThe gulls have gone to sleep\n" +
			"The water is not deep\n",
		"addresses": "Harbour office, Westhaven\nThe lower quay 12, second floor on the left\nOpen from nine to five on " +
			"every working day\nClosed at spring tides\n",
	} {
		if got, want := len(shapes(s)), strings.Count(s, "\n"); got != want {
			t.Errorf("%s: %d units, want %d", name, got, want)
		}
	}
}

func TestPlainTextIsNotMarkup(t *testing.T) {
	for _, s := range []string{
		"# 1 in the charts, again", "1998. A year to forget", "+ 4 degrees at night", "= a sign", "*** and stars",
		"_x_ and a|b",
	} {
		in := "A title for it\n" + strings.Repeat("A paragraph of the usual kind stands here. ", 4) + "\n" + s + " " +
			strings.Repeat("and so it goes on for a while, ", 6) + "until it ends."
		a := readText(t, in)
		if got := lettersIn(wordsIn(a)); got != lettersIn(in) {
			t.Errorf("%q reads as %q", in, got)
		}
		for _, b := range a.Blocks() {
			if p, ok := b.(model.Prose); !ok || p.Kind != model.Paragraph {
				t.Errorf("%q gives a %T %v", s, b, b)
			}
		}
	}
}

// FuzzText holds that plain text of any shape is read, that what is read is clean, and that every word of it is kept.
func FuzzText(f *testing.F) {
	files, _ := filepath.Glob("../testdata/text/*.txt")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, s := range []string{
		"a", "a\nb", "- a\n  - b\n\n1. c\n2. d\n", "| a | b |\n|---|---|\n| c |\n", "> a\n>> b\n", "a\n===\n\nb\n---\n",
		"```\nx\n```", "\t\tx\n    y := 1;\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = clean.Text(clean.Newlines(s))
		a := Read(s, model.Entry{}, lang.Labels{})
		have := tally(a.Title, strings.Join(a.Byline, " "))
		for _, section := range a.Sections {
			have.add(section.Title)
			for _, b := range section.Blocks {
				if clean.Text(b.Text()) != b.Text() || clean.Text(b.Markdown()) != b.Markdown() {
					t.Fatalf("%q gives %q, which is not clean", s, b)
				}
				switch b := b.(type) {
				case model.Prose:
					have.add(b.Text())
				case model.Code, model.Post, model.Related, model.Notice, model.Image:
					have.add(b.Markdown())
				}
			}
		}
		for r, n := range source(s) {
			if have[r] < n {
				t.Fatalf("%q has %q %d times, but %d are read: %v", s, r, n, have[r], a.Sections)
			}
		}
	})
}

// counts reports how often each letter and digit occurs.
type counts map[rune]int

func tally(texts ...string) counts {
	c := counts{}
	for _, s := range texts {
		c.add(s)
	}
	return c
}

func (c counts) add(s string) {
	for _, r := range lettersIn(s) {
		c[r]++
	}
}

// source counts the letters of a text but for the lines that only name its authors and its date.
func source(s string) counts {
	c := counts{}
	for line := range strings.Lines(s) {
		var e model.Entry
		if !name.Imprint(&e, strings.TrimSpace(line)) {
			c.add(line)
		}
	}
	return c
}

func BenchmarkText(b *testing.B) {
	for name, s := range textShapes() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Read(s, model.Entry{}, lang.Labels{})
			}
		})
	}
}

// textShapes are a megabyte each of the shapes that plain text has.
func textShapes() map[string]string {
	fill := func(s string) string { return strings.Repeat(s, 1<<20/len(s)) }
	paragraph := strings.Repeat("The gauge stood at 4.1 metres on Sunday, and nobody in the office was surprised. ", 4)
	wrapped := strings.Repeat(
		"The gauge stood at 4.1 metres on Sunday, and nobody in the office was\nsurprised by that; the moon and the wind "+
			"had been against it for all of the\n", 3)
	return map[string]string{
		"lines":      fill(paragraph + "\nWhat the gauges say\n" + paragraph + "\n"),
		"paragraphs": fill(paragraph + "\n\n"),
		"wrapped":    fill(wrapped + "week.\n\n"),
		"lists":      fill("- one of several items\n- another one\n\n"),
		"tables":     fill("Year   Height   Note\n1998   3.9      wall\n2026   4.1      spring\n\n"),
	}
}
