package reader

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// pagesAhead is how far below the view a text is drawn ahead, once less than one page of it is.
const pagesAhead = 2

// aheadRest is how long a text that was drawn anew rests before more of it is drawn ahead: its first frame comes
// first.
const aheadRest = 100 * time.Millisecond

// aheadDueMsg says that the text has rested.
type aheadDueMsg struct{}

// itemsDrawnMsg brings items of a flow, drawn before the view comes to them.
type itemsDrawnMsg struct {
	flow  flow
	first int
	items [][]render.Line
}

// drawAhead returns the command that draws the next pages, so that the key that leads there finds them drawn; nil
// when they are, or while another is under way.
func (p *pane) drawAhead() tea.Cmd {
	if p.doc == nil || p.ahead || p.flow() == nil {
		return nil
	}
	first, ok := p.doc.undrawn(p.doc.h)
	if !ok {
		return nil
	}
	p.ahead = true
	f, most := p.doc.flow, pagesAhead*p.doc.h
	return func() tea.Msg {
		msg := itemsDrawnMsg{flow: f, first: first}
		for i, lines := first, 0; i < f.len() && lines < most; i++ {
			drawn := f.draw(i)
			lines += len(drawn) + 1
			msg.items = append(msg.items, drawn)
		}
		return msg
	}
}

// drawnAhead keeps what was drawn, unless the text is drawn otherwise by now.
func (p *pane) drawnAhead(msg itemsDrawnMsg) {
	p.ahead = false
	if p.doc != nil && p.doc.flow == msg.flow {
		p.doc.take(msg.first, msg.items)
	}
}
