package reader

import (
	"testing"

	"lede/ui/reader/text"
	"lede/ui/render"
	"lede/ui/uitest"
)

// TestTheNextPageIsDrawnAhead has the page below the view drawn by a command, and kept when it is still wanted.
func TestTheNextPageIsDrawnAhead(t *testing.T) {
	a := showing(uitest.One(manySections(richSection)), 80, 24)
	text := &a.Stack[0].(*reader).text
	uitest.Drive(a, uitest.KeyPress("space"))
	if i, ok := text.Doc.Undrawn(text.Doc.H); ok {
		t.Errorf("item %d below the view is not drawn", i)
	}
	if n := len(text.Doc.Drawn); n == len(text.Items.All) {
		t.Errorf("all %d items are drawn", n)
	}
	drawn := text.Doc.Drawn[8]
	uitest.Drive(a, uitest.KeyPress("space"), uitest.KeyPress("b"))
	if text.Doc.Drawn[8] != drawn {
		t.Error("what was drawn ahead is drawn again")
	}
}

func TestWhatIsDrawnAheadForAnotherWidthIsDropped(t *testing.T) {
	a := showing(uitest.One(manySections(richSection)), 80, 24)
	shown := &a.Stack[0].(*reader).text
	last := len(shown.Items.All) - 1
	late := text.ItemsDrawnMsg{Flow: shown.Doc.Flow, First: last, Items: [][]render.Line{{{Text: "late"}}}}
	uitest.Drive(a, uitest.Size(60, 24))
	a.Update(late)
	if it := shown.Doc.Drawn[last]; it != nil {
		t.Errorf("the last item is %q", it.Lines[0].Text)
	}
	uitest.Drive(a, uitest.KeyPress("g"))
	if _, ok := shown.Doc.Undrawn(shown.Doc.H); ok {
		t.Error("nothing is drawn ahead any more")
	}
}
