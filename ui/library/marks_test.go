package library

import (
	"fmt"
	"strings"
	"testing"

	"lede/model/query"
	"lede/ui/uitest"
)

func TestMarksAreUndoneOneByOne(t *testing.T) {
	f := uitest.Kept()
	clear(f.Folded)
	a := home(f, 80, 24)
	l := theLibrary(a)
	count := func(v scope) int {
		q, _ := ask{view: v}.query(a.Now())
		n, _ := f.Count(t.Context(), q)
		return n
	}
	state := func() string { return fmt.Sprint(count(everything), count(unread), count(starred), l.pages.n) }
	uitest.Drive(a, uitest.Press("j")...)
	want := []string{state()}
	for _, keys := range [][]string{{"m"}, {"v", "v", "s"}, {"x"}, {"V", "m"}, {"1", "V", "x", "enter"}} {
		uitest.Drive(a, uitest.Press(keys...)...)
		want = append(want, state())
	}
	if got := strings.Join(want, ", "); got != "12 11 1 12, 12 10 1 12, 12 10 2 12, 11 9 2 11, 11 0 2 11, 7 0 0 0" {
		t.Errorf("marks: %s", got)
	}
	uitest.Drive(a, uitest.Press("esc")...)
	for i := len(want) - 2; i >= 0; i-- {
		if uitest.Drive(a, uitest.Press("U")...); state() != want[i] {
			t.Errorf("undo gives %s, want %s", state(), want[i])
		}
	}
	if got := uitest.ScreenText(a); !strings.Contains(got,
		"Undone: mark “Harbour towns brace for the spring tides” read.") {
		t.Errorf("no notice of what was undone:\n%s", got)
	}
	uitest.Drive(a, uitest.Press("U")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "There is nothing to undo.") {
		t.Errorf("no word of the end:\n%s", got)
	}
}

// TestReadingOneOfSeveralSourcesReadsAll marks a row that stands for several articles, and stars it.
func TestReadingOneOfSeveralSourcesReadsAll(t *testing.T) {
	f := uitest.Kept()
	first := f.Records[0].Article.ID
	same, err := f.Sources(t.Context(), first)
	if err != nil || len(same) < 2 {
		t.Fatalf("%d sources, %v", len(same), err)
	}
	a := home(f, 80, 24)
	l := theLibrary(a)
	l.rows.To(l.pages.find(first, 0))
	uitest.Drive(a, uitest.Press("s", "m")...)
	for _, r := range same {
		s, _ := f.Status(t.Context(), r.ID)
		if !s.Read || s.Starred != (r.ID == first || r.Status.Starred) {
			t.Errorf("%q has the status %+v", r.Title, s)
		}
	}
	uitest.Drive(a, uitest.Press("x")...)
	if got := uitest.LastLine(a); !strings.Contains(got, "Remove 2 articles that tell the same?") {
		t.Errorf("nothing is asked: %q", got)
	}
	uitest.Drive(a, uitest.Press("x")...)
	for _, r := range same {
		if !f.Removed[r.ID] {
			t.Errorf("%q is still there", r.Title)
		}
	}
}

func TestRemovingSeveralAsksFirst(t *testing.T) {
	for keys, left := range map[string]int{"V D": 12, "V D esc": 12, "V D j": 12, "V D enter": 0, "V D D": 0, "D": 11} {
		f := uitest.Kept()
		clear(f.Folded)
		a := home(f, 80, 24)
		uitest.Drive(a, uitest.Press(append([]string{"j"}, strings.Fields(keys)...)...)...)
		if n, _ := f.Count(t.Context(), query.Query{}); n != left {
			t.Errorf("%s leaves %d articles, want %d: %q", keys, n, left, uitest.LastLine(a))
		}
	}
}

func TestAllThatAreShownAreMarkedByTheirQuery(t *testing.T) {
	f := uitest.NewFakeStore(someEntries(450))
	a := home(f, 80, 24)
	uitest.Drive(a, uitest.Press("V", "s")...)
	n, _ := f.Count(t.Context(), query.Query{Expr: query.Is{State: query.Starred}})
	if n != 450 {
		t.Errorf("%d of 450 are starred", n)
	}
	l := theLibrary(a)
	l.pages.n, l.pages.whole = 100, false // as before they have been counted
	uitest.Drive(a, uitest.Press("V", "m")...)
	if got := uitest.LastLine(a); !strings.Contains(got, "Marked all that are shown read.") {
		t.Errorf("told is %q", got)
	}
}
