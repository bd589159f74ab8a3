package text

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// pagesAhead is how far below the view a text is drawn ahead, once less than one page of it is.
const pagesAhead = 2

// AheadRest is how long a text that was drawn anew rests before more of it is drawn ahead: its first frame comes
// first.
const AheadRest = 100 * time.Millisecond

// AheadDueMsg says that the text has rested.
type AheadDueMsg struct{}

// ItemsDrawnMsg brings items of a flow, drawn before the view comes to them.
type ItemsDrawnMsg struct {
	Flow  flow
	First int
	Items [][]render.Line
}

// DrawAhead returns the command that draws the next pages, so that the key that leads there finds them drawn; nil
// when they are, or while another is under way.
func (p *Pane) DrawAhead() tea.Cmd {
	if p.Doc == nil || p.ahead || p.Flow() == nil {
		return nil
	}
	first, ok := p.Doc.Undrawn(p.Doc.H)
	if !ok {
		return nil
	}
	p.ahead = true
	f, most := p.Doc.Flow, pagesAhead*p.Doc.H
	return func() tea.Msg {
		msg := ItemsDrawnMsg{Flow: f, First: first}
		for i, lines := first, 0; i < f.Len() && lines < most; i++ {
			drawn := f.draw(i)
			lines += len(drawn) + 1
			msg.Items = append(msg.Items, drawn)
		}
		return msg
	}
}

// drawnAhead keeps what was drawn, unless the text is drawn otherwise by now.
func (p *Pane) drawnAhead(msg ItemsDrawnMsg) {
	p.ahead = false
	if p.Doc != nil && p.Doc.Flow == msg.Flow {
		p.Doc.take(msg.First, msg.Items)
	}
}
