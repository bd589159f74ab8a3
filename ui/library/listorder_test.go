package library

import (
	"slices"
	"testing"
	"time"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

func TestFilesStayInTheOrderGiven(t *testing.T) {
	var es []model.Entry
	for i, ref := range []string{"b.md", "c.md", "a.md"} {
		es = append(es, model.Entry{Ref: ref, Title: ref, Published: time.Date(2026, 5, 1+i, 0, 0, 0, 0, time.UTC)})
	}
	for _, c := range []struct {
		given bool
		want  []string
	}{{true, []string{"b.md", "c.md", "a.md"}}, {false, []string{"a.md", "c.md", "b.md"}}} {
		a := started(ui.Options{Library: uitest.Serving(es), Fixed: true, Given: c.given}, 80, 24)
		l := theList(a)
		var got []string
		for i := range l.listing.shown {
			got = append(got, l.listing.entry(i).Ref)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("given %v: %v, want %v", c.given, got, c.want)
		}
		orders := map[string]bool{}
		for range sortings {
			uitest.Drive(a, uitest.Press("S")...)
			orders[l.orderText()] = true
		}
		if orders["as given"] != c.given {
			t.Errorf("given %v: S offers %v", c.given, orders)
		}
	}
}
