package ui

import "testing"

func TestPlaceLeadsBackToTheSameLine(t *testing.T) {
	for _, c := range []struct{ w, h int }{{80, 24}, {40, 15}, {120, 6}} {
		for _, keys := range [][]string{{}, {"p"}} {
			a := started(one(harbour()), c.w, c.h)
			drive(a, press(keys...)...)
			r := a.stack[0].(*reader)
			for i := range r.doc.flow.len() {
				for line := range r.doc.item(i).height() {
					s := spot{i, line}
					r.doc.to(s)
					first := r.place()
					r.toPlace(first)
					got := r.doc.top
					again := r.place()
					r.toPlace(again)
					if gone := r.doc.top; gone != got || r.place() != again {
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
