package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/action"
)

// clickWord clicks on a word of the last line.
func clickWord(t *testing.T, a *App, word string) {
	t.Helper()
	line := lastLine(a)
	at := strings.Index(line, word)
	if at < 0 {
		t.Fatalf("%q is not in the footer %q", word, line)
	}
	drive(a, click(len([]rune(line[:at])), a.h-1))
}

func TestAClickInTheFooterDoesWhatItNames(t *testing.T) {
	a := started(one(harbour()), 120, 40)
	clickWord(t, a, "next section")
	if got := a.stack[0].(*reader).text.section(); got != 1 {
		t.Errorf("the click leads to section %d", got)
	}
	clickWord(t, a, "copy")
	if _, ok := a.top().(*menu); !ok {
		t.Fatalf("the top screen is %T", a.top())
	}
	clickWord(t, a, "cancel")
	clickWord(t, a, "help")
	if _, ok := a.top().(*help); !ok {
		t.Errorf("the top screen is %T", a.top())
	}
}

func TestAClickOnAFooterThatIsNoLongerTrueSaysSo(t *testing.T) {
	a := started(one(harbour()), 120, 40)
	at := strings.Index(lastLine(a), "next section")
	a.stack[0].(*reader).text.setView(rawView) // and nothing has been drawn since
	if drive(a, click(at, a.h-1)); !strings.Contains(lastLine(a), "The source text has no sections.") {
		t.Errorf("the last line is %q", lastLine(a))
	}
}

func TestWhatIsOfNoUseIsNotOfferedAndSaysWhy(t *testing.T) {
	plain := model.Article{Entry: model.Entry{Title: "A note", Ref: "x"}, Sections: []model.Section{{Blocks: []model.Block{paragraph("Low water at six.")}}}}
	a := started(one(plain), 80, 24)
	for key, want := range map[string]string{
		"]": "This article has no sections.", "3": "This article has no sections.", "}": "This article has no posts.",
		"a": "This article has no related links.", "o": "The source gives no address for this article.",
		"H": "This is where the trail begins.", "L": "This is the end of the trail.", "J": "There is no list to go on in.",
		"s": "There is no library to keep it in.", "A": "There is no library to keep it in.", "r": "This article has no source text.",
		"U": "There is nothing to undo.", "!": "Nothing is known of why this article is what it is.",
	} {
		if b, _ := action.Find(a.top().actions(), key); b.Offered() {
			t.Errorf("%q is offered", key)
		}
		if drive(a, press(key)...); strings.TrimSpace(lastLine(a)) != want {
			t.Errorf("%q says %q, want %q", key, lastLine(a), want)
		}
	}
}

func TestThePaletteDoesWhatItNames(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	drive(a, press(":", "s", "o", "u", "r", "c", "e", "enter")...)
	if got := a.stack[0].(*reader).text.view; got != rawView {
		t.Errorf("the view is %v", got)
	}
	drive(a, press(":", "o", "u", "t", "l")...)
	if h := a.top().(*help); len(h.shown) != 0 {
		t.Errorf("the source text offers %q", h.shown[0].Words)
	}
}

func TestTheWayOutStaysInTheFooter(t *testing.T) {
	for name, a := range map[string]*App{
		"reader": started(one(harbour()), 80, 24), "library": home(kept(), 80, 24), "list": started(Options{Library: serving(courier())}, 80, 24),
	} {
		for w := 30; w < 140; w++ {
			if drive(a, size(w, 24)); !strings.Contains(lastLine(a), "q quit  ? help") {
				t.Errorf("%s, %d cells: %q", name, w, lastLine(a))
			}
		}
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	r := a.stack[0].(*reader)
	late := articleOpenedMsg{request: r.loading.request - 1, opening: model.Opening{Article: *allIsWell()}, done: true}
	if drive(a, late); r.title() != harbour().Title {
		t.Errorf("an answer to another request is shown: %q", r.title())
	}
}

func TestOnlyItsOwnTimeTakesANoticeAway(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	a.notify("First.")
	first := noticeFadedMsg{a.notice.number}
	a.notify("Second.")
	if drive(a, first); lastLine(a) != " Second." {
		t.Errorf("the last line is %q", lastLine(a))
	}
	if drive(a, noticeFadedMsg{a.notice.number}); strings.Contains(lastLine(a), "Second.") {
		t.Errorf("the notice stays: %q", lastLine(a))
	}
}

// field is a screen that takes text.
type field struct {
	screen
	got string
}

func (f *field) takesText() bool { return true }

func (f *field) update(msg tea.Msg) tea.Cmd {
	f.got = msg.(tea.PasteMsg).Content
	return nil
}

func TestAPasteIsCut(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	f := &field{}
	a.stack = append(a.stack, f)
	a.paste(tea.PasteMsg{Content: strings.Repeat("x", 1<<17)})
	if len(f.got) != 65_536 {
		t.Errorf("%d bytes are taken", len(f.got))
	}
}
