package thread

import (
	"cmp"
	"slices"
)

// group is the elements of one kind, each of which may be a message.
type group struct {
	key   string
	of    []int // in reading order
	names says  // what the key says
	text  int   // letters outside of links that stand in them, each counted once
	named share // of them that name an author
	timed share // that have a time
	said  share // that say something
}

// share is a part of one.
type share float64

func shareOf(n, all int) share { return share(n) / share(max(all, 1)) }

// What a group of messages has at least.
const (
	leastNamed  share = .6
	leastSaid   share = .7
	leastTimed  share = .5
	calledBonus       = 1.2 // times the weight of a group that is called messages
	near        share = .1  // less than the group around it that a finer one may have
	leastText         = 12  // letters a message, in the mean
	leastLeft         = 30  // letters that stand in an element besides the messages in it, and are one of their own
)

// groups returns the elements of a page by their keys, those that look the most like messages first.
func (s *scan) groups() []*group {
	byKey := map[string]*group{}
	var all []*group
	for i, e := range s.all {
		if e.quote {
			continue
		}
		for _, key := range e.keys {
			g := byKey[key]
			if g == nil {
				g = &group{key: key, names: s.words.of(key)}
				byKey[key] = g
				all = append(all, g)
			}
			if n := len(g.of); n == 0 || g.of[n-1] != i {
				g.of = append(g.of, i)
			}
		}
	}
	all = slices.DeleteFunc(all, func(g *group) bool { return len(g.of) < 2 })
	for _, g := range all {
		s.weigh(g)
	}
	slices.SortStableFunc(all, func(a, b *group) int { return cmp.Compare(b.weight(), a.weight()) })
	return all
}

// weigh sums up what is in the elements of a group.
func (s *scan) weigh(g *group) { g.sum(s.owns(g.of, nil)) }

func (g *group) sum(owns []own) {
	named, timed, said := 0, 0, 0
	g.text = 0
	for _, o := range owns {
		named += count(o.named > 0)
		timed += count(o.timed > 0)
		said += count(o.text > 0)
		g.text += o.text
	}
	n := len(owns)
	g.named, g.timed, g.said = shareOf(named, n), shareOf(timed, n), shareOf(said, n)
}

// rest returns the elements of g that say something besides what is in elements of h, weighed without that.
func (s *scan) rest(g, h *group) *group {
	left := &group{key: g.key, names: g.names}
	var owns []own
	for i, o := range s.owns(g.of, h) {
		if o.text >= leastLeft {
			left.of, owns = append(left.of, g.of[i]), append(owns, o)
		}
	}
	left.sum(owns)
	return left
}

// onlyHolds reports whether the elements of g are nothing but holders of elements of h: what is left of most of them
// is no message.
func (s *scan) onlyHolds(g, h *group, fits func(*group) bool) bool {
	left := s.rest(g, h)
	return 2*len(left.of) < len(g.of) || !fits(left)
}

// own is what an element holds itself, without the others of its kind in it.
type own struct{ text, named, timed int }

func (s *scan) owns(of []int, without *group) []own {
	owns := make([]own, len(of))
	take := func(i int, in span, sign int) {
		owns[i].text += sign * (s.text(in) - s.link(in))
		owns[i].named += sign * s.named(in)
		owns[i].timed += sign * s.timed(in)
	}
	var around []int // the members around the present one
	for i, m := range of {
		take(i, s.span(m), 1)
		for len(around) > 0 && !s.within(m, of[around[len(around)-1]]) {
			around = around[:len(around)-1]
		}
		if n := len(around); n > 0 {
			take(around[n-1], s.span(m), -1)
		}
		around = append(around, i)
	}
	if without != nil {
		s.takeOut(of, without, take)
	}
	return owns
}

// weight is how much of the page a group is, if it is a group of messages.
func (g *group) weight() float64 {
	w := float64(g.text) * float64(g.named+.1) * float64(.5+g.timed/2) * float64(g.said)
	if g.called() {
		w *= calledBonus
	}
	return w
}

// called reports whether the elements of a group are called messages or turns.
func (g *group) called() bool { return g.names&(saysMessage|saysTurn) != 0 }

// takeOut takes what is in the elements of without from the elements around them, or from themselves.
func (s *scan) takeOut(of []int, without *group, take func(i int, in span, sign int)) {
	g := &group{of: of}
	end := 0 // of the last element that was taken: what is in it is taken, too
	for _, inner := range without.of {
		at, ok := slices.BinarySearch(of, inner)
		if !ok {
			at = s.holderIn(g, inner)
		}
		if at >= 0 && inner >= end {
			take(at, s.span(inner), -1)
			end = s.all[inner].end
		}
	}
}

// messages reports whether the elements of a group look like messages: nearly each names an author and says
// something, and has a time unless the names of them say what they are.
func (g *group) messages() bool {
	if g.named < leastNamed || g.said < leastSaid || g.text < leastText*len(g.of)/2 ||
		g.names&(saysAuthor|saysTime|saysReview|saysCard) != 0 ||
		g.names&saysBeside != 0 && g.names&saysText == 0 {
		return false
	}
	return g.called() || g.timed >= leastTimed && len(g.of) > 2
}

// updates reports whether the elements of a group look like the updates of a live blog: each has a time and says
// something.
func (g *group) updates() bool {
	const most share = .9
	return g.timed >= most && g.said >= leastSaid && g.text >= leastText*len(g.of) &&
		g.names&(saysAuthor|saysReview|saysCard|saysComment) == 0
}

// finer returns the group inside of the elements of g of which g is nothing but the holder, or g itself.
func (s *scan) finer(g *group, all []*group, fits func(*group) bool) *group {
	for again := true; again; {
		again = false
		for _, h := range all {
			if h == g || len(h.of) < 2*len(g.of) || h.named < g.named-near || h.timed < g.timed-near || 3*h.text < g.text ||
				!fits(h) || !s.inside(h, g) {
				continue
			}
			if s.onlyHolds(g, h, fits) {
				g, again = h, true
				break
			}
		}
	}
	return g
}

// inside reports whether most elements of h stand in elements of g.
func (s *scan) inside(h, g *group) bool {
	n := 0
	for _, i := range h.of {
		if s.holderIn(g, i) >= 0 {
			n++
		}
	}
	return 5*n >= 4*len(h.of)
}

// holderIn returns the innermost element of g around element i, as its place in the group, or -1.
func (s *scan) holderIn(g *group, i int) int {
	for up := s.all[i].parent; up >= 0; up = s.all[up].parent {
		if at, ok := slices.BinarySearch(g.of, up); ok {
			return at
		}
	}
	return -1
}
