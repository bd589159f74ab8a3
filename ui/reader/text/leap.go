package text

import "lede/model"

// Leap is the way that a search took the view from where the user was reading. Until the user reads on from there, the
// view is only a glance: it is not where reading goes on another day.
type Leap struct {
	From stance
	to   Spot // the top of the view after the leap
	Made bool
}

// stance is a place in an article, and how much of the article had been read there.
type stance struct {
	Place   model.Place
	Percent int
	Glance  bool // a search had put the view there
}

// nowhere is a spot that no view begins at.
var nowhere = Spot{Item: -1}

// glances reports whether the view is where a search has put it.
func (p *Pane) glances() bool {
	return p.Leap.Made && p.View == WholeView && p.Doc.Top == p.Leap.to
}

// Stance returns where the view is.
func (p *Pane) Stance() stance {
	s := stance{Place: p.Place(), Glance: p.glances()}
	if f := p.Flow(); f != nil && p.Sums != nil && f.Len() > 0 {
		s.Percent = ProgressOf(p.Doc, p.Sums, f.Real).Percent
	}
	return s
}

// leapt notes that a search has moved the view. From one match to the next, the user is still where they were.
func (p *Pane) leapt(from stance) {
	if p.View != WholeView {
		return
	}
	if from.Glance {
		from = p.Leap.From
	}
	p.Leap = Leap{from, p.Doc.Top, true}
}

// LeapBack goes to where the user was before the search moved the view, or back to the match again.
func (p *Pane) LeapBack() {
	to, here := p.Leap.From, p.Stance()
	p.ToPlace(to.Place)
	p.Leap.From, p.Leap.to = here, nowhere
	if to.Glance {
		p.Leap.to = p.Doc.Top
	}
}

// LeapToGo returns the leap for a text that is left, to be given to leapIs when it is shown again.
func (p *Pane) LeapToGo() Leap {
	l := p.Leap
	if !p.glances() {
		l.to = nowhere
	}
	return l
}

// LeapIs takes a leap of the same text, which was left where the view is.
func (p *Pane) LeapIs(l Leap) {
	if p.Leap = l; l.to != nowhere {
		p.Leap.to = p.Doc.Top
	}
}

// DrawnAnew does what draws the text anew; a glance stays one.
func (p *Pane) DrawnAnew(draw func()) {
	glance := p.Doc != nil && p.glances()
	draw()
	if glance {
		p.Leap.to = p.Doc.Top
	}
}
