package text

import (
	"lede/ui/render"
	"lede/ui/theme"
)

// look is what the lit lines of an item were made for.
type look struct {
	search *search
	now    int // the present match, counted in the item; -1 for none
}

// spot is the line on which a match begins.
func (s *search) spot(n int) Spot {
	i, local := s.at(n)
	it := s.doc.Item(i)
	all := s.matchesOf(i, it)
	if len(all) == 0 {
		return Spot{i, it.Gap}
	}
	return Spot{i, it.Gap + all[min(local, len(all)-1)].parts[0].line}
}

// matchesOf returns the matches of the search in item i.
func (s *search) matchesOf(i int, it *drawn) []match {
	if it.look.search != s {
		it.look, it.lit = look{s, -1}, nil
		it.found = s.matches(s.doc.Flow.text(i), it.Lines)
	}
	return it.found
}

// lit returns the lines of item i with its matches lit.
func (s *search) lit(i int, it *drawn) []string {
	all, want := s.matchesOf(i, it), look{s, -1}
	if s.now >= 0 {
		if item, local := s.at(s.now); item == i {
			want.now = local
		}
	}
	if it.lit == nil || it.look != want {
		it.look = want
		it.lit = light(s.pane.App.Theme, all, it.Lines, want.now)
	}
	return it.lit
}

// light lays the styles of matches over lines.
func light(t *theme.Theme, all []match, lines []render.Line, now int) []string {
	lit := make([]render.Line, len(lines))
	copy(lit, lines)
	for n, m := range all {
		style := t.Match
		if n == min(now, len(all)-1) {
			style = t.MatchNow
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
