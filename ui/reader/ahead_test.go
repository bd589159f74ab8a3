package reader

import (
	"testing"

	"lede/ui/render"
	"lede/ui/uitest"
)

// TestTheNextPageIsDrawnAhead has the page below the view drawn by a command, and kept when it is still wanted.
func TestTheNextPageIsDrawnAhead(t *testing.T) {
	a := showing(uitest.One(manySections(richSection)), 80, 24)
	text := &a.Stack[0].(*reader).text
	uitest.Drive(a, uitest.KeyPress("space"))
	if i, ok := text.doc.undrawn(text.doc.h); ok {
		t.Errorf("item %d below the view is not drawn", i)
	}
	if n := len(text.doc.drawn); n == len(text.items.all) {
		t.Errorf("all %d items are drawn", n)
	}
	drawn := text.doc.drawn[8]
	uitest.Drive(a, uitest.KeyPress("space"), uitest.KeyPress("b"))
	if text.doc.drawn[8] != drawn {
		t.Error("what was drawn ahead is drawn again")
	}
}

func TestWhatIsDrawnAheadForAnotherWidthIsDropped(t *testing.T) {
	a := showing(uitest.One(manySections(richSection)), 80, 24)
	text := &a.Stack[0].(*reader).text
	last := len(text.items.all) - 1
	late := itemsDrawnMsg{flow: text.doc.flow, first: last, items: [][]render.Line{{{Text: "late"}}}}
	uitest.Drive(a, uitest.Size(60, 24))
	a.Update(late)
	if it := text.doc.drawn[last]; it != nil {
		t.Errorf("the last item is %q", it.lines[0].Text)
	}
	uitest.Drive(a, uitest.KeyPress("g"))
	if _, ok := text.doc.undrawn(text.doc.h); ok {
		t.Error("nothing is drawn ahead any more")
	}
}
