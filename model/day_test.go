package model

import (
	"testing"
	"time"
)

func TestADayIsTheSameEverywhereAndAMomentIsNot(t *testing.T) {
	west, east := time.FixedZone("", -8*3600), time.FixedZone("", 9*3600)
	for _, c := range []struct{ at, west, east string }{
		{"2026-03-14T00:00:00Z", "2026-03-14", "2026-03-14"},
		{"2026-03-14T20:30:00Z", "2026-03-14", "2026-03-15"},
		{"2026-03-14T03:00:00Z", "2026-03-13", "2026-03-14"},
		{"1969-12-30T00:00:00Z", "1969-12-30", "1969-12-30"},
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if w, e := Day(at, west).Format(time.DateOnly), Day(at, east).Format(time.DateOnly); w != c.west || e != c.east {
			t.Errorf("%s: got %s and %s, want %s and %s", c.at, w, e, c.west, c.east)
		}
	}
}
