package reader

import (
	"context"
	"sort"

	tea "charm.land/bubbletea/v2"

	"lede/model/figure"
)

// search is a query looked for in a document.
type search struct {
	*matcher
	pane    *pane
	doc     *document
	cancel  context.CancelFunc
	request int
	from    spot // where the search began: its first match is the first one from there
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

// seek looks for matches in the document and, unless again is set, shows the first one from a spot on. An empty query
// ends the search.
func (p *pane) seek(ctx context.Context, m *matcher, from spot, again bool) tea.Cmd {
	p.endSearch()
	if m.query == "" || p.doc == nil {
		return nil
	}
	ctx, cancel := context.WithCancel(ctx)
	s := &search{
		matcher: m, pane: p, doc: p.doc, cancel: cancel, request: p.app.NextRequest(), from: from,
		again: again, now: -1,
	}
	p.search = s
	stop := func() bool { return ctx.Err() != nil }
	if !p.items.large() {
		p.found(foundMsg{s.request, findAll(p.doc.flow, s.matcher, stop)})
		return nil
	}
	flow := p.doc.flow
	return func() tea.Msg { return foundMsg{s.request, findAll(flow, s.matcher, stop)} }
}

// endSearch forgets the search and what was found.
func (p *pane) endSearch() tea.Cmd {
	if p.search != nil {
		p.search.cancel()
		p.search = nil
	}
	return nil
}

// found takes the matches and shows the first one.
func (p *pane) found(msg foundMsg) {
	s := p.search
	if s == nil || s.request != msg.request {
		return // another search has begun
	}
	s.hits, s.looked = msg.hits, true
	switch {
	case s.total() == 0 && s.phrases != nil:
		p.endSearch() // the words stand in what is not shown
	case s.total() > 0 && !s.again:
		s.first(s.from, 1)
	}
}

// searchAgain looks for the same words in a document that was made anew. The view stays where it is.
func (p *pane) searchAgain(ctx context.Context) tea.Cmd {
	if p.search == nil {
		return nil
	}
	return p.seek(ctx, p.search.matcher, p.doc.top, true)
}

func (s *search) total() int {
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
	case s.total() == 0:
		return "not found"
	case s.now < 0:
		return figure.Number(s.total()) + " found"
	}
	count := figure.Number(s.now+1) + " of " + figure.Number(s.total())
	if s.turned {
		return "from the other end · " + count
	}
	return count
}

// next goes to the next match, or the one before it when step is -1: from the present match while it is in view, else
// from the top of the view.
func (s *search) next(step int) tea.Cmd {
	switch {
	case !s.looked || s.total() == 0:
	case s.now >= 0 && s.doc.sees(s.spot(s.now)):
		s.set(s.now + step)
	default:
		s.first(s.doc.top, step)
	}
	return nil
}

// first goes to the first match at or after a spot, or to the last one before it when step is -1.
func (s *search) first(from spot, step int) {
	i := sort.Search(len(s.hits), func(i int) bool { return s.hits[i].item >= from.item })
	n := s.before(i)
	if i < len(s.hits) && s.hits[i].item == from.item {
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
	total := s.total()
	s.turned = (n < 0 || n >= total) && total > 1
	s.now = (n + total) % total
	before, top := s.pane.stance(), s.doc.top
	if s.doc.show(s.spot(s.now)); s.doc.top != top {
		s.pane.leapt(before)
	}
}
