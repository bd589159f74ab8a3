package reader

import (
	"testing"

	"lede/ui/uitest"
)

func TestPlaceLeadsBackToTheSameLine(t *testing.T) {
	for _, c := range []struct{ w, h int }{{80, 24}, {40, 15}, {120, 6}} {
		for _, keys := range [][]string{{}, {"p"}} {
			a := showing(uitest.One(uitest.Harbour()), c.w, c.h)
			uitest.Drive(a, uitest.Press(keys...)...)
			r := a.Stack[0].(*reader)
			for i := range r.text.doc.flow.len() {
				for line := range r.text.doc.item(i).height() {
					s := spot{i, line}
					r.text.doc.to(s)
					first := r.text.place()
					r.text.toPlace(first)
					got := r.text.doc.top
					again := r.text.place()
					r.text.toPlace(again)
					if gone := r.text.doc.top; gone != got || r.text.place() != again {
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
