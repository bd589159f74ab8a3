package ui

import (
	"context"
	"fmt"
	"sort"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// search is a query looked for in a document.
type search struct {
	*matcher
	ctx     context.Context
	cancel  context.CancelFunc
	request int
	from    spot // where the search began: its first match is the first one from there
	looked  bool // hits are known
	hits    []hit
	now     int  // the number of the present match, from 0; -1 for none
	turned  bool // the way to the present match went over the end
}

// look is what the lit lines of an item were made for.
type look struct {
	search *search
	now    int // the present match, counted in the item; -1 for none
}

// foundMsg brings the matches of a search.
type foundMsg struct {
	request int
	hits    []hit
}

// find looks for a query in the document from a spot on; "" ends the search.
func (r *reader) find(query string, from spot) tea.Cmd {
	r.endSearch()
	if query == "" || r.doc == nil {
		return nil
	}
	ctx, cancel := context.WithCancel(r.ctx)
	s := &search{
		matcher: newMatcher(query), ctx: ctx, cancel: cancel, request: r.app.nextRequest(), from: from, now: -1,
	}
	r.search = s
	stop := func() bool { return ctx.Err() != nil }
	if r.items.size < largeText {
		r.found(foundMsg{s.request, findAll(r.doc.flow, s.matcher, stop)})
		return nil
	}
	flow := r.doc.flow
	return func() tea.Msg { return foundMsg{s.request, findAll(flow, s.matcher, stop)} }
}

// endSearch forgets the search and what was found.
func (r *reader) endSearch() {
	if r.search != nil {
		r.search.cancel()
		r.search = nil
	}
}

// found takes the matches and shows the first one.
func (r *reader) found(msg foundMsg) {
	s := r.search
	if s == nil || s.request != msg.request {
		return // another search has begun
	}
	s.hits, s.looked = msg.hits, true
	if s.total() > 0 {
		r.toMatch(s.from, 1)
	}
}

// searchAgain looks for the same words in a document that was made anew.
func (r *reader) searchAgain() tea.Cmd {
	if r.search == nil {
		return nil
	}
	return r.find(r.search.query, r.doc.top)
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

// String is the search as the footer tells it.
func (s *search) String() string {
	switch {
	case !s.looked:
		return "…"
	case s.total() == 0:
		return "not found"
	case s.now < 0:
		return fmt.Sprintf("%d found", s.total())
	}
	count := fmt.Sprintf("%d of %d", s.now+1, s.total())
	if s.turned {
		return "from the other end · " + count
	}
	return count
}

// nextMatch goes to the next match, or the one before it when step is -1: from the present match while it is in view,
// else from the top of the view.
func (r *reader) nextMatch(step int) {
	s := r.search
	if !s.looked || s.total() == 0 {
		return
	}
	if s.now >= 0 && r.doc.sees(r.matchSpot(s.now)) {
		r.setMatch(s.now + step)
		return
	}
	r.toMatch(r.doc.top, step)
}

// toMatch goes to the first match at or after a spot, or to the last one before it when step is -1.
func (r *reader) toMatch(from spot, step int) {
	s := r.search
	i := sort.Search(len(s.hits), func(i int) bool { return s.hits[i].item >= from.item })
	n := s.before(i)
	if i < len(s.hits) && s.hits[i].item == from.item {
		for n < s.hits[i].upto && r.matchSpot(n).before(from) {
			n++
		}
	}
	if step < 0 {
		n--
	}
	r.setMatch(n)
}

// setMatch makes match number n the present one and shows it. After the last comes the first.
func (r *reader) setMatch(n int) {
	s := r.search
	total := s.total()
	s.turned = (n < 0 || n >= total) && total > 1
	s.now = (n + total) % total
	r.doc.show(r.matchSpot(s.now))
}

// matchSpot is the line on which a match begins.
func (r *reader) matchSpot(n int) spot {
	i, local := r.search.at(n)
	it := r.doc.item(i)
	all := r.matchesOf(i, it)
	if len(all) == 0 {
		return spot{i, it.gap}
	}
	return spot{i, it.gap + all[min(local, len(all)-1)].parts[0].line}
}

// matchesOf returns the matches of the search in item i.
func (r *reader) matchesOf(i int, it *drawn) []match {
	if it.look.search != r.search {
		it.look, it.lit = look{r.search, -1}, nil
		it.found = r.search.matches(r.doc.flow.text(i), it.lines)
	}
	return it.found
}

// lit returns the lines of item i with its matches lit.
func (r *reader) lit(i int, it *drawn) []string {
	s, all := r.search, r.matchesOf(i, it)
	want := look{s, -1}
	if s.now >= 0 {
		if item, local := s.at(s.now); item == i {
			want.now = local
		}
	}
	if it.lit == nil || it.look != want {
		it.look = want
		it.lit = r.light(all, it.lines, want.now)
	}
	return it.lit
}

// light lays the styles of matches over lines.
func (r *reader) light(all []match, lines []render.Line, now int) []string {
	lit := make([]render.Line, len(lines))
	copy(lit, lines)
	for n, m := range all {
		style := r.app.theme.Match
		if n == min(now, len(all)-1) {
			style = r.app.theme.MatchNow
		}
		for _, p := range m.parts {
			lit[p.line] = render.Highlight(lit[p.line], p.from, p.to, style)
		}
	}
	styled := make([]string, len(lit))
	for i, l := range lit {
		styled[i] = l.Styled
	}
	return styled
}

// finder is the line in the footer's place in which the query is typed.
type finder struct {
	reader *reader
	input  prompt
	origin spot
}

func newFinder(r *reader) *finder { return &finder{reader: r, origin: r.doc.top} }

func (f *finder) update(msg tea.Msg) tea.Cmd {
	app := f.reader.app
	k := &app.keys.prompt
	press, isKey := msg.(tea.KeyPressMsg)
	switch {
	case isKey && key.Matches(press, k.Accept):
		return app.pop()
	case isKey && key.Matches(press, k.Cancel):
		f.reader.endSearch()
		f.reader.doc.to(f.origin)
		return app.pop()
	case isKey && f.reader.search != nil && key.Matches(press, k.Next):
		f.reader.nextMatch(1)
		return nil
	case isKey && f.reader.search != nil && key.Matches(press, k.Prev):
		f.reader.nextMatch(-1)
		return nil
	}
	if f.input.update(k, msg) {
		f.reader.doc.to(f.origin)
		return f.reader.find(f.input.text, f.origin)
	}
	return nil
}

func (f *finder) box(terminal rect) rect { return rect{0, terminal.h - 1, terminal.w, 1} }

func (f *finder) lines(r rect) []string {
	t, count := f.reader.app.theme, ""
	if f.reader.search != nil {
		count = t.Dim.Render(f.reader.search.String() + " ")
	}
	text, _ := f.input.line(f.room(r.w))
	return []string{render.Pad(spread(" "+t.Accent.Render("/")+text, count, r.w), r.w)}
}

// room is the width that the query is shown in.
func (f *finder) room(w int) int { return max(1, w-20) }

func (f *finder) cursor() (x, y int, shown bool) {
	_, at := f.input.line(f.room(f.reader.app.w))
	return at + 2, 0, true
}

func (f *finder) takesText() bool { return true }

func (f *finder) bindings() []key.Binding {
	k := f.reader.app.keys.prompt
	return []key.Binding{k.Accept, k.Next, k.Prev, k.Cancel}
}

func (f *finder) title() string { return "" }

func (f *finder) close() {}
