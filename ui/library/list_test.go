package library

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/uitest"
)

func TestListScreens(t *testing.T) {
	for _, s := range [][2]int{{80, 24}, {120, 40}, {40, 15}} {
		for name, keys := range map[string][]string{
			"list":     {},
			"topics":   {"T", "c", "o", "u", "space", "down", "-", "f"},
			"filtered": {"T", "w", "e", "enter", "T", "t", "r", "a", "-", "enter"},
			"typing":   {"/", "t", "i", "d"},
			"nothing":  {"/", "z", "z", "enter"},
			"help":     {"?"},
			"palette":  {":", "s", "o"},
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				a := shelf(uitest.Serving(uitest.Courier()), s[0], s[1])
				for _, k := range keys {
					a.Update(uitest.KeyPress(k)) // the preview's ticks are not waited for
				}
				settlePreview(a)
				uitest.Golden(t, a, fmt.Sprintf("list/%s-%dx%d", name, s[0], s[1]))
			})
		}
	}
}

func TestEmptyLists(t *testing.T) {
	unread := model.Batch{Errs: []error{uitest.Sentence("Cannot read notes/a.md: permission denied."), uitest.Sentence("Cannot read notes/b.md: it is no text.")}}
	for name, batches := range map[string][]model.Batch{
		"none":    {{}},
		"unread":  {unread},
		"partial": {unread, {Entries: uitest.Courier()[:2]}},
	} {
		a := shelf(uitest.FakeLibrary{Batches: batches}, 80, 24)
		uitest.Golden(t, a, "list/empty-"+name+"-80x24")
		uitest.Drive(a, uitest.Press("enter", "T", "enter", "j", "G", "S", "/", "x", "enter")...)
	}
}

func TestProblemsAreListed(t *testing.T) {
	a := shelf(uitest.FakeLibrary{Batches: []model.Batch{{Errs: []error{uitest.Sentence("Cannot read a.md: it is no text.\x1b[2J")}, Entries: uitest.Courier()[:1]}}}, 80, 24)
	uitest.Drive(a, uitest.Press("E")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "a.md: it is no text.") || strings.Contains(a.View().Content, "\x1b[2J") {
		t.Errorf("the problems:\n%s", got)
	}
	uitest.Drive(a, uitest.Press("esc")...)
	if len(a.Stack) != 1 {
		t.Error("esc leaves the problems open")
	}
}

func TestTopicFilterTakesTwoKeys(t *testing.T) {
	a := shelf(uitest.Serving(uitest.Courier()), 80, 24)
	uitest.Drive(a, uitest.Press("T", "enter")...)
	l := theList(a)
	if f := l.listing.filter; len(f.with) != 1 || len(l.listing.shown) != 4 || len(a.Stack) != 1 {
		t.Errorf("T enter leaves filter %+v, %d rows, %d screens", f, len(l.listing.shown), len(a.Stack))
	}
	uitest.Drive(a, uitest.Press("T", "-", "down", "space", "tab", "esc")...)
	if len(l.listing.shown) != 4 || len(a.Stack) != 1 {
		t.Errorf("esc in the picker leaves %d rows, want 4 as before", len(l.listing.shown))
	}
}

func TestEscTakesTheFilterOffAndNeverQuits(t *testing.T) {
	a := shelf(uitest.Serving(uitest.Courier()), 80, 24)
	l := theList(a)
	uitest.Drive(a, uitest.Press("T", "enter", "/", "s", "e", "a", "enter")...)
	var rows []int
	for range 4 {
		uitest.Drive(a, uitest.Press("esc")...)
		rows = append(rows, len(l.listing.shown))
	}
	if fmt.Sprint(rows) != "[4 12 12 12]" || len(a.Stack) != 1 {
		t.Errorf("esc leaves %v rows and %d screens, want [4 12 12 12] and 1", rows, len(a.Stack))
	}
	uitest.Drive(a, uitest.Press("q")...)
	if len(a.Stack) != 0 {
		t.Error("q does not quit")
	}
}

func TestTypingStaysOnTheBestMatch(t *testing.T) {
	es := uitest.Courier()
	a := shelf(uitest.Serving(es[1:]), 80, 24)
	l := theList(a)
	uitest.Drive(a, uitest.Press("G", "k", "k", "k", "/", "w", "e")...) // the cursor was on the timber, which matches too
	at := func() string { return l.selected().Ref }
	if at() != es[1].Ref {
		t.Errorf("typing goes to %s, want %s", at(), es[1].Ref)
	}
	uitest.Drive(a, entriesListedMsg{request: l.request, rows: digest(es[:1]), done: true})
	if at() != es[0].Ref {
		t.Errorf("a better match comes, and the cursor is on %s", at())
	}
	uitest.Drive(a, uitest.Press("esc")...)
	if at() != es[8].Ref {
		t.Errorf("esc goes back to %s, want %s", at(), es[8].Ref)
	}
	uitest.Drive(a, uitest.Press("/", "w", "e", "enter", "esc")...)
	if at() != es[0].Ref {
		t.Errorf("a filter that was kept and cleared leaves the cursor on %s", at())
	}
}

func TestReaderGoesOnThroughTheFilteredList(t *testing.T) {
	a := shelf(uitest.Serving(uitest.Courier()), 80, 24)
	l := theList(a)
	uitest.Drive(a, uitest.Press("/", "w", "e", "s", "t", "enter", "enter")...)
	var refs []string
	for range 5 {
		refs = append(refs, l.selected().Ref)
		uitest.Drive(a, uitest.Press("J")...)
	}
	if got := strings.Join(refs, " "); got != "00.md 01.md 05.md 08.md 08.md" {
		t.Errorf("J goes over %s", got)
	}
	uitest.Drive(a, uitest.Press("K", "q")...)
	if len(a.Stack) != 1 || l.selected().Ref != "05.md" {
		t.Errorf("back in the list the cursor is on %s", l.selected().Ref)
	}
}

func TestMouseSelectsOpensAndClears(t *testing.T) {
	a := shelf(uitest.Serving(uitest.Courier()), 80, 24)
	l := theList(a)
	click := func(x, y int) { uitest.Drive(a, tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(10, 8) // the second line of the third row
	if l.rows.At != 2 {
		t.Errorf("a click selects row %d, want 2", l.rows.At)
	}
	uitest.Drive(a, tea.MouseWheelMsg{X: 3, Y: 3, Button: tea.MouseWheelDown})
	if l.rows.Top != 2 {
		t.Errorf("the wheel scrolls to %d, want 2, the end", l.rows.Top)
	}
	click(10, 3+2*(l.rows.At-l.rows.Top))
	if len(a.Stack) != 2 {
		t.Fatal("a click on the selected row does not open it")
	}
	uitest.Drive(a, uitest.Press("q", "T", "enter")...)
	a.View()
	click(4, 1)
	if !l.listing.filter.empty() {
		t.Errorf("a click on the chip leaves %+v", l.listing.filter)
	}
	click(4, 1)
	click(79, 23)
	click(500, 500)
	uitest.Drive(a, uitest.Press("T")...)
	click(10, 6)
	click(10, 6)
	if l.listing.filter.empty() || len(a.Stack) != 1 {
		t.Errorf("two clicks on a topic leave %+v and %d screens", l.listing.filter, len(a.Stack))
	}
	uitest.Drive(a, uitest.Press("?")...)
	if click(0, 0); len(a.Stack) != 1 {
		t.Error("a click beside the help leaves it open")
	}
}

func TestPaletteDoesWhatItNames(t *testing.T) {
	a := shelf(uitest.Serving(uitest.Courier()), 80, 24)
	uitest.Drive(a, uitest.Press(":", "s", "o", "r", "t", "enter")...)
	if got := theList(a).listing.sort; got != oldest || len(a.Stack) != 1 {
		t.Errorf("after the command sort: %v, %d screens", got, len(a.Stack))
	}
	uitest.Drive(a, uitest.Press("?", "t", "o", "p", "i", "c", "s", "enter")...)
	if _, ok := a.Top().(*topicPicker); !ok {
		t.Errorf("after topics in the help the top screen is %T", a.Top())
	}
	uitest.Drive(a, uitest.Press("esc", "?", "]")...)
	if h := a.Top().(*ui.Help); len(h.Shown) != 1 || h.Shown[0].Words != "next section" {
		t.Errorf("] in the help finds %d keys", len(h.Shown))
	}
}

func TestNoScreenBindsAKeyTwice(t *testing.T) {
	for _, keys := range [][]string{
		nil,
		{"T"},
		{"/"},
		{"/", "t", "enter"},
		{"?"},
		{":"},
		{"E"},
		{"enter"},
		{"enter", "/"},
		{"enter", "/", "t", "enter"},
		{"enter", "t"},
		{"enter", "a"},
		{"enter", "y"},
		{"enter", "r"},
		{"enter", "p"},
	} {
		l := uitest.Serving(uitest.Courier())
		l.Batches[0].Errs = []error{errors.New("one")}
		a := shelf(l, 80, 24)
		uitest.Drive(a, uitest.Press(keys...)...)
		checkKeys(t, a, keys)
	}
}

// checkKeys tells of keys that mean two things on the top screen.
func checkKeys(t *testing.T, a *ui.App, after []string) {
	t.Helper()
	for _, set := range a.Top().Actions() {
		if !a.TakesText() {
			set = action.Join(set, a.Always())
		}
		seen := map[string]string{}
		for b := range set {
			for _, k := range b.Keys {
				if other := seen[k]; b.Offered() && other != "" && other != b.Words {
					t.Errorf("after %v, %T: %q means %q and %q", after, a.Top(), k, other, b.Words)
				}
				if b.Offered() {
					seen[k] = b.Words
				}
			}
		}
	}
}

func TestListFitsEverySize(t *testing.T) {
	for _, keys := range [][]string{nil, {"T"}, {"T", "w", "space"}, {"/", "t", "i"}, {"T", "enter", "/", "t", "enter"}, {"?"}, {":"}, {"E"}} {
		l := uitest.Serving(uitest.Courier())
		l.Batches[0].Errs = []error{uitest.Sentence(strings.Repeat("Cannot read 潮.md. ", 30))}
		a := shelf(l, 80, 24)
		for _, k := range keys {
			a.Update(uitest.KeyPress(k))
		}
		for _, s := range [][2]int{{20, 5}, {20, 7}, {21, 9}, {33, 12}, {40, 15}, {59, 18}, {60, 19}, {109, 30}, {110, 31}, {200, 60}, {500, 200}} {
			a.Update(uitest.Size(s[0], s[1]))
			a.Update(uitest.KeyPress("down"))
			lines := strings.Split(a.View().Content, "\n")
			if len(lines) != s[1] {
				t.Errorf("after %v, %v: %d lines", keys, s, len(lines))
			}
			for i, line := range lines {
				if w := render.Width(line); w > s[0] {
					t.Errorf("after %v, %v: line %d is %d cells wide: %q", keys, s, i, w, line)
				}
			}
		}
	}
}
