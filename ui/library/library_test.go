package library

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/model"
	"lede/ui"
	"lede/ui/render"
	"lede/ui/uitest"
)

func TestLibraryScreens(t *testing.T) {
	for _, s := range [][2]int{{80, 24}, {120, 40}, {160, 45}} {
		for name, keys := range map[string][]string{
			"library":  {},
			"column":   {"tab", "j", "j"},
			"filtered": {"T", "w", "e", "space", "t", "r", "a", "-", "enter"},
			"topics":   {"T", "c", "o", "u", "space", "down"},
			"typing":   {"/", "q", "u", "a"},
			"error":    {"/", "q", "space", "s", "i", "n", "c", "e", ":", "x"},
			"complete": {"/", "t", "o", "p", "i", "c", ":", "c", "o"},
			"nothing":  {"/", "z", "z", "enter"},
			"chosen":   {"v", "v", "j"},
			"story":    {"j", "a"},
			"help":     {"?"},
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				a := home(uitest.Kept(), s[0], s[1])
				for _, k := range keys {
					uitest.Drive(a, uitest.KeyPress(k))
				}
				uitest.Drive(a, theLibrary(a).preview.Rested())
				uitest.Golden(t, a, fmt.Sprintf("library/%s-%dx%d", name, s[0], s[1]))
			})
		}
	}
}

// titles are those of the rows that are shown.
func titles(a *ui.App) []string {
	l := theLibrary(a)
	var all []string
	for i := len(l.pages.head); i < l.pages.len(); i++ {
		if row := l.pages.row(i); row != nil {
			all = append(all, row.Title)
		} else {
			all = append(all, "…")
		}
	}
	return all
}

func TestLibraryTopicTakesTwoKeys(t *testing.T) {
	for _, keys := range [][]string{{"1"}, {"T", "enter"}} {
		a := home(uitest.Kept(), 120, 40)
		uitest.Drive(a, uitest.Press(keys...)...)
		if l := theLibrary(a); l.pages.n != 4 || !l.ask.wants("westhaven") || len(a.Stack) != 1 {
			t.Errorf("%v leaves %d rows of %+v", keys, l.pages.n, l.ask)
		}
	}
}

func TestFilterIsTakenOffPartByPart(t *testing.T) {
	a := home(uitest.Kept(), 120, 40)
	l := theLibrary(a)
	uitest.Drive(a, uitest.Press("T", "w", "e", "space", "t", "r", "a", "-", "enter", "/", "s", "e", "a", "enter")...)
	var rows []int
	for range 4 {
		rows = append(rows, l.pages.n)
		uitest.Drive(a, uitest.Press("esc")...)
	}
	if fmt.Sprint(rows) != "[1 3 4 12]" || len(a.Stack) != 1 {
		t.Errorf("esc leaves %v rows and %d screens", rows, len(a.Stack))
	}
	uitest.Drive(a, uitest.Press("2", "/", "t", "i", "d", "enter")...)
	a.View()
	if len(l.chips.All) != 2 {
		t.Fatalf("%d chips", len(l.chips.All))
	}
	c := l.chips.All[0]
	uitest.Drive(a, tea.MouseClickMsg{X: l.layout().rows.X + c.From, Y: 1, Button: tea.MouseLeft})
	if got := l.ask.parts(); len(got) != 1 || got[0].Name != "“tid”" {
		t.Errorf("a click on the first chip leaves %+v", got)
	}
}

func TestColumnFilters(t *testing.T) {
	a := home(uitest.Kept(), 80, 24)
	l := theLibrary(a)
	uitest.Drive(a, uitest.Press("tab", "j", "enter")...)
	if l.ask.view != unread || l.column.focus || l.pages.n != 11 {
		t.Errorf("unread: %+v, %d rows", l.ask, l.pages.n)
	}
	uitest.Drive(a, uitest.Press("tab", "j", "j", "j", "j", "enter")...) // over the heading of the queries
	if l.ask.saved.Name != "Long reads" || l.ask.view != everything {
		t.Errorf("a saved query: %+v", l.ask)
	}
	for uitest.Drive(a, uitest.Press("esc", "tab", "g")...); l.column.item().name != "notes"; {
		uitest.Drive(a, uitest.Press("j")...)
	}
	uitest.Drive(a, uitest.Press("space")...)
	if got := strings.Join(l.ask.sites, ","); got != "notes" || l.pages.n != 4 || !l.column.focus {
		t.Errorf("a site: %q, %d rows", got, l.pages.n)
	}
	for _, want := range []topicOrder{byRise, byName, byNumber} {
		if uitest.Drive(a, uitest.Press("S")...); l.column.order != want {
			t.Errorf("the order is %v, want %v", l.column.order, want)
		}
	}
	uitest.Drive(a, uitest.Press("q")...)
	if l.column.focus || len(a.Stack) != 1 {
		t.Error("q does not go back to the rows")
	}
}

func TestSelectionIsKeptWhenAFilterComesAndGoes(t *testing.T) {
	a := home(uitest.Kept(), 80, 24)
	l := theLibrary(a)
	uitest.Drive(a, uitest.Press("j", "j", "j", "j", "j")...)
	want := l.selected().ID
	uitest.Drive(a, uitest.Press("1", "j", "esc")...)
	if l.selected().ID != want {
		t.Errorf("the cursor is on %q", l.selected().Title)
	}
	uitest.Drive(a, uitest.Press("enter", "q")...)
	if l.selected().ID != want || len(a.Stack) != 1 {
		t.Errorf("back from the article the cursor is on %q", l.selected().Title)
	}
}

func TestASnippetShowsItsMatchInAnyScript(t *testing.T) {
	l := theLibrary(home(uitest.NewFakeStore(uitest.Courier()), 80, 24))
	row := l.selected()
	for name, before := range map[string]string{
		"words": strings.Repeat("the water rose ", 20), "no blanks": strings.Repeat("北岸の町", 30),
		"an endless word": strings.Repeat("x", 200) + " ", "nothing": "",
	} {
		text := before + "潮位" + strings.Repeat(" and so on", 20)
		l.quotes.byID = map[model.ID]model.Snippet{
			row.ID: {ID: row.ID, Text: text, Marks: [][2]int{{len(before), len(before) + len("潮位")}}},
		}
		for _, w := range []int{30, 50, 70} {
			got := ansi.Strip(drawing{library: l}.snippet(row, w))
			if !strings.Contains(got, "潮位") || !utf8.ValidString(got) || ansi.StringWidth(got) > w {
				t.Errorf("%s in %d cells: %q", name, w, got)
			}
		}
	}
}

func TestAStoryThatComesLateIsNotShown(t *testing.T) {
	a := home(uitest.NewFakeStore(uitest.Courier()), 80, 24)
	l := theLibrary(a)
	msg := tellStory(l)().(storyToldMsg)
	for _, keys := range [][]string{{"j"}, {"k", "/"}} {
		uitest.Drive(a, uitest.Press(keys...)...)
		uitest.Drive(a, msg)
		if len(a.Stack) != 1 {
			t.Fatalf("after %v it is shown:\n%s", keys, uitest.ScreenText(a))
		}
	}
	uitest.Drive(a, uitest.Press("esc")...)
	if uitest.Drive(a, msg); len(a.Stack) != 2 {
		t.Error("it is not shown in its time")
	}
}

func TestFirstStartShowsTheSamples(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := uitest.NewFakeStore(nil)
		a := home(f, 80, 24)
		defer a.Close()
		uitest.Golden(t, a, "library/first-80x24")
		uitest.Drive(a, uitest.Press("j", "m", "a", "e", "V", "V", "?", "esc")...)
		l := theLibrary(a)
		if got := l.selected(); got == nil || got.Ref != "lede:sample.md" || !got.Status.Read {
			t.Errorf("the cursor is on %+v", got)
		}
		uitest.Drive(a, uitest.Press("T", "enter")...)
		if got := uitest.ScreenText(a); l.pages.n != 1 || !strings.Contains(got, "Start here") {
			t.Errorf("with their topic %d samples are shown:\n%s", l.pages.n, got)
		}
		uitest.Drive(a, uitest.Press("esc")...)
		f.Records = uitest.Kept().Records
		uitest.Drive(a, ui.LibraryChangedMsg{})
		if l.pages.n != 12 || l.sampling() {
			t.Errorf("after the first articles have come: %d rows, samples %v", l.pages.n, l.sampling())
		}
	})
}

func TestLibraryTellsWhyItCannotBeRead(t *testing.T) {
	f := uitest.Kept()
	f.Err = uitest.Sentence("Cannot use the library x.db: it is damaged. Save what can be read with: lede db recover.")
	a := home(f, 80, 24)
	uitest.Golden(t, a, "library/damaged-80x24")
	uitest.Drive(a, uitest.Press("j", "G", "enter", "s", "T", "esc", "tab", "tab", "/", "x", "enter")...)
	f.Err = nil
	uitest.Drive(a, uitest.Press("esc", "r")...)
	if l := theLibrary(a); l.pages.n != 12 || l.err != nil {
		t.Errorf("after r: %d rows, %v", l.pages.n, l.err)
	}
}

func TestNoLibraryScreenBindsAKeyTwice(t *testing.T) {
	for _, keys := range [][]string{
		nil,
		{"j"},
		{"T"},
		{"/"},
		{"/", "t"},
		{"tab"},
		{"tab", "G"},
		{"tab", "j", "j", "j", "j", "j", "j", "j", "j"},
		{"j", "t"},
		{"j", "a"},
		{"j", "v"},
		{"1"},
		{"enter"},
		{"enter", "p"},
		{"enter", "r"},
		{"?"},
		{":"},
	} {
		a := home(uitest.Kept(), 120, 40)
		uitest.Drive(a, uitest.Press(keys...)...)
		checkKeys(t, a, keys)
	}
}

func TestANarrowLibraryTellsItsNumberBeforeItsOrder(t *testing.T) {
	a := home(uitest.Kept(), 20, 5)
	if got := strings.Split(uitest.ScreenText(a), "\n")[0]; got != "  12 articles" {
		t.Errorf("the first line is %q", got)
	}
	uitest.Drive(a, uitest.Press("tab", "G")...)
	for range theLibrary(a).column.items {
		if got := uitest.ScreenText(a); strings.Contains(got, "  Topics\n") {
			return
		}
		uitest.Drive(a, uitest.Press("k")...)
	}
	t.Error("the column cuts the name of its topics")
}

func TestLibraryFitsEverySize(t *testing.T) {
	for _, keys := range [][]string{nil, {"T"}, {"/", "t", "i"}, {"/", "i", "s", ":"}, {"/", "x", " ", "("}, {"tab"}, {
		"1", "2",
	}, {"j", "a"}, {"j", "t"}, {"?"}} {
		for _, s := range [][2]int{
			{20, 5}, {23, 7}, {40, 12}, {60, 9}, {99, 30}, {100, 31}, {139, 50}, {140, 50}, {300, 100},
		} {
			a := home(uitest.Kept(), 80, 24)
			uitest.Drive(a, uitest.Press(keys...)...)
			uitest.Drive(a, uitest.Size(s[0], s[1]))
			lines := strings.Split(a.View().Content, "\n")
			if len(lines) != s[1] {
				t.Errorf("after %v %d×%d has %d lines", keys, s[0], s[1], len(lines))
			}
			for y, line := range lines {
				if w := render.Width(line); w > s[0] {
					t.Errorf("after %v %d×%d: line %d has %d cells: %q", keys, s[0], s[1], y, w, ansi.Strip(line))
				}
			}
			uitest.Drive(a, uitest.Press("down", "G", "up", "esc", "esc", "tab", "j", "tab")...)
		}
	}
}

func TestACountThatIsNotKnownIsNotShown(t *testing.T) {
	l := theLibrary(home(uitest.Kept(), 120, 40))
	counts := func() (all []int) {
		l.column.build()
		for _, i := range l.column.items[:scopes] {
			all = append(all, i.count)
		}
		return all
	}
	if got := counts(); fmt.Sprint(got) != "[0 12 11 1 1 0]" {
		t.Errorf("counted: %v", got)
	}
	l.asks.want.viewed, l.counts = false, [scopes]int{}
	if got := counts(); fmt.Sprint(got) != "[-1 -1 -1 -1 -1 -1]" {
		t.Errorf("not counted: %v", got)
	}
}

func TestTheCursorStandsOnSomethingWhenTheColumnShrinks(t *testing.T) {
	l := theLibrary(home(uitest.NewFakeStore(uitest.Courier()), 100, 40))
	c := &l.column
	for at := range c.items {
		full := l.facets
		c.rows.To(at)
		l.facets = model.Facets{Topics: full.Topics[:1], Sites: full.Sites[:1]}
		c.build()
		if !c.item().can() {
			t.Errorf("from item %d it comes to %d, %+v", at, c.rows.At, c.item())
		}
		l.facets = full
		c.build()
	}
}

func TestTheWheelLeavesTheCursorWhereItMayStand(t *testing.T) {
	a := home(uitest.NewFakeStore(uitest.Courier()), 100, 12)
	c := &theLibrary(a).column
	uitest.Drive(a, uitest.Press("tab")...)
	for i := range 2 * len(c.items) {
		button := tea.MouseWheelDown
		if i >= len(c.items) {
			button = tea.MouseWheelUp
		}
		uitest.Drive(a, tea.MouseWheelMsg{X: 2, Y: 2, Button: button})
		if !c.item().can() {
			t.Fatalf("after %d turns the cursor is on item %d, %+v", i+1, c.rows.At, c.item())
		}
	}
}
