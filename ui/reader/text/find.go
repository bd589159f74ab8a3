package text

import (
	"context"
	"sort"

	tea "charm.land/bubbletea/v2"

	"lede/model/figure"
)

// search is a query looked for in a document.
type search struct {
	*Matcher
	pane    *Pane
	doc     *document
	cancel  context.CancelFunc
	request int
	from    Spot // where the search began: its first match is the first one from there
	again   bool // the text is another one: count the matches, and stay
	looked  bool // hits are known
	hits    []hit
	now     int  // the number of the present match, from 0; -1 for none
	turned  bool // the way to the present match went over the end
}

// foundMsg brings the matches of a search.
type foundMsg struct {
	request int
	hits    []hit
}

// Seek looks for matches in the document and, unless again is set, shows the first one from a spot on. An empty query
// ends the search.
func (p *Pane) Seek(ctx context.Context, m *Matcher, from Spot, again bool) tea.Cmd {
	p.EndSearch()
	if m.query == "" || p.Doc == nil {
		return nil
	}
	ctx, cancel := context.WithCancel(ctx)
	s := &search{
		Matcher: m, pane: p, doc: p.Doc, cancel: cancel, request: p.App.NextRequest(), from: from,
		again: again, now: -1,
	}
	p.Search = s
	stop := func() bool { return ctx.Err() != nil }
	if !p.Items.Large() {
		p.found(foundMsg{s.request, FindAll(p.Doc.Flow, s.Matcher, stop)})
		return nil
	}
	flow := p.Doc.Flow
	return func() tea.Msg { return foundMsg{s.request, FindAll(flow, s.Matcher, stop)} }
}

// EndSearch forgets the search and what was found.
func (p *Pane) EndSearch() tea.Cmd {
	if p.Search != nil {
		p.Search.cancel()
		p.Search = nil
	}
	return nil
}

// found takes the matches and shows the first one.
func (p *Pane) found(msg foundMsg) {
	s := p.Search
	if s == nil || s.request != msg.request {
		return // another search has begun
	}
	s.hits, s.looked = msg.hits, true
	switch {
	case s.Total() == 0 && s.phrases != nil:
		p.EndSearch() // the words stand in what is not shown
	case s.Total() > 0 && !s.again:
		s.first(s.from, 1)
	}
}

// SearchAgain looks for the same words in a document that was made anew. The view stays where it is.
func (p *Pane) SearchAgain(ctx context.Context) tea.Cmd {
	if p.Search == nil {
		return nil
	}
	return p.Seek(ctx, p.Search.Matcher, p.Doc.Top, true)
}

func (s *search) Total() int {
	if len(s.hits) == 0 {
		return 0
	}
	return s.hits[len(s.hits)-1].upto
}

// at is the item of match number n, and its number in that item.
func (s *search) at(n int) (item, local int) {
	i := sort.Search(len(s.hits), func(i int) bool { return s.hits[i].upto > n })
	return s.hits[i].item, n - s.before(i)
}

// before is how many matches stand before the hit of index i.
func (s *search) before(i int) int {
	if i == 0 {
		return 0
	}
	return s.hits[i-1].upto
}

// String returns the search as the footer shows it.
func (s *search) String() string {
	switch {
	case !s.looked:
		return "…"
	case s.Total() == 0:
		return "not found"
	case s.now < 0:
		return figure.Number(s.Total()) + " found"
	}
	count := figure.Number(s.now+1) + " of " + figure.Number(s.Total())
	if s.turned {
		return "from the other end · " + count
	}
	return count
}

// Next goes to the next match, or the one before it when step is -1: from the present match while it is in view, else
// from the top of the view.
func (s *search) Next(step int) tea.Cmd {
	switch {
	case !s.looked || s.Total() == 0:
	case s.now >= 0 && s.doc.sees(s.spot(s.now)):
		s.set(s.now + step)
	default:
		s.first(s.doc.Top, step)
	}
	return nil
}

// first goes to the first match at or after a spot, or to the last one before it when step is -1.
func (s *search) first(from Spot, step int) {
	i := sort.Search(len(s.hits), func(i int) bool { return s.hits[i].item >= from.Item })
	n := s.before(i)
	if i < len(s.hits) && s.hits[i].item == from.Item {
		for n < s.hits[i].upto && s.spot(n).before(from) {
			n++
		}
	}
	if step < 0 {
		n--
	}
	s.set(n)
}

// set makes match number n the present one and shows it. After the last comes the first.
func (s *search) set(n int) {
	total := s.Total()
	s.turned = (n < 0 || n >= total) && total > 1
	s.now = (n + total) % total
	before, top := s.pane.Stance(), s.doc.Top
	if s.doc.show(s.spot(s.now)); s.doc.Top != top {
		s.pane.leapt(before)
	}
}
