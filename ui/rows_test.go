package ui

import (
	"math/rand/v2"
	"testing"
)

func TestRowsScrollNoMoreThanTheyMust(t *testing.T) {
	var r rows
	r.fit(100, 10)
	for _, c := range []struct {
		name    string
		do      func()
		at, top int
	}{
		{"down in the page", func() { r.move(5) }, 5, 0},
		{"down past the margin", func() { r.move(4) }, 9, 1},
		{"up in the page", func() { r.move(-5) }, 4, 1},
		{"up past the margin", func() { r.move(-3) }, 1, 0},
		{"to the end", func() { r.to(1000) }, 99, 90},
		{"above the top", func() { r.move(-1000) }, 0, 0},
		{"the wheel moves the view and pushes the selection", func() { r.scroll(3) }, 4, 3},
		{"the wheel back leaves the selection", func() { r.scroll(-3) }, 4, 0},
		{"the wheel stops at the end", func() { r.scroll(1000) }, 91, 90},
		{"a row that moved keeps its height on screen", func() { r.to(50); r.put(70) }, 70, 69},
		{"a shorter list", func() { r.fit(4, 10) }, 3, 0},
		{"an empty list", func() { r.fit(0, 10) }, 0, 0},
	} {
		if c.do(); r.at != c.at || r.top != c.top {
			t.Errorf("%s: at %d, top %d; want %d, %d", c.name, r.at, r.top, c.at, c.top)
		}
	}
}

func TestRowsKeepTheSelectionOnScreen(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var r rows
	for i := range 20000 {
		switch rnd.IntN(5) {
		case 0:
			r.fit(rnd.IntN(30), rnd.IntN(12))
		case 1:
			r.move(rnd.IntN(9) - 4)
		case 2:
			r.scroll(rnd.IntN(9) - 4)
		case 3:
			r.put(rnd.IntN(30))
		case 4:
			r.to(rnd.IntN(40) - 5)
		}
		from, to := r.visible()
		if r.n > 0 && (r.at < from || r.at >= to || from < 0 || to > r.n || to-from < min(r.n, r.page)) {
			t.Fatalf("step %d: %+v shows %d to %d", i, r, from, to)
		}
	}
}
