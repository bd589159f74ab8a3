package ui

import (
	"lede/ui/render"
)

// look is what the lit lines of an item were made for.
type look struct {
	search *search
	now    int // the present match, counted in the item; -1 for none
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
