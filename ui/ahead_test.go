package ui

import (
	"testing"

	"lede/ui/render"
)

// TestTheNextPageIsDrawnAhead has the page below the view drawn by a command, and kept when it is still wanted.
func TestTheNextPageIsDrawnAhead(t *testing.T) {
	a := started(one(manySections(richSection)), 80, 24)
	text := &a.stack[0].(*reader).text
	drive(a, keyPress("space"))
	if i, ok := text.doc.undrawn(text.doc.h); ok {
		t.Errorf("item %d below the view is not drawn", i)
	}
	if n := len(text.doc.drawn); n == len(text.items.all) {
		t.Errorf("all %d items are drawn", n)
	}
	drawn := text.doc.drawn[8]
	drive(a, keyPress("space"), keyPress("b"))
	if text.doc.drawn[8] != drawn {
		t.Error("what was drawn ahead is drawn again")
	}
}

func TestWhatIsDrawnAheadForAnotherWidthIsDropped(t *testing.T) {
	a := started(one(manySections(richSection)), 80, 24)
	text := &a.stack[0].(*reader).text
	last := len(text.items.all) - 1
	late := itemsDrawnMsg{flow: text.doc.flow, first: last, items: [][]render.Line{{{Text: "late"}}}}
	drive(a, size(60, 24))
	a.Update(late)
	if it := text.doc.drawn[last]; it != nil {
		t.Errorf("the last item is %q", it.lines[0].Text)
	}
	drive(a, keyPress("g"))
	if _, ok := text.doc.undrawn(text.doc.h); ok {
		t.Error("nothing is drawn ahead any more")
	}
}
