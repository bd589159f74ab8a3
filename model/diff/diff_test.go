package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// text makes an article of lines: "# " begins a section, anything else is a paragraph.
func text(title, byline string, lines ...string) model.Article {
	a := model.Article{Entry: model.Entry{Title: title}, Sections: []model.Section{{}}}
	if byline != "" {
		a.Byline = strings.Split(byline, ", ")
	}
	for _, l := range lines {
		if heading, ok := strings.CutPrefix(l, "# "); ok {
			a.Sections = append(a.Sections, model.Section{Title: heading, Level: 2})
			continue
		}
		s := &a.Sections[len(a.Sections)-1]
		s.Blocks = append(s.Blocks, model.Prose{Kind: model.Paragraph, Source: l})
	}
	a.Words = a.CountWords()
	return a
}

// told writes changes in short.
func told(changes []Change) (lines []string) {
	for _, c := range changes {
		note := ""
		if c.Note != NoNote {
			note = " (" + string(c.Note) + ")"
		}
		lines = append(lines,
			strings.TrimSpace(fmt.Sprintf("%s %s%s [%s] %s → %s", c.Kind, c.Part, note, c.Section, c.Old, c.New)))
	}
	return lines
}

func TestBetween(t *testing.T) {
	base := text("Harbour towns brace", "Ada Okafor", "The wall held. Twelve people were moved, Mr. Holt said.",
		"Nobody was hurt.", "# The pilots", "Two boats are missing.",
		"The search goes on.")
	for _, c := range []struct {
		name string
		to   model.Article
		want []string
	}{
		{"nothing", base, nil},
		{
			"how it is set", text("Harbour towns brace", "ADA OKAFOR",
				"The wall  held. Twelve people were moved, Mr. Holt said.", "Nobody was hurt", "# The Pilots",
				"Two boats are missing.", "The search goes on."), nil,
		},
		{
			"a figure", text("Harbour towns brace", "Ada Okafor", "The wall held. Fourteen people were moved, Mr. Holt said.",
				"Nobody was hurt.", "# The pilots",
				"Two boats are missing.", "The search goes on."),
			[]string{
				"reworded sentence [] Twelve people were moved, Mr. Holt said. → Fourteen people were moved, Mr. Holt said.",
			},
		},
		{
			"a sentence more, one less", text("Harbour towns brace", "Ada Okafor",
				"The wall held. Twelve people were moved, Mr. Holt said.", "Nobody was hurt.",
				"# The pilots", "Two boats are missing. A third came home at noon."),
			[]string{
				"added sentence [The pilots]  → A third came home at noon.",
				"removed sentence [The pilots] The search goes on. →",
			},
		},
		{
			"headline and byline", text("Harbour towns brace for a second tide", "Ada Okafor, Ines Holt",
				"The wall held. Twelve people were moved, Mr. Holt said.",
				"Nobody was hurt.", "# The pilots", "Two boats are missing.", "The search goes on."),
			[]string{
				"reworded title [] Harbour towns brace → Harbour towns brace for a second tide",
				"reworded byline [] Ada Okafor → Ada Okafor, Ines Holt",
			},
		},
		{
			"a heading", text("Harbour towns brace", "Ada Okafor", "The wall held. Twelve people were moved, Mr. Holt said.",
				"Nobody was hurt.", "# The pilots at sea",
				"Two boats are missing.", "The search goes on."),
			[]string{"reworded heading [The pilots at sea] The pilots → The pilots at sea"},
		},
		{
			"a correction", text("Harbour towns brace", "Ada Okafor", "The wall held. Twelve people were moved, Mr. Holt said.",
				"Nobody was hurt.", "# The pilots",
				"Two boats are missing.", "The search goes on.",
				"Correction: An earlier version of this article misnamed the wall."),
			[]string{
				"added sentence (correction) [The pilots]  → Correction: An earlier version of this article misnamed the wall.",
			},
		},
		{
			"an order", text("Harbour towns brace", "Ada Okafor", "Nobody was hurt.",
				"The wall held. Twelve people were moved, Mr. Holt said.", "# The pilots",
				"The search goes on.", "Two boats are missing."), nil,
		},
		{
			"clocks and counters", text("Harbour towns brace", "Ada Okafor", "Updated 4 May 2026, 14:03", "5 min read",
				"The wall held. Twelve people were moved, Mr. Holt said.",
				"12 comments", "Nobody was hurt.", "# The pilots", "Two boats are missing.", "The search goes on.",
				"vor 3 Stunden"), nil,
		},
	} {
		if d := cmp.Diff(c.want, told(Between(base, c.to))); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

// TestWhatStandsRoundAnArticleIsNoChange changes all blocks that are not its text.
func TestWhatStandsRoundAnArticleIsNoChange(t *testing.T) {
	round := func(word string) model.Article {
		a := text("Title", "", "The wall held.", "Nobody was hurt.")
		a.Sections[0].Blocks = slices.Insert(a.Sections[0].Blocks, 1,
			model.Block(model.Related{Label: "ALSO READ", Links: []model.Link{{Title: word}}}),
			model.Block(model.Notice{Kind: model.Advertisement, Source: word}),
			model.Block(model.Image{Alt: word, Caption: word}))
		return a
	}
	if got := Between(round("Tides"), round("Trains")); len(got) > 0 {
		t.Errorf("got %v", told(got))
	}
}

func TestARowOfDaysAndFiguresIsNoClock(t *testing.T) {
	timetable := func(last string) model.Article {
		a := text("Ferries", "", "The boats leave twice a day.")
		a.Sections[0].Blocks = append(a.Sections[0].Blocks, model.Prose{
			Kind:  model.Table,
			Plain: "Day\tOut\tBack\nMonday\t9\t17\nTuesday\t10\t" + last,
		})
		return a
	}
	got := told(Between(timetable("18"), timetable("19")))
	if d := cmp.Diff([]string{"reworded sentence [] Tuesday 10 18 → Tuesday 10 19"}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestNotesAreNamedInTheirLanguage(t *testing.T) {
	for sentence, want := range map[string]Note{
		"Correction: The tide came at noon.":                              Correction,
		"An earlier version of this story misstated the hour.":            Correction,
		"Editor’s note: the name has been changed.":                       Correction,
		"Berichtigung: In einer früheren Fassung stand eine falsche Zahl": Correction,
		"In einer früheren Version hieß es, die Flut komme mittags.":      Correction,
		"Rectificatif : l’heure a été corrigée.":                          Correction,
		"【訂正】潮位の数字が誤っていました。":                                              Correction,
		"訂正:潮位の数字が誤っていました。":                                               Correction,
		"Updated at 3 p.m. on 4 May":                                      Update,
		"This article was updated to add the pilots’ words.":              Update,
		"Aktualisiert: 4. Mai, 15 Uhr":                                    Update,
		"The corrections department was closed.":                          NoNote,
		"Updating the wall took ten years.":                               NoNote,
		"Precision is what pilots ask for.":                               NoNote,
	} {
		if got := noteOf(sentence); got != want {
			t.Errorf("%q is a note of %q, want %q", sentence, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for line, want := range map[string][]string{
		"One. Two! Three? Four":                         {"One.", "Two!", "Three?", "Four"},
		"Mr. Holt of the U.S. Navy left. He came back.": {"Mr. Holt of the U.S. Navy left.", "He came back."},
		"“Go,” she said. “Now.” They went.":             {"“Go,” she said.", "“Now.”", "They went."},
		"It rose by 3.5 m. in an hour.":                 {"It rose by 3.5 m. in an hour."},
		"1. First":                                      {"1. First"},
		"潮が来た。船は出た。":                                    {"潮が来た。", "船は出た。"},
		"line one\nline two. Three":                     {"line one", "line two.", "Three"},
		"":                                              nil,
	} {
		var got []string
		eachSentence(line, func(s string, at int) {
			if strings.TrimSpace(s) != "" {
				got = append(got, strings.TrimSpace(s))
			}
			if !strings.HasPrefix(line[at:], s) {
				t.Errorf("%q: %q does not stand at %d", line, s, at)
			}
		})
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q (-want +got):\n%s", line, d)
		}
	}
}

func TestMarksAreTheWordsThatChanged(t *testing.T) {
	was, is := "Twelve people were moved before noon.", "Fourteen people were moved long before noon."
	old, new := marks(was, is)
	cut := func(s string, at [][2]int) (out []string) {
		for _, m := range at {
			out = append(out, s[m[0]:m[1]])
		}
		return out
	}
	if d := cmp.Diff([]string{"Twelve"}, cut(was, old)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"Fourteen", "long"}, cut(is, new)); d != "" {
		t.Error(d)
	}
	if old, new := marks("It cost 1.5 million", "It cost 15 million"); len(old) == 0 || len(new) == 0 {
		t.Error("a point in a figure is no change")
	}
}

// TestASentenceThatBothPagesHaveIsNoChange reads a page in two ways, as two versions of lede might.
func TestASentenceThatBothPagesHaveIsNoChange(t *testing.T) {
	page :=
		`<h1>Title</h1><p>The wall <b>held</b>.</p><div class="x">Photo by &quot;Holt&quot; &amp; sons</div><script>no ` +
			`words</script>`
	a, b := text("Title", "", "The wall held.", "Photo by \"Holt\" & sons"), text("Title", "", "The wall held.")
	a.Source, a.Format, b.Source, b.Format = page, model.HTML, page, model.HTML
	if got := Between(a, b); len(got) > 0 {
		t.Errorf("got %v", told(got))
	}
	b.Source = strings.Replace(page, "Photo by", "Picture by", 1)
	if got := Between(a, b); len(got) != 1 {
		t.Errorf("what has gone from the page: got %v", told(got))
	}
}

// TestASentenceThatGoesOnIsReworded puts words behind a sentence that both pages then have, and takes them away.
func TestASentenceThatGoesOnIsReworded(t *testing.T) {
	const short, long = "The wall held through the night.", "The wall held through the night (so the pilots said)."
	page := func(line string) model.Article {
		a := text("Title", "", "Nobody was hurt.", line)
		a.Source, a.Format = "<h1>Title</h1><p>Nobody was hurt.</p><p>"+line+"</p>", model.HTML
		return a
	}
	for _, c := range [][2]string{{short, long}, {long, short}} {
		got := told(Between(page(c[0]), page(c[1])))
		if d := cmp.Diff([]string{"reworded sentence [] " + c[0] + " → " + c[1]}, got); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	}
}

// TestAParagraphThatTheTextLeavesOutIsAnAddition adds one to the page alone.
func TestAParagraphThatTheTextLeavesOutIsAnAddition(t *testing.T) {
	page := `<h1>Title</h1><p>The wall held.</p>%s<p>Nobody was hurt.</p>`
	a := text("Title", "", "The wall held.", "Nobody was hurt.")
	b := a
	a.Format, b.Format = model.HTML, model.HTML
	a.Source = fmt.Sprintf(page, "")
	for inserted, want := range map[string]int{
		"<p>Correction: An earlier version misnamed the wall.</p>":                 1,
		"<p>Read more about <a href='/x'>the wall that held the sea</a>.</p>":      0,
		"<div>Shoes for rent</div><p>The finest shoes are to be had for rent.</p>": 0,
		"<p>Share</p>": 0,
	} {
		b.Source = fmt.Sprintf(page, inserted)
		if got := Between(a, b); len(got) != want {
			t.Errorf("%s: got %v", inserted, told(got))
		}
	}
}

// TestRelate tries both sides of the line between a newer text and another article.
func TestRelate(t *testing.T) {
	lines := []string{
		"The wall held.", "Twelve people were moved.", "Nobody was hurt.", "Two boats are missing.",
		"The search goes on.", "The pilots met at noon.",
	}
	kept := text("Harbour towns brace", "Ada Okafor", lines...)
	fresh := []string{
		"Buy this domain today.", "It is for sale.", "Ask for a price.", "We answer fast.",
		"All cards are taken.",
	}
	for _, c := range []struct {
		name      string
		to        model.Article
		elsewhere bool
		want      Relation
	}{
		{"the same", kept, false, Same},
		{
			"a correction", text("Harbour towns brace", "Ada Okafor", append(slices.Clone(lines), "One boat came home.")...),
			false, Version,
		},
		{"a domain for sale", text("This domain is for sale", "", fresh...), false, Other},
		{
			"two of six sentences recur", text("This domain is for sale", "", append(slices.Clone(fresh), lines[:2]...)...),
			false, Version,
		},
		{
			"one of six sentences recurs", text("This domain is for sale", "", append(slices.Clone(fresh), lines[0])...),
			false, Other,
		},
		{"a live page", text("Harbour towns brace: live", "The desk", fresh...), false, Version},
		{"a front page", text("Harbour towns brace", "", fresh...), false, Version},
		{"another story by the same author", text("A vote in the north", "Ada Okafor", fresh...), false, Version},
		{
			"another story by the same author at another address", text("A vote in the north", "Ada Okafor", fresh...),
			true, Other,
		},
		{"a page behind a wall", text("Harbour towns brace", "Ada Okafor", lines[0], lines[1]), false, Stub},
		{"no title and no byline", text("", "", fresh...), false, Other},
	} {
		if got := Relate(kept, c.to, c.elsewhere); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestLittleWordsDoNotMakeTitlesAlike(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		alike bool
	}{
		{"The pier", "The ferry", false},
		{"The end of the pier", "The day of the vote", false},
		{"The pier", "The old pier", true},
		{"Up to us", "Up to us", true},
		{"港の話", "港の話", true},
	} {
		if got := alikeTitles(c.a, c.b); got != c.alike {
			t.Errorf("%q and %q: got %t", c.a, c.b, got)
		}
	}
}

// TestAlignmentKeepsEveryUnit holds that what two sequences have in common and what differs are together all of both.
func TestAlignmentKeepsEveryUnit(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		a, b := make([]string, rnd.IntN(30)), make([]string, rnd.IntN(30))
		letters := 1 + rnd.IntN(12)
		for i := range a {
			a[i] = string(rune('a' + rnd.IntN(letters)))
		}
		for i := range b {
			b[i] = string(rune('a' + rnd.IntN(letters)))
		}
		goneA, goneB := make(map[int]bool), make(map[int]bool)
		for _, e := range gaps(a, b) {
			for _, i := range e.old {
				goneA[i] = true
			}
			for _, j := range e.new {
				goneB[j] = true
			}
		}
		left := func(all []string, gone map[int]bool) (out []string) {
			for i, s := range all {
				if !gone[i] {
					out = append(out, s)
				}
			}
			return out
		}
		if d := cmp.Diff(left(a, goneA), left(b, goneB)); d != "" {
			t.Fatalf("%v and %v do not have in common:\n%s", a, b, d)
		}
	}
}

// BenchmarkBetween compares two texts of 20,000 sentences that have little in common, which must not take the square
// of a short one.
func BenchmarkBetween(b *testing.B) {
	for _, n := range []int{200, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rnd := rand.New(rand.NewPCG(3, 4))
			make := func() model.Article {
				var lines []string
				for range n {
					lines = append(lines, fmt.Sprintf("The pilot %d saw %d boats at %d.", rnd.IntN(9), rnd.IntN(9999), rnd.IntN(24)))
				}
				return text("Title", "", lines...)
			}
			x, y := make(), make()
			for b.Loop() {
				Between(x, y)
			}
		})
	}
}
