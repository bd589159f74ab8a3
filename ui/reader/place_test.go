package reader

import (
	"testing"

	"lede/ui/reader/text"
	"lede/ui/uitest"
)

func TestPlaceLeadsBackToTheSameLine(t *testing.T) {
	for _, c := range []struct{ w, h int }{{80, 24}, {40, 15}, {120, 6}} {
		for _, keys := range [][]string{{}, {"p"}} {
			a := showing(uitest.One(uitest.Harbour()), c.w, c.h)
			uitest.Drive(a, uitest.Press(keys...)...)
			r := a.Stack[0].(*reader)
			for i := range r.text.Doc.Flow.Len() {
				for line := range r.text.Doc.Item(i).Height() {
					s := text.Spot{Item: i, Line: line}
					r.text.Doc.To(s)
					first := r.text.Place()
					r.text.ToPlace(first)
					got := r.text.Doc.Top
					again := r.text.Place()
					r.text.ToPlace(again)
					if gone := r.text.Doc.Top; gone != got || r.text.Place() != again {
						t.Errorf("%d×%d %v: %v drifts to %v, then to %v", c.w, c.h, keys, s, got, gone)
					}
					if first.Line != -1 && got != s {
						t.Errorf("%d×%d %v: %v is %+v, which leads to %v", c.w, c.h, keys, s, first, got)
					}
				}
			}
		}
	}
}
