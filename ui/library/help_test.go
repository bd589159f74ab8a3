package library

import (
	"strings"
	"testing"

	"lede/ui"
	"lede/ui/action"
	"lede/ui/uitest"
)

// marked is the row of the help, or of the palette, that the mark stands before.
func marked(a *ui.App) string {
	for line := range strings.Lines(uitest.ScreenText(a)) {
		if _, box, ok := strings.Cut(line, "│"); ok && strings.Contains(box, "▌ ") {
			_, row, _ := strings.Cut(box, "▌ ")
			return strings.TrimSpace(row)
		}
	}
	return ""
}

func TestTheHelpIsInOneColumnWhereThereIsLittleRoom(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 40, 15)
	uitest.Drive(a, uitest.Press("?")...)
	uitest.Golden(t, a, "library/help-40x15")
}

// TestTheSelectionGoesThroughAllOfTheHelp presses down at every row: the marked row is the next one, and on the
// screen, whatever column it stands in.
func TestTheSelectionGoesThroughAllOfTheHelp(t *testing.T) {
	for _, size := range [][2]int{{40, 15}, {80, 24}, {160, 45}} {
		a := home(uitest.NewFakeStore(walkedEntries()), size[0], size[1])
		uitest.Drive(a, uitest.Press("?")...)
		h := a.Top().(*ui.Help)
		for i, r := range h.Shown {
			if row := marked(a); !strings.Contains(row, r.Key()) {
				t.Fatalf("%v: row %d is marked as %q, want %q %q", size, i, row, r.Key(), r.Words)
			}
			uitest.Drive(a, uitest.Press("down")...)
		}
		uitest.Drive(a, uitest.Press("pgup", "pgup", "pgdown")...)
		if marked(a) == "" {
			t.Errorf("%v: no row is marked after turning pages", size)
		}
	}
}

func TestAClickChoosesInEitherColumn(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 100, 30)
	uitest.Drive(a, uitest.Press("?")...)
	for y, line := range strings.Split(uitest.ScreenText(a), "\n") {
		x := strings.Index(line, "topics    ")
		if x < 0 || !strings.Contains(line, " T ") {
			continue
		}
		at := len([]rune(line[:x]))
		if uitest.Drive(a, uitest.Click(at, y)); !strings.HasPrefix(marked(a), "T ") {
			t.Fatalf("the click marks %q", marked(a))
		}
		uitest.Drive(a, uitest.Click(at, y))
		if _, open := a.Top().(*ui.Help); open || len(a.Stack) != 2 {
			t.Errorf("the second click leaves %T", a.Top())
		}
		return
	}
	t.Errorf("no topics in\n%s", uitest.ScreenText(a))
}

// TestTheHelpNamesNoKeyThatStandsForAnother looks at what the column takes for itself: space adds a topic there.
func TestTheHelpNamesNoKeyThatStandsForAnother(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 120, 40)
	uitest.Drive(a, uitest.Press("tab", "?")...)
	sets := append(theLibrary(a).Actions(), a.Always())
	for _, r := range a.Top().(*ui.Help).Shown {
		if now, ok := action.Named(sets, r.Where+"."+r.Name); !ok || !now.Offered() {
			continue // it is there for other screens
		}
		for _, key := range r.Keys {
			if b, ok := action.Find(sets, key); ok && b.Offered() && b.Name != r.Name {
				t.Errorf("%q is listed for %s, and does %s", key, r.Name, b.Name)
			}
		}
	}
}

func TestTheNearestNameIsSaidInFullAtAnyWidth(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 40, 15)
	uitest.Drive(a, uitest.Press(":")...)
	uitest.Drive(a, keysOf("wdith 80")...)
	flat := strings.Join(strings.Fields(strings.NewReplacer("│", " ", "▌", " ").Replace(uitest.ScreenText(a))), " ")
	if want := "Nothing is called “wdith 80”. Did you mean width 80? enter writes it."; !strings.Contains(flat, want) {
		t.Errorf("the screen is\n%s", uitest.ScreenText(a))
	}
}
