package reader

import (
	"strings"
	"testing"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader/text"
	"lede/ui/uitest"
	"lede/ui/widget"
)

// clickWord clicks on a word of the last line.
func clickWord(t *testing.T, a *ui.App, word string) {
	t.Helper()
	line := uitest.LastLine(a)
	at := strings.Index(line, word)
	if at < 0 {
		t.Fatalf("%q is not in the footer %q", word, line)
	}
	uitest.Drive(a, uitest.Click(len([]rune(line[:at])), a.H-1))
}

func TestAClickInTheFooterDoesWhatItNames(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 120, 40)
	clickWord(t, a, "next section")
	if got := a.Stack[0].(*reader).text.Section(); got != 1 {
		t.Errorf("the click leads to section %d", got)
	}
	clickWord(t, a, "topics")
	if _, ok := a.Top().(*widget.Menu); !ok {
		t.Fatalf("the top screen is %T", a.Top())
	}
	clickWord(t, a, "cancel")
	clickWord(t, a, "help")
	if _, ok := a.Top().(*ui.Help); !ok {
		t.Errorf("the top screen is %T", a.Top())
	}
}

func TestAClickOnAFooterThatIsNoLongerTrueSaysSo(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 120, 40)
	at := strings.Index(uitest.LastLine(a), "next section")
	a.Stack[0].(*reader).text.SetView(text.RawView) // and nothing has been drawn since
	if uitest.Drive(a, uitest.Click(at, a.H-1)); !strings.Contains(uitest.LastLine(a),
		"The source text has no sections.") {
		t.Errorf("the last line is %q", uitest.LastLine(a))
	}
}

func TestWhatIsOfNoUseIsNotOfferedAndSaysWhy(t *testing.T) {
	plain := model.Article{
		Entry:    model.Entry{Title: "A note", Ref: "x"},
		Sections: []model.Section{{Blocks: []model.Block{uitest.Paragraph("Low water at six.")}}},
	}
	a := showing(uitest.One(plain), 80, 24)
	for key, want := range map[string]string{
		"]": "This article has no sections.", "3": "This article has no sections.", "}": "This article has no posts.",
		"a": "This article has no related links.", "o": "The source gives no address for this article.",
		"H": "This is where the trail begins.", "L": "This is the end of the trail.", "J": "There is no list to go on in.",
		"s": "The article is still being read.", "r": "The original text isn't kept. Reopen its link to see it.",
		"!": "Nothing is known of why this article is what it is.",
	} {
		if b, _ := action.Find(a.Top().Actions(), key); b.Offered() {
			t.Errorf("%q is offered", key)
		}
		if uitest.Drive(a, uitest.Press(key)...); strings.TrimSpace(uitest.LastLine(a)) != want {
			t.Errorf("%q says %q, want %q", key, uitest.LastLine(a), want)
		}
	}
}

func TestThePaletteDoesWhatItNames(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	uitest.Drive(a, uitest.Press(":", "s", "o", "u", "r", "c", "e", "enter")...)
	if got := a.Stack[0].(*reader).text.View; got != text.RawView {
		t.Errorf("the view is %v", got)
	}
	uitest.Drive(a, uitest.Press(":", "o", "u", "t", "l")...)
	if h := a.Top().(*ui.Palette); len(h.Shown) != 0 {
		t.Errorf("the source text offers %q", h.Shown[0].Words)
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	r := a.Stack[0].(*reader)
	late := ui.ArticleOpenedMsg{
		Request: r.loading.request - 1,
		Opening: model.Opening{Article: *uitest.AllIsWell()}, Done: true,
	}
	before := uitest.ScreenText(a)
	if uitest.Drive(a, late); uitest.ScreenText(a) != before {
		t.Errorf("an answer to another request is shown:\n%s", uitest.ScreenText(a))
	}
}

func TestACopyRowNamesItsKeyBesideALongTitle(t *testing.T) {
	long := uitest.Harbour()
	long.Title = strings.Repeat("Harbour towns brace for the spring tides ", 4)
	a := showing(uitest.One(long), 80, 24)
	uitest.Drive(a, uitest.Press("y")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "t  title") || !strings.Contains(got, "Harbour towns brace") {
		t.Errorf("got\n%s", got)
	}
}

func TestAMarkInTheReaderIsToldInAWord(t *testing.T) {
	for keys, want := range map[string]string{"s": "Starred. U takes it back.", "m": "Marked read. U takes it back."} {
		a := showingKept(uitest.Kept(), 80, 24)
		uitest.Drive(a, uitest.Press("enter", keys)...)
		if got := strings.TrimSpace(uitest.LastLine(a)); got != want {
			t.Errorf("%s: the notice is %q, want %q", keys, got, want)
		}
	}
}
