package reader

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/why"
	"lede/ui/uitest"
)

func correcting(c *uitest.FakeCorrector, w, h int) *ui.App {
	article := uitest.Harbour()
	article.Reasons = make([]model.Reason, 20) // the corrector has them
	o := uitest.One(article)
	o.Corrector = c
	return showing(o, w, h)
}

func TestWhyIsToldAndCorrectionsAreOffered(t *testing.T) {
	for name, s := range map[string]struct{ w, h int }{
		"why-80x24": {80, 24}, "why-120x40": {120, 40}, "why-40x15": {40, 15},
	} {
		a := correcting(uitest.NewCorrector(), s.w, s.h)
		uitest.Drive(a, uitest.Press("!", "l")...)
		uitest.Golden(t, a, name)
	}
	a := correcting(uitest.NewCorrector(), 80, 24)
	uitest.Drive(a, uitest.Press("!", "n")...)
	uitest.Golden(t, a, "why-label-80x24")
	uitest.Drive(a, uitest.Press("n")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "counts up through the text") ||
		!strings.Contains(got, "line 9") {
		t.Errorf("got\n%s", got)
	}
	uitest.Drive(a, uitest.Press("n")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "The original page isn't kept.") {
		t.Errorf("got\n%s", got)
	}
}

func TestACorrectionIsMadeAndTakenBackInItsPlace(t *testing.T) {
	c := uitest.NewCorrector()
	a := correcting(c, 80, 24)
	uitest.Drive(a, uitest.Press("!", "right", "right", "right", "left", "d")...)
	want := model.Correction{
		Kind: model.DropThis, Value: `div.story > p:contains("Four towns")`,
		File: "/home/ines/.config/lede/sites/courier.example.toml",
	}
	if len(c.Made) != 1 || c.Made[0] != want {
		t.Fatalf("got %+v, want %+v", c.Made, want)
	}
	got := uitest.ScreenText(a)
	if strings.Contains(got, "Four towns on the north coast") ||
		!strings.Contains(got, "sites/courier.example.toml now says drop") {
		t.Errorf("after the correction:\n%s", got)
	}
	uitest.Drive(a, uitest.Press("U")...)
	if got := uitest.ScreenText(a); c.Taken != 1 || !strings.Contains(got, "Four towns on the north coast") ||
		!strings.Contains(got, "taken back") {
		t.Errorf("after undo:\n%s", got)
	}
}

func TestEveryCorrectionHasAKeyThatMakesIt(t *testing.T) {
	for part, fixes := range map[int][]why.Fix{0: why.PageFixes(), 1: why.LabelFixes()} {
		for _, f := range fixes {
			c := uitest.NewCorrector()
			a := correcting(c, 80, 24)
			uitest.Drive(a, uitest.Press("!")...)
			for range part {
				uitest.Drive(a, uitest.Press("n")...)
			}
			uitest.Drive(a, uitest.Press(f.Key)...)
			if len(c.Made) != 1 || c.Made[0].Kind != f.Kind {
				t.Errorf("%s (%s) makes %+v", f.Key, f.Label, c.Made)
			}
		}
	}
}

func TestACorrectionLeavesTheTextWhereItIs(t *testing.T) {
	c := uitest.NewCorrector()
	c.Whys[3] = c.Whys[0]
	a := correcting(c, 80, 16)
	uitest.Drive(a, uitest.Press("]", "!", "n", "esc")...)
	before := firstLines(a)
	uitest.Drive(a, uitest.Press("!", "d")...) // the first block of the article, above the view, is gone then
	if after := firstLines(a); len(c.Made) != 1 || after != before ||
		!strings.Contains(before, "The gauge at Westhaven") {
		t.Errorf("got\n%s\nwant\n%s", after, before)
	}
	uitest.Drive(a, uitest.Press("U")...)
	if after := firstLines(a); c.Taken != 1 || after != before {
		t.Errorf("after undo got\n%s\nwant\n%s", after, before)
	}
}

// firstLines is the text at the top of the view.
func firstLines(a *ui.App) string {
	return strings.Join(strings.Split(uitest.ScreenText(a), "\n")[2:6], "\n")
}

func TestACorrectionThatFailsIsTold(t *testing.T) {
	c := uitest.NewCorrector()
	// It is a sentence.
	c.Err = errors.New("Cannot change sites/courier.example.toml: you may not write there.") //nolint:revive
	a := correcting(c, 80, 24)
	uitest.Drive(a, uitest.Press("!", "y")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "you may not write there") ||
		!strings.Contains(got, "Four towns") {
		t.Errorf("got\n%s", got)
	}
}

func TestWhyNeedsACorrectorAndText(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	uitest.Drive(a, uitest.Press("!")...)
	if got := uitest.ScreenText(a); len(a.Stack) != 1 || !strings.Contains(got, "Nothing is known of why") {
		t.Errorf("without a corrector, got\n%s", got)
	}
	a = correcting(uitest.NewCorrector(), 80, 24)
	uitest.Drive(a, uitest.Press("r", "!")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "Ask in the article") {
		t.Errorf("in the source text, got\n%s", got)
	}
}

func TestWhyClosesByClickBesideAndEscape(t *testing.T) {
	for _, msg := range []tea.Msg{uitest.KeyPress("esc"), uitest.KeyPress("q"), uitest.KeyPress("!"), tea.MouseClickMsg{
		X: 1, Y: 1, Button: tea.MouseLeft,
	}} {
		a := correcting(uitest.NewCorrector(), 80, 24)
		uitest.Drive(a, uitest.Press("!")...)
		uitest.Drive(a, msg)
		if got := uitest.ScreenText(a); strings.Contains(got, "Why is this so") {
			t.Errorf("%v: still open:\n%s", msg, got)
		}
	}
}

func TestWhatIsLeftOutIsShownOnDemand(t *testing.T) {
	c := uitest.NewCorrector()
	a := correcting(c, 80, 24)
	uitest.Drive(a, uitest.Press("!", "e")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "Everything on the page.") {
		t.Fatalf("got\n%s", got)
	}
	uitest.Drive(a, uitest.Press("g")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "Sign up now.") {
		t.Fatalf("got\n%s", got)
	}
	// the second part is in the article, and so on: the fifth is the next that is not
	uitest.Drive(a, uitest.Press("!", "n")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "│ What the gauges say") {
		t.Errorf("got\n%s", got)
	}
	uitest.Drive(a, uitest.Press("esc", "s")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "Go back to the article") {
		t.Errorf("the whole page is kept:\n%s", got)
	}
	uitest.Drive(a, uitest.Press("q")...)
	if got := uitest.ScreenText(a); strings.Contains(got, "Sign up now.") ||
		!strings.Contains(got, "Only the article again.") {
		t.Errorf("after going back, got\n%s", got)
	}
}

func TestWhyTellsToItsEndThatRulesNeedASite(t *testing.T) {
	c := uitest.NewCorrector()
	c.Whys[0] = model.Why{Reason: model.Reason{Rule: "main content: reads like the article's own text", Element: 12}}
	a := correcting(c, 40, 15)
	uitest.Drive(a, uitest.Press("!")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "Rules need the site of this page:") ||
		!strings.Contains(got, "name it with --base-url.") {
		t.Errorf("the sentence is cut:\n%s", got)
	}
}

func TestUndoTakesBackTheLastOfCorrectionsAndMarks(t *testing.T) {
	f, c := uitest.HeldStore(), uitest.NewCorrector()
	c.Given.ID = model.NewID(c.Given.URL)
	o := uitest.WithStore(f)
	o.Library.(uitest.FakeLibrary).Openings[o.Ref][0].Article.Reasons = make([]model.Reason, 20) // the corrector has them
	c.Given.Reasons = make([]model.Reason, 20)
	o.Corrector = c
	a := showing(o, 80, 24)
	id := a.Stack[0].(*reader).keeping.id
	starred := func() bool { s, _ := f.Status(t.Context(), id); return s.Starred }
	uitest.Drive(a, uitest.Press("!", "d", "s", "s")...) // a correction, kept, which is no step of its own, and starred
	if !starred() || c.Taken != 0 {
		t.Fatalf("it is not starred:\n%s", uitest.ScreenText(a))
	}
	uitest.Drive(a, uitest.Press("U")...)
	if starred() || c.Taken != 0 {
		t.Errorf("starred: %t, %d corrections taken back", starred(), c.Taken)
	}
	uitest.Drive(a, uitest.Press("U")...)
	if c.Taken != 1 {
		t.Errorf("%d corrections taken back:\n%s", c.Taken, uitest.ScreenText(a))
	}
}

func TestWhyClosesWhenTheTextIsAnotherOne(t *testing.T) {
	for name, msg := range map[string]func(*reader) tea.Msg{
		"a newer text": func(r *reader) tea.Msg {
			return ui.ArticleOpenedMsg{
				Request: r.loading.request,
				Opening: model.Opening{Article: *uitest.AllIsWell()}, Done: true,
			}
		},
		"a correction": func(r *reader) tea.Msg {
			return why.CorrectedMsg{Request: r.loading.request, Article: uitest.AllIsWell()}
		},
	} {
		c := uitest.NewCorrector()
		c.Whys[10] = c.Whys[2]
		a := correcting(c, 80, 24)
		uitest.Drive(a, uitest.Press("G", "!", "?")...) // help stands above it
		r := a.Stack[0].(*reader)
		uitest.Drive(a, msg(r), uitest.Size(60, 20), uitest.KeyPress("j"))
		if len(a.Stack) != 1 || !strings.Contains(uitest.ScreenText(a), "All is well.") {
			t.Errorf("%s: %d screens are open:\n%s", name, len(a.Stack), uitest.ScreenText(a))
		}
	}
	a := correcting(uitest.NewCorrector(), 80, 24)
	uitest.Drive(a, uitest.Press("!")...)
	// the page is as it was
	uitest.Drive(a, ui.ArticleOpenedMsg{Request: a.Stack[0].(*reader).loading.request, Done: true})
	if len(a.Stack) != 2 {
		t.Error("it closes though the text is the same")
	}
}

func TestACorrectionThatCannotBeTakenBackCanBeTriedAgain(t *testing.T) {
	c := uitest.NewCorrector()
	a := correcting(c, 80, 24)
	uitest.Drive(a, uitest.Press("!", "d")...)
	r := a.Stack[0].(*reader)
	back, tries := r.fixes.Made[0], 0
	r.fixes.Made[0] = func() error {
		if tries++; tries == 1 {
			return errors.New("the disk is full")
		}
		return back()
	}
	uitest.Drive(a, uitest.Press("U")...)
	if got := uitest.ScreenText(a); c.Taken != 0 || !strings.Contains(got, "the disk is full") {
		t.Fatalf("got\n%s", got)
	}
	uitest.Drive(a, uitest.Press("U")...)
	if got := uitest.ScreenText(a); c.Taken != 1 || !strings.Contains(got, "taken back") {
		t.Errorf("got\n%s", got)
	}
}

func TestTheFooterNamesWhyWhereItCanBeTold(t *testing.T) {
	known, kept, gone := uitest.Harbour(), uitest.Harbour(), uitest.Harbour()
	known.Reasons = []model.Reason{{Rule: "main content", Element: 12}}
	kept.Format, gone.Source = model.Markdown, ""
	for _, c := range []struct {
		article model.Article
		want    bool
	}{{known, true}, {kept, true}, {gone, false}} {
		o := uitest.One(c.article)
		o.Corrector = uitest.NewCorrector()
		if got := uitest.LastLine(showing(o, 80, 24)); strings.Contains(got, "! why") != c.want {
			t.Errorf("with %d reasons the footer is %q", len(c.article.Reasons), got)
		}
	}
}

func TestWhySaysWhatIsLeftOutBelowTheText(t *testing.T) {
	for said, left := range map[string][]string{
		"1 passage below the text is left out (e): “Tide alerts by mail”":   {"Tide alerts by mail"},
		"2 passages below the text are left out (e): “Tide alerts by mail”": {"Tide alerts by mail", "Sign up"},
	} {
		c := uitest.NewCorrector()
		w := c.Whys[0]
		w.Left = left
		c.Whys[0] = w
		a := correcting(c, 80, 24)
		uitest.Drive(a, uitest.Press("!")...)
		if got := uitest.ScreenText(a); !strings.Contains(got, said) {
			t.Errorf("with %d passages: %q is not on\n%s", len(left), said, got)
		}
	}
	a := correcting(uitest.NewCorrector(), 80, 24)
	uitest.Drive(a, uitest.Press("!")...)
	if got := uitest.ScreenText(a); strings.Contains(got, "below the text") {
		t.Errorf("nothing is left out, got\n%s", got)
	}
}
