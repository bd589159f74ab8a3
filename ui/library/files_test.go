package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/uitest"
)

func TestFilesScreens(t *testing.T) {
	for _, s := range [][2]int{{80, 24}, {120, 40}, {40, 15}} {
		for name, keys := range map[string][]string{
			"files":    {},
			"filtered": {"T", "w", "e", "enter"},
			"typing":   {"/", "t", "i", "d"},
			"problems": {"E"},
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				f := uitest.NewFakeSession(uitest.Courier())
				f.Why = map[string]string{"01.md": "it is not text"}
				a := shelf(f, s[0], s[1])
				uitest.Drive(a, uitest.Press(keys...)...)
				uitest.Golden(t, a, fmt.Sprintf("files/%s-%dx%d", name, s[0], s[1]))
			})
		}
	}
}

func TestFilesComeInTheirOrder(t *testing.T) {
	es := uitest.Courier()[:3]
	es[0], es[2] = es[2], es[0] // the oldest one first
	es[1].Words = 9000
	a := shelf(uitest.NewFakeSession(es), 80, 24)
	l := theLibrary(a)
	var orders []string
	for range 4 {
		orders = append(orders, orderName(l.pages.ask.sort, true)+": "+l.pages.row(0).Ref)
		uitest.Drive(a, uitest.Press("S")...)
	}
	want := "in file order: 02.md, newest first: 00.md, by title: 02.md, longest first: 01.md"
	if got := strings.Join(orders, ", "); got != want || l.pages.ask.sort != "" {
		t.Errorf("S shows %s, then %q; want %s", got, l.pages.ask.sort, want)
	}
}

func TestFilesAreRowsOfTheirOwnUnlessTheUserAsks(t *testing.T) {
	f := uitest.NewFakeSession(uitest.Courier())
	a := shelf(f, 80, 24)
	uitest.Drive(a, uitest.Press("Z", "Z")...)
	kept := uitest.Kept()
	b := home(kept, 80, 24)
	uitest.Drive(b, uitest.Press("Z")...)
	for i, c := range []struct {
		asked []bool
		want  string
	}{{f.Folds, "false true false"}, {kept.Folds, "true false"}} {
		if got := strings.Trim(fmt.Sprint(slices.Compact(c.asked)), "[]"); got != c.want {
			t.Errorf("%d: rows are asked for with fold %s, want %s", i, got, c.want)
		}
	}
}

func TestRowsComeWhileFilesAreRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		es := uitest.Courier()
		f := uitest.NewFakeSession(es[:3])
		f.Steps = make(chan model.Progress, 1)
		f.Steps <- model.Progress{Done: 3, Total: 10_000, Stage: "reading"}
		a := shelf(f, 80, 24)
		defer a.Close()
		l := theLibrary(a)
		uitest.Drive(a, uitest.Press("j", "/", "w", "h", "o", "enter", "esc", "T", "esc", "j", "k")...)
		if got := uitest.ScreenText(a); !strings.Contains(got, "reading 3 of 10,000") || l.selected().Ref != "01.md" {
			t.Errorf("the cursor is on %+v in:\n%s", l.selected(), got)
		}
		f.Lock()
		f.Records = uitest.NewFakeStore(es).Records
		f.Unlock()
		uitest.Drive(a,
			filesListedMsg{session: f, steps: f.Steps, step: model.Progress{Done: 12, Total: 12, Last: true}, done: true})
		if got := uitest.ScreenText(a); strings.Contains(got, "reading") || l.pages.n != 12 || l.selected().Ref != "01.md" {
			t.Errorf("at the end there are %d rows, and the cursor is on %+v:\n%s", l.pages.n, l.selected(), got)
		}
		if f.Listed != 1 {
			t.Errorf("the files were listed %d times", f.Listed)
		}
	})
}

// TestNoteOfTheLastStepIsShown ends a listing with something that the user should know.
func TestNoteOfTheLastStepIsShown(t *testing.T) {
	f := uitest.NewFakeSession(uitest.Courier()[:3])
	a := shelf(f, 80, 24)
	uitest.Drive(a, uitest.Press("j")...)
	const note = "lede looks for changes in news from time to time."
	step := model.Progress{Done: 3, Total: 3, Last: true, Note: note + "\x1b[2J"}
	uitest.Drive(a, filesListedMsg{session: f, step: step, done: true})
	if got := a.Notice.Text; !strings.HasPrefix(got, note) || strings.Contains(got, "\x1b") {
		t.Errorf("the notice is %q, want %q", got, note)
	}
	if at := theLibrary(a).selected().Ref; at != "01.md" {
		t.Errorf("the cursor is on %s, want 01.md", at)
	}
}

func TestAFileThatIsNotReadSaysWhy(t *testing.T) {
	f := uitest.NewFakeSession(uitest.Courier()[:2])
	f.Why = map[string]string{"00.md": "it is not text.\x1b[2J"}
	a := shelf(f, 80, 24)
	if got := uitest.ScreenText(a); !strings.Contains(got, "Not read: it is not text.") ||
		!strings.Contains(got, "1 not read: E") {
		t.Errorf("the row:\n%s", got)
	}
	uitest.Drive(a, uitest.Press("s")...)
	if got := uitest.LastLine(a); !strings.Contains(got, "There is no article in this file") ||
		len(theLibrary(a).chosen.ids) != 0 {
		t.Errorf("s says %q", got)
	}
	if strings.Contains(a.View().Content, "\x1b[2J") {
		t.Error("a sequence goes through")
	}
	uitest.Drive(a, uitest.Press("E", "esc")...)
	if len(a.Stack) != 1 {
		t.Error("esc leaves the problems open")
	}
}

func TestMarksOfFilesSayWhereTheyGo(t *testing.T) {
	a := shelf(uitest.NewFakeSession(uitest.Courier()), 80, 24)
	for _, c := range []struct{ key, want string }{
		{"s", "Kept in your library."},
		{"t q enter", "“q”. Kept in your library."},
		{"x", "Only from this list."},
		{"U", "Undone: remove"},
	} {
		uitest.Drive(a, uitest.Press(strings.Fields(c.key)...)...)
		if got := a.Notice.Text; !strings.Contains(got, c.want) {
			t.Errorf("%s says %q, want %q", c.key, got, c.want)
		}
	}
}

func TestQuittingLosesNoMark(t *testing.T) {
	f := uitest.NewFakeSession(uitest.Courier())
	a := shelf(f, 80, 24)
	_, star := a.Update(uitest.KeyPress("s")) // its command waits behind the key that quits
	uitest.Drive(a, uitest.Press("q")...)
	if !f.Records[0].Status.Starred {
		t.Error("the star is lost")
	}
	uitest.Run(a, star)
	_, _, _ = f.Undo(t.Context())
	if title, _, _ := f.Undo(t.Context()); title != "" {
		t.Errorf("the star was given twice: %s can still be undone", title)
	}
}

func TestAFileIsOpenedByItsName(t *testing.T) {
	a := shelf(uitest.NewFakeSession(uitest.Courier()), 80, 24)
	uitest.Drive(a, uitest.Press("j", "a", "enter")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "The text of") {
		t.Errorf("from a story:\n%s", got)
	}
	uitest.Drive(a, uitest.Press("q", "/", "w", "e", "s", "t", "enter", "enter")...)
	var refs []string
	for range 4 {
		refs = append(refs, theLibrary(a).selected().Ref)
		uitest.Drive(a, uitest.Press("J")...)
	}
	if got := strings.Join(refs, " "); !strings.HasPrefix(got, "00.md 01.md 02.md") || len(a.Stack) != 2 {
		t.Errorf("J goes over %s", got)
	}
}

func TestNoFiles(t *testing.T) {
	f := uitest.NewFakeSession(nil)
	f.Folder = "empty"
	a := shelf(f, 80, 24)
	uitest.Golden(t, a, "files/none-80x24")
	uitest.Drive(a, uitest.Press("enter", "T", "enter", "j", "G", "S", "/", "x", "enter", "s", "v", "V", "x", "a", "e",
		"U", "tab", "tab")...)
}

// checkKeys reports keys that mean two things on the top screen.
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
