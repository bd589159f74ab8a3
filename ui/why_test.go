package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// fakeCorrector knows one answer for each part, drops the first block on a correction, and notes what it was asked.
type fakeCorrector struct {
	whys  map[int]model.Why
	made  []model.Correction
	taken int
	err   error
	given model.Article
}

func (f *fakeCorrector) Why(_ context.Context, _ *model.Article, part int) (model.Why, error) {
	w, ok := f.whys[part]
	if !ok {
		return w, errors.New("lede no longer knows: this article comes out of the library")
	}
	return w, nil
}

func (f *fakeCorrector) Correct(c model.Correction) (func() error, error) {
	if f.err != nil {
		return nil, f.err
	}
	f.made = append(f.made, c)
	return func() error { f.taken++; return nil }, nil
}

func (f *fakeCorrector) Reread(_ context.Context, _ *model.Article, whole bool) (model.Article, error) {
	a := f.given
	if whole {
		a.Sections = append([]model.Section{{Blocks: append([]model.Block{paragraph("Sign up now."), paragraph("Twice.")}, a.Sections[0].Blocks...)}}, a.Sections[1:]...)
		left := model.Reason{Rule: model.LeftOut + ": no text of the article"}
		a.Reasons = append([]model.Reason{left, {Rule: "main content"}, {Rule: "main content"}, {Rule: "main content"}}, left)
		return a, nil
	}
	if len(f.made) > f.taken {
		a.Sections = append([]model.Section{{Blocks: a.Sections[0].Blocks[1:]}}, a.Sections[1:]...)
	}
	return a, nil
}

// allIsWell is another text for harbour, with fewer parts.
func allIsWell() *model.Article {
	a := harbour()
	a.Sections = []model.Section{{Blocks: []model.Block{paragraph("All is well.")}}}
	return &a
}

func newCorrector() *fakeCorrector {
	file := "/home/ines/.config/lede/sites/courier.example.toml"
	return &fakeCorrector{given: harbour(), whys: map[int]model.Why{
		0: {
			Reason: model.Reason{Rule: "main content: reads like the article's own text", Element: 12}, File: file,
			Spots: []model.Spot{{Selector: "div.story > p", Matches: 14}, {Selector: `div.story > p:contains("Four towns")`, Matches: 1}, {Selector: "div.story", Matches: 1}},
		},
		1: {Reason: model.Reason{Rule: "related: a label with a title behind it", Said: "ALSO READ", Line: 7}, File: "/c/lede/config.toml", Labels: []string{"The tide tables"}},
		2: {Reason: model.Reason{Rule: "heading: a number that counts up through the text", Line: 9}},
	}}
}

func correcting(c *fakeCorrector, w, h int) *App {
	article := harbour()
	article.Reasons = make([]model.Reason, 20) // the corrector has them
	o := one(article)
	o.Corrector = c
	return started(o, w, h)
}

func TestWhyIsToldAndCorrectionsAreOffered(t *testing.T) {
	for name, s := range map[string]struct{ w, h int }{"why-80x24": {80, 24}, "why-120x40": {120, 40}, "why-40x15": {40, 15}} {
		a := correcting(newCorrector(), s.w, s.h)
		drive(a, press("!", "l")...)
		golden(t, a, name)
	}
	a := correcting(newCorrector(), 80, 24)
	drive(a, press("!", "n")...)
	golden(t, a, "why-label-80x24")
	drive(a, press("n")...)
	if got := screenText(a); !strings.Contains(got, "counts up through the text") || !strings.Contains(got, "line 9") {
		t.Errorf("got\n%s", got)
	}
	drive(a, press("n")...)
	if got := screenText(a); !strings.Contains(got, "lede no longer knows") {
		t.Errorf("got\n%s", got)
	}
}

func TestACorrectionIsMadeAndTakenBackInItsPlace(t *testing.T) {
	c := newCorrector()
	a := correcting(c, 80, 24)
	drive(a, press("!", "right", "right", "right", "left", "d")...)
	want := model.Correction{Kind: model.DropThis, Value: `div.story > p:contains("Four towns")`, File: "/home/ines/.config/lede/sites/courier.example.toml"}
	if len(c.made) != 1 || c.made[0] != want {
		t.Fatalf("got %+v, want %+v", c.made, want)
	}
	got := screenText(a)
	if strings.Contains(got, "Four towns on the north coast") || !strings.Contains(got, "sites/courier.example.toml now says drop") {
		t.Errorf("after the correction:\n%s", got)
	}
	drive(a, press("U")...)
	if got := screenText(a); c.taken != 1 || !strings.Contains(got, "Four towns on the north coast") || !strings.Contains(got, "taken back") {
		t.Errorf("after undo:\n%s", got)
	}
}

func TestEveryCorrectionHasAKeyThatMakesIt(t *testing.T) {
	for part, fixes := range map[int][]fix{0: pageFixes(), 1: labelFixes()} {
		for _, f := range fixes {
			c := newCorrector()
			a := correcting(c, 80, 24)
			drive(a, press("!")...)
			for range part {
				drive(a, press("n")...)
			}
			drive(a, press(f.key)...)
			if len(c.made) != 1 || c.made[0].Kind != f.kind {
				t.Errorf("%s (%s) makes %+v", f.key, f.label, c.made)
			}
		}
	}
}

func TestACorrectionLeavesTheTextWhereItIs(t *testing.T) {
	c := newCorrector()
	c.whys[3] = c.whys[0]
	a := correcting(c, 80, 16)
	drive(a, press("]", "!", "n", "esc")...)
	before := firstLines(a)
	drive(a, press("!", "d")...) // the first block of the article, above the view, is gone then
	if after := firstLines(a); len(c.made) != 1 || after != before || !strings.Contains(before, "The gauge at Westhaven") {
		t.Errorf("got\n%s\nwant\n%s", after, before)
	}
	drive(a, press("U")...)
	if after := firstLines(a); c.taken != 1 || after != before {
		t.Errorf("after undo got\n%s\nwant\n%s", after, before)
	}
}

// firstLines is the text at the top of the view.
func firstLines(a *App) string {
	return strings.Join(strings.Split(screenText(a), "\n")[1:6], "\n")
}

func TestACorrectionThatFailsIsTold(t *testing.T) {
	c := newCorrector()
	c.err = errors.New("Cannot change sites/courier.example.toml: you may not write there.") //nolint:revive // it is a sentence
	a := correcting(c, 80, 24)
	drive(a, press("!", "y")...)
	if got := screenText(a); !strings.Contains(got, "you may not write there") || !strings.Contains(got, "Four towns") {
		t.Errorf("got\n%s", got)
	}
}

func TestWhyNeedsACorrectorAndText(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	drive(a, press("!")...)
	if got := screenText(a); len(a.stack) != 1 || !strings.Contains(got, "Nothing is known of why") {
		t.Errorf("without a corrector, got\n%s", got)
	}
	a = correcting(newCorrector(), 80, 24)
	drive(a, press("r", "!")...)
	if got := screenText(a); !strings.Contains(got, "Ask in the article") {
		t.Errorf("in the source text, got\n%s", got)
	}
}

func TestWhyClosesByClickBesideAndEscape(t *testing.T) {
	for _, msg := range []tea.Msg{keyPress("esc"), keyPress("q"), keyPress("!"), tea.MouseClickMsg{X: 1, Y: 1, Button: tea.MouseLeft}} {
		a := correcting(newCorrector(), 80, 24)
		drive(a, press("!")...)
		drive(a, msg)
		if got := screenText(a); strings.Contains(got, "Why is this so") {
			t.Errorf("%v: still open:\n%s", msg, got)
		}
	}
}

func TestWhatIsLeftOutIsShownOnDemand(t *testing.T) {
	c := newCorrector()
	a := correcting(c, 80, 24)
	drive(a, press("!", "e")...)
	if got := screenText(a); !strings.Contains(got, "Everything on the page.") {
		t.Fatalf("got\n%s", got)
	}
	drive(a, press("g")...)
	if got := screenText(a); !strings.Contains(got, "Sign up now.") {
		t.Fatalf("got\n%s", got)
	}
	drive(a, press("!", "n")...) // the second part is in the article, and so on: the fifth is the next that is not
	if got := screenText(a); !strings.Contains(got, "│ What the gauges say") {
		t.Errorf("got\n%s", got)
	}
	drive(a, press("esc", "s")...)
	if got := screenText(a); !strings.Contains(got, "Go back to the article") {
		t.Errorf("the whole page is kept:\n%s", got)
	}
	drive(a, press("q")...)
	if got := screenText(a); strings.Contains(got, "Sign up now.") || !strings.Contains(got, "Only the article again.") {
		t.Errorf("after going back, got\n%s", got)
	}
}

func TestAPlaceIsFoundAgainInAnotherReading(t *testing.T) {
	reading := func(words string) *items {
		a := model.Article{Sections: []model.Section{{}}}
		for w := range strings.FieldsSeq(words) {
			a.Sections[0].Blocks = append(a.Sections[0].Blocks, paragraph(w))
		}
		return newItems(&a)
	}
	for _, c := range []struct {
		before, now string
		item, want  int // of the items, of which the first is the title block
		line        int
	}{
		{"a b c", "a b c", 2, 2, 3},
		{"a b c", "b c", 2, 1, 3},
		{"a b c", "a c", 2, 2, 0},
		{"a b c", "a B c", 2, 2, 0},
		{"a b c", "B c", 1, 1, 0},
		{"a b c", "x y", 3, -1, 0},
	} {
		if at, line := reading(c.now).near(reading(c.before), c.item, 3); at != c.want || line != c.line {
			t.Errorf("%q, item %d, in %q: got item %d, line %d; want %d, %d", c.before, c.item, c.now, at, line, c.want, c.line)
		}
	}
}

func TestWhyTellsToItsEndThatRulesNeedASite(t *testing.T) {
	c := newCorrector()
	c.whys[0] = model.Why{Reason: model.Reason{Rule: "main content: reads like the article's own text", Element: 12}}
	a := correcting(c, 40, 15)
	drive(a, press("!")...)
	if got := screenText(a); !strings.Contains(got, "Rules need the site of this page:") || !strings.Contains(got, "name it with --base-url.") {
		t.Errorf("the sentence is cut:\n%s", got)
	}
}

func TestUndoTakesBackTheLastOfCorrectionsAndMarks(t *testing.T) {
	f, c := heldStore(), newCorrector()
	c.given.ID = model.NewID(c.given.URL)
	o := withStore(f)
	o.Library.(fakeLibrary).openings[o.Ref][0].Article.Reasons = make([]model.Reason, 20) // the corrector has them
	c.given.Reasons = make([]model.Reason, 20)
	o.Corrector = c
	a := started(o, 80, 24)
	id := a.stack[0].(*reader).keeping.id
	starred := func() bool { s, _ := f.Status(t.Context(), id); return s.Starred }
	drive(a, press("!", "d", "s", "s")...) // a correction, kept, which is no step of its own, and starred
	if !starred() || c.taken != 0 {
		t.Fatalf("it is not starred:\n%s", screenText(a))
	}
	drive(a, press("U")...)
	if starred() || c.taken != 0 {
		t.Errorf("starred: %t, %d corrections taken back", starred(), c.taken)
	}
	drive(a, press("U")...)
	if c.taken != 1 {
		t.Errorf("%d corrections taken back:\n%s", c.taken, screenText(a))
	}
}

func TestWhyClosesWhenTheTextIsAnotherOne(t *testing.T) {
	for name, msg := range map[string]func(*reader) tea.Msg{
		"a newer text": func(r *reader) tea.Msg {
			return articleOpenedMsg{request: r.loading.request, opening: model.Opening{Article: *allIsWell()}, done: true}
		},
		"a correction": func(r *reader) tea.Msg { return correctedMsg{request: r.loading.request, article: allIsWell()} },
	} {
		c := newCorrector()
		c.whys[10] = c.whys[2]
		a := correcting(c, 80, 24)
		drive(a, press("G", "!", "?")...) // help stands above it
		r := a.stack[0].(*reader)
		drive(a, msg(r), size(60, 20), keyPress("j"))
		if len(a.stack) != 1 || !strings.Contains(screenText(a), "All is well.") {
			t.Errorf("%s: %d screens are open:\n%s", name, len(a.stack), screenText(a))
		}
	}
	a := correcting(newCorrector(), 80, 24)
	drive(a, press("!")...)
	drive(a, articleOpenedMsg{request: a.stack[0].(*reader).loading.request, done: true}) // the page is as it was
	if len(a.stack) != 2 {
		t.Error("it closes though the text is the same")
	}
}

func TestACorrectionThatCannotBeTakenBackCanBeTriedAgain(t *testing.T) {
	c := newCorrector()
	a := correcting(c, 80, 24)
	drive(a, press("!", "d")...)
	r := a.stack[0].(*reader)
	back, tries := r.fixes.made[0], 0
	r.fixes.made[0] = func() error {
		if tries++; tries == 1 {
			return errors.New("the disk is full")
		}
		return back()
	}
	drive(a, press("U")...)
	if got := screenText(a); c.taken != 0 || !strings.Contains(got, "the disk is full") {
		t.Fatalf("got\n%s", got)
	}
	drive(a, press("U")...)
	if got := screenText(a); c.taken != 1 || !strings.Contains(got, "taken back") {
		t.Errorf("got\n%s", got)
	}
}

func TestTheFooterNamesWhyWhereItCanBeTold(t *testing.T) {
	known := harbour()
	known.Reasons = []model.Reason{{Rule: "main content", Element: 12}}
	for _, c := range []struct {
		article model.Article
		want    bool
	}{{known, true}, {harbour(), false}} { // what comes out of the library has no reasons
		o := one(c.article)
		o.Corrector = newCorrector()
		if got := lastLine(started(o, 80, 24)); strings.Contains(got, "! why") != c.want {
			t.Errorf("with %d reasons the footer is %q", len(c.article.Reasons), got)
		}
	}
}
