package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// leap is the way that a search took the view from where the user was reading. Until the user reads on from there, the
// view is only a glance: it is not where reading goes on another day.
type leap struct {
	from stance
	to   spot // the top of the view after the leap
	made bool
}

// stance is a place in an article, and how much of the article had been read there.
type stance struct {
	place   model.Place
	percent int
	glance  bool // a search had put the view there
}

// nowhere is a spot that no view begins at.
var nowhere = spot{item: -1}

// glances reports whether the view is where a search has put it.
func (p *pane) glances() bool {
	return p.leap.made && p.view == wholeView && p.doc.top == p.leap.to
}

// stance returns where the view is.
func (p *pane) stance() stance {
	s := stance{place: p.place(), glance: p.glances()}
	if f := p.flow(); f != nil && p.sums != nil && f.len() > 0 {
		s.percent = progressOf(p.doc, p.sums, f.real).percent
	}
	return s
}

// leapt notes that a search has moved the view. From one match to the next, the user is still where they were.
func (p *pane) leapt(from stance) {
	if p.view != wholeView {
		return
	}
	if from.glance {
		from = p.leap.from
	}
	p.leap = leap{from, p.doc.top, true}
}

// leapBack goes to where the user was before the search moved the view, or back to the match again.
func (p *pane) leapBack() {
	to, here := p.leap.from, p.stance()
	p.toPlace(to.place)
	p.leap.from, p.leap.to = here, nowhere
	if to.glance {
		p.leap.to = p.doc.top
	}
}

// leapToGo returns the leap for a text that is left, to be given to leapIs when it is shown again.
func (p *pane) leapToGo() leap {
	l := p.leap
	if !p.glances() {
		l.to = nowhere
	}
	return l
}

// leapIs takes a leap of the same text, which was left where the view is.
func (p *pane) leapIs(l leap) {
	if p.leap = l; l.to != nowhere {
		p.leap.to = p.doc.top
	}
}

// drawnAnew does what draws the text anew; a glance stays one.
func (p *pane) drawnAnew(draw func()) {
	glance := p.doc != nil && p.glances()
	draw()
	if glance {
		p.leap.to = p.doc.top
	}
}

// leapBack goes to where the user was, from where a search has led.
func (r *reader) leapBack() tea.Cmd {
	r.text.leapBack()
	return nil
}

// noLeap is the refusal of the way back where no search has moved the view.
func noLeap(r *reader) string {
	switch {
	case r.text.view != wholeView:
		return "Go back in the article, not in another view of it."
	case !r.text.leap.made:
		return "No search has moved you from where you were."
	}
	return ""
}
