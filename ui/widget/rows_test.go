package widget

import (
	"math/rand/v2"
	"testing"
)

func TestRowsScrollNoMoreThanTheyMust(t *testing.T) {
	var r Rows
	r.Fit(100, 10)
	for _, c := range []struct {
		name    string
		do      func()
		at, top int
	}{
		{"down in the page", func() { r.Move(5) }, 5, 0},
		{"down past the margin", func() { r.Move(4) }, 9, 1},
		{"up in the page", func() { r.Move(-5) }, 4, 1},
		{"up past the margin", func() { r.Move(-3) }, 1, 0},
		{"to the end", func() { r.To(1000) }, 99, 90},
		{"above the top", func() { r.Move(-1000) }, 0, 0},
		{"the wheel moves the view and pushes the selection", func() { r.Scroll(3) }, 4, 3},
		{"the wheel back leaves the selection", func() { r.Scroll(-3) }, 4, 0},
		{"the wheel stops at the end", func() { r.Scroll(1000) }, 91, 90},
		{"a row that moved keeps its height on screen", func() { r.To(50); r.Put(70) }, 70, 69},
		{"a shorter list", func() { r.Fit(4, 10) }, 3, 0},
		{"an empty list", func() { r.Fit(0, 10) }, 0, 0},
	} {
		if c.do(); r.At != c.at || r.Top != c.top {
			t.Errorf("%s: at %d, top %d; want %d, %d", c.name, r.At, r.Top, c.at, c.top)
		}
	}
}

func TestRowsKeepTheSelectionOnScreen(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var r Rows
	for i := range 20000 {
		switch rnd.IntN(5) {
		case 0:
			r.Fit(rnd.IntN(30), rnd.IntN(12))
		case 1:
			r.Move(rnd.IntN(9) - 4)
		case 2:
			r.Scroll(rnd.IntN(9) - 4)
		case 3:
			r.Put(rnd.IntN(30))
		case 4:
			r.To(rnd.IntN(40) - 5)
		}
		from, to := r.Visible()
		if r.N > 0 && (r.At < from || r.At >= to || from < 0 || to > r.N || to-from < min(r.N, r.Page)) {
			t.Fatalf("step %d: %+v shows %d to %d", i, r, from, to)
		}
	}
}

func TestTheMarkBesideRowsShowsWhereTheyAre(t *testing.T) {
	var r Rows
	r.Fit(5, 10)
	if top, end := r.Thumb(); top != end {
		t.Errorf("all rows are seen, and the mark covers %d to %d", top, end)
	}
	r.Fit(1000, 10)
	for _, c := range []struct{ at, top, end int }{{0, 0, 1}, {500, 4, 5}, {999, 9, 10}} {
		r.To(c.at)
		if top, end := r.Thumb(); top != c.top || end != c.end {
			t.Errorf("at row %d the mark covers %d to %d, want %d to %d", c.at, top, end, c.top, c.end)
		}
	}
}
