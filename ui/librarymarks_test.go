package ui

import (
	"fmt"
	"strings"
	"testing"

	"lede/model"
)

func TestMarksAreUndoneOneByOne(t *testing.T) {
	f := kept()
	clear(f.sources)
	a := home(f, 80, 24)
	l := theLibrary(a)
	count := func(v scope) int {
		q, _ := ask{view: v}.query(a.Now())
		n, _ := f.Count(t.Context(), q)
		return n
	}
	state := func() string { return fmt.Sprint(count(everything), count(unread), count(starred), l.pages.n) }
	drive(a, press("j")...)
	want := []string{state()}
	for _, keys := range [][]string{{"m"}, {"v", "v", "s"}, {"x"}, {"V", "m"}, {"1", "V", "x"}} {
		drive(a, press(keys...)...)
		want = append(want, state())
	}
	if got := strings.Join(want, ", "); got != "12 11 1 12, 12 10 1 12, 12 10 2 12, 11 9 2 11, 11 0 2 11, 7 0 0 0" {
		t.Errorf("marks: %s", got)
	}
	drive(a, press("esc")...)
	for i := len(want) - 2; i >= 0; i-- {
		if drive(a, press("U")...); state() != want[i] {
			t.Errorf("undo gives %s, want %s", state(), want[i])
		}
	}
	if got := screenText(a); !strings.Contains(got, "Undone: mark “Harbour towns brace for the spring tides” read.") {
		t.Errorf("no notice of what was undone:\n%s", got)
	}
	drive(a, press("U")...)
	if got := screenText(a); !strings.Contains(got, "There is nothing to undo.") {
		t.Errorf("no word of the end:\n%s", got)
	}
}

// TestReadingOneOfSeveralSourcesReadsAll marks a row that stands for several articles, and stars it.
func TestReadingOneOfSeveralSourcesReadsAll(t *testing.T) {
	f := kept()
	first := f.records[0].Article.ID
	same, err := f.Sources(t.Context(), first)
	if err != nil || len(same) < 2 {
		t.Fatalf("%d sources, %v", len(same), err)
	}
	a := home(f, 80, 24)
	l := theLibrary(a)
	l.rows.to(l.pages.find(first, 0))
	drive(a, press("s", "m")...)
	for _, r := range same {
		s, _ := f.Status(t.Context(), r.ID)
		if !s.Read || s.Starred != (r.ID == first || r.Status.Starred) {
			t.Errorf("%q has the status %+v", r.Title, s)
		}
	}
	drive(a, press("x")...)
	for _, r := range same {
		if !f.removed[r.ID] {
			t.Errorf("%q is still there", r.Title)
		}
	}
}

func TestAllThatAreShownAreMarkedByTheirQuery(t *testing.T) {
	f := newFakeStore(someEntries(450))
	a := home(f, 80, 24)
	drive(a, press("V", "s")...)
	n, _ := f.Count(t.Context(), model.Query{Expr: model.Is{State: model.Starred}})
	if n != 450 {
		t.Errorf("%d of 450 are starred", n)
	}
	l := theLibrary(a)
	l.pages.n, l.pages.whole = 100, false // as before they have been counted
	drive(a, press("V", "m")...)
	if got := lastLine(a); !strings.Contains(got, "Marked all that are shown read.") {
		t.Errorf("told is %q", got)
	}
}
