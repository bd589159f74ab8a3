package library

import (
	"strings"
	"testing"

	"lede/ui/uitest"
)

func TestWhatHasBegunIsThereToGoOnWith(t *testing.T) {
	f, _ := uitest.Begun()
	a := home(f, 80, 24)
	for uitest.Drive(a, uitest.Press("g")...); theLibrary(a).selected().Title != "A long article"; {
		uitest.Drive(a, uitest.Press("j")...)
	}
	uitest.Drive(a, uitest.Press("enter", "space", "space", "space", "q")...)
	l := theLibrary(a)
	if l.selected() == nil || l.selected().Title != "A long article" || len(l.pages.head) != 2 {
		t.Errorf("the cursor is on %+v, with %d to go on with", l.selected(), len(l.pages.head))
	}
	uitest.Drive(a, uitest.Press("g")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "\n  Continue\n") ||
		!strings.Contains(got, "\n  Newest first\n") {
		t.Errorf("nothing to go on with:\n%s", got)
	}
}

func TestArticleOpensAtTheFirstMatch(t *testing.T) {
	f, _ := uitest.Begun()
	a := home(f, 80, 24)
	uitest.Drive(a,
		uitest.Press("/", "\"", "r", "o", "s", "e", "space", "b", "y", "space", "3", "0", "\"", "enter", "enter")...)
	first := uitest.LastLine(a)
	if !strings.Contains(first, " of ") || !strings.Contains(uitest.ScreenText(a), "rose by 30") {
		t.Fatalf("the article does not open at what was searched for:\n%s", uitest.ScreenText(a))
	}
	if uitest.Drive(a, uitest.Press("n")...); uitest.LastLine(a) == first ||
		!strings.Contains(uitest.LastLine(a), " of ") {
		t.Errorf("n leads from %q to %q", first, uitest.LastLine(a))
	}
	uitest.Drive(a, uitest.Press("esc", "q")...)
	if len(a.Stack) != 1 {
		t.Error("esc and q do not lead back")
	}
}
