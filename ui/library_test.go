package ui

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/model"
	"lede/ui/render"
)

// kept is a store of the courier's articles, two of which have been begun.
func kept() *fakeStore {
	f := newFakeStore(courier())
	f.records[2].Status.Percent = 41
	f.records[4].Status.Read = true
	f.records[1].Status.Starred = true
	f.sources[f.records[0].Article.ID] = 2
	return f
}

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
				a := home(kept(), s[0], s[1])
				for _, k := range keys {
					drive(a, keyPress(k))
				}
				drive(a, previewRestedMsg{theLibrary(a).preview.number})
				golden(t, a, fmt.Sprintf("library/%s-%dx%d", name, s[0], s[1]))
			})
		}
	}
}

// titles are those of the rows that are shown.
func titles(a *App) []string {
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
		a := home(kept(), 120, 40)
		drive(a, press(keys...)...)
		if l := theLibrary(a); l.pages.n != 4 || !l.ask.wants("westhaven") || len(a.stack) != 1 {
			t.Errorf("%v leaves %d rows of %+v", keys, l.pages.n, l.ask)
		}
	}
}

func TestFilterIsTakenOffPartByPart(t *testing.T) {
	a := home(kept(), 120, 40)
	l := theLibrary(a)
	drive(a, press("T", "w", "e", "space", "t", "r", "a", "-", "enter", "/", "s", "e", "a", "enter")...)
	var rows []int
	for range 4 {
		rows = append(rows, l.pages.n)
		drive(a, press("esc")...)
	}
	if fmt.Sprint(rows) != "[1 3 4 12]" || len(a.stack) != 1 {
		t.Errorf("esc leaves %v rows and %d screens", rows, len(a.stack))
	}
	drive(a, press("2", "/", "t", "i", "d", "enter")...)
	a.View()
	if len(l.chips.all) != 2 {
		t.Fatalf("%d chips", len(l.chips.all))
	}
	c := l.chips.all[0]
	drive(a, tea.MouseClickMsg{X: l.layout().rows.x + c.from, Y: 1, Button: tea.MouseLeft})
	if got := l.ask.parts(); len(got) != 1 || got[0].name != "“tid”" {
		t.Errorf("a click on the first chip leaves %+v", got)
	}
}

func TestColumnFilters(t *testing.T) {
	a := home(kept(), 80, 24)
	l := theLibrary(a)
	drive(a, press("tab", "j", "enter")...)
	if l.ask.view != unread || l.column.focus || l.pages.n != 11 {
		t.Errorf("unread: %+v, %d rows", l.ask, l.pages.n)
	}
	drive(a, press("tab", "j", "j", "j", "j", "enter")...) // over the heading of the queries
	if l.ask.saved.Name != "Long reads" || l.ask.view != everything {
		t.Errorf("a saved query: %+v", l.ask)
	}
	drive(a, press("esc", "tab", "g", "G", "space")...)
	if got := strings.Join(l.ask.sites, ","); got != "notes" || l.pages.n != 4 || !l.column.focus {
		t.Errorf("a site: %q, %d rows", got, l.pages.n)
	}
	for _, want := range []topicOrder{byRise, byName, byNumber} {
		if drive(a, press("S")...); l.column.order != want {
			t.Errorf("the order is %v, want %v", l.column.order, want)
		}
	}
	drive(a, press("q")...)
	if l.column.focus || len(a.stack) != 1 {
		t.Error("q does not go back to the rows")
	}
}

func TestSelectionIsKeptWhenAFilterComesAndGoes(t *testing.T) {
	a := home(kept(), 80, 24)
	l := theLibrary(a)
	drive(a, press("j", "j", "j", "j", "j")...)
	want := l.selected().ID
	drive(a, press("1", "j", "esc")...)
	if l.selected().ID != want {
		t.Errorf("the cursor is on %q", l.selected().Title)
	}
	drive(a, press("enter", "q")...)
	if l.selected().ID != want || len(a.stack) != 1 {
		t.Errorf("back from the article the cursor is on %q", l.selected().Title)
	}
}

func TestASnippetShowsItsMatchInAnyScript(t *testing.T) {
	l := theLibrary(home(newFakeStore(courier()), 80, 24))
	row := l.selected()
	for name, before := range map[string]string{
		"words": strings.Repeat("the water rose ", 20), "no blanks": strings.Repeat("北岸の町", 30), "an endless word": strings.Repeat("x", 200) + " ", "nothing": "",
	} {
		text := before + "潮位" + strings.Repeat(" and so on", 20)
		l.snippets = map[model.ID]model.Snippet{row.ID: {ID: row.ID, Text: text, Marks: [][2]int{{len(before), len(before) + len("潮位")}}}}
		for _, w := range []int{30, 50, 70} {
			got := ansi.Strip(l.snippet(row, w))
			if !strings.Contains(got, "潮位") || !utf8.ValidString(got) || ansi.StringWidth(got) > w {
				t.Errorf("%s in %d cells: %q", name, w, got)
			}
		}
	}
}

func TestAStoryThatComesLateIsNotShown(t *testing.T) {
	a := home(newFakeStore(courier()), 80, 24)
	l := theLibrary(a)
	msg := l.tellStory()().(storyToldMsg)
	for _, keys := range [][]string{{"j"}, {"k", "/"}} {
		drive(a, press(keys...)...)
		drive(a, msg)
		if len(a.stack) != 1 {
			t.Fatalf("after %v it is shown:\n%s", keys, screenText(a))
		}
	}
	drive(a, press("esc")...)
	if drive(a, msg); len(a.stack) != 2 {
		t.Error("it is not shown in its time")
	}
}

func TestFirstStartShowsTheSamples(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFakeStore(nil)
		a := home(f, 80, 24)
		defer a.Close()
		golden(t, a, "library/first-80x24")
		drive(a, press("s", "x", "v", "m", "t", "a", "e", "V", "j", "?", "esc")...)
		if got := theLibrary(a).selected(); got == nil || got.Ref != "lede:sample.md" {
			t.Errorf("the cursor is on %+v", got)
		}
		if drive(a, press("T")...); !strings.Contains(screenText(a), "Topics come with the articles you keep") || len(a.stack) != 1 {
			t.Errorf("T shows:\n%s", screenText(a))
		}
		f.records = kept().records
		drive(a, libraryChangedMsg{})
		if l := theLibrary(a); l.pages.n != 12 || l.first() {
			t.Errorf("after the first articles have come: %d rows, first start %v", l.pages.n, l.first())
		}
	})
}

func TestLibraryTellsWhyItCannotBeRead(t *testing.T) {
	f := kept()
	f.err = sentence("Cannot use the library x.db: it is damaged. Save what can be read with: lede db recover.")
	a := home(f, 80, 24)
	golden(t, a, "library/damaged-80x24")
	drive(a, press("j", "G", "enter", "s", "T", "esc", "tab", "tab", "/", "x", "enter")...)
	f.err = nil
	drive(a, press("esc", "r")...)
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
		a := home(kept(), 120, 40)
		drive(a, press(keys...)...)
		checkKeys(t, a, keys)
	}
}

func TestANarrowLibraryTellsItsNumberBeforeItsOrder(t *testing.T) {
	a := home(kept(), 20, 5)
	if got := strings.Split(screenText(a), "\n")[0]; got != "  12 articles" {
		t.Errorf("the first line is %q", got)
	}
	drive(a, press("tab", "G")...)
	for range theLibrary(a).column.items {
		if got := screenText(a); strings.Contains(got, "  Topics\n") {
			return
		}
		drive(a, press("k")...)
	}
	t.Error("the column cuts the name of its topics")
}

func TestLibraryFitsEverySize(t *testing.T) {
	for _, keys := range [][]string{nil, {"T"}, {"/", "t", "i"}, {"/", "i", "s", ":"}, {"/", "x", " ", "("}, {"tab"}, {"1", "2"}, {"j", "a"}, {"j", "t"}, {"?"}} {
		for _, s := range [][2]int{{20, 5}, {23, 7}, {40, 12}, {60, 9}, {99, 30}, {100, 31}, {139, 50}, {140, 50}, {300, 100}} {
			a := home(kept(), 80, 24)
			drive(a, press(keys...)...)
			drive(a, size(s[0], s[1]))
			lines := strings.Split(a.View().Content, "\n")
			if len(lines) != s[1] {
				t.Errorf("after %v %d×%d has %d lines", keys, s[0], s[1], len(lines))
			}
			for y, line := range lines {
				if w := render.Width(line); w > s[0] {
					t.Errorf("after %v %d×%d: line %d has %d cells: %q", keys, s[0], s[1], y, w, ansi.Strip(line))
				}
			}
			drive(a, press("down", "G", "up", "esc", "esc", "tab", "j", "tab")...)
		}
	}
}

func TestACountThatIsNotKnownIsNotShown(t *testing.T) {
	l := theLibrary(home(kept(), 120, 40))
	counts := func() (all []int) {
		l.column.build()
		for _, i := range l.column.items[:scopes] {
			all = append(all, i.count)
		}
		return all
	}
	if got := counts(); fmt.Sprint(got) != "[12 11 1 1 0]" {
		t.Errorf("counted: %v", got)
	}
	l.viewed, l.counts = false, [scopes]int{}
	if got := counts(); fmt.Sprint(got) != "[-1 -1 -1 -1 -1]" {
		t.Errorf("not counted: %v", got)
	}
}

func TestTheCursorStandsOnSomethingWhenTheColumnShrinks(t *testing.T) {
	l := theLibrary(home(newFakeStore(courier()), 100, 40))
	c := &l.column
	for at := range c.items {
		full := l.facets
		c.rows.to(at)
		l.facets = model.Facets{Topics: full.Topics[:1], Sites: full.Sites[:1]}
		c.build()
		if !c.item().can() {
			t.Errorf("from item %d it comes to %d, %+v", at, c.rows.at, c.item())
		}
		l.facets = full
		c.build()
	}
}

func TestTheWheelLeavesTheCursorWhereItMayStand(t *testing.T) {
	a := home(newFakeStore(courier()), 100, 12)
	c := &theLibrary(a).column
	drive(a, press("tab")...)
	for i := range 2 * len(c.items) {
		button := tea.MouseWheelDown
		if i >= len(c.items) {
			button = tea.MouseWheelUp
		}
		drive(a, tea.MouseWheelMsg{X: 2, Y: 2, Button: button})
		if !c.item().can() {
			t.Fatalf("after %d turns the cursor is on item %d, %+v", i+1, c.rows.at, c.item())
		}
	}
}
