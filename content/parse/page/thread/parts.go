package thread

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
)

// turns reads the messages of a group in reading order. Those of minor are the comments below them, which are no part
// of the text, as those below an article are not.
func (f finder) turns(g, minor *group) []Turn {
	p := parts{finder: f, of: map[int]*group{}}
	for _, i := range g.of {
		p.of[i] = g
	}
	if minor != nil {
		for _, i := range minor.of {
			p.of[i] = minor
		}
	}
	text := map[*group]string{}
	if minor != nil {
		p.dropHolders(g)
		text[minor] = p.textKey(minor)
	}
	text[g] = p.textKey(g)
	var all []Turn
	shells := f.shells(g)
	var around []int // the messages whose shells are around the present one, as places in all
	var ends []int   // and where the shells end
	for i := range f.all {
		in := p.of[i]
		if in == nil || f.at(i).names&(saysCard|saysMessage) == saysCard {
			continue
		}
		t, ok := p.turn(i, text[in])
		if !ok || in == minor {
			continue
		}
		for len(around) > 0 && ends[len(ends)-1] <= i {
			around, ends = around[:len(around)-1], ends[:len(ends)-1]
		}
		t.Depth = f.depth(i)
		if n := len(around); n > 0 {
			holder := all[around[n-1]]
			t.Depth, t.Answers = holder.Depth+1, holder.Author
		}
		around, ends = append(around, len(all)), append(ends, f.at(shells[i]).end)
		all = append(all, t)
	}
	withoutCopies(f.page, all)
	answered(f.page, all)
	return all
}

// dropHolders drops the elements of a group that only hold messages of the other.
func (p parts) dropHolders(g *group) {
	g.of = slices.DeleteFunc(slices.Clone(g.of), func(i int) bool {
		letters := p.text(p.span(i))
		holds := false
		p.each(i, func(j int) bool {
			if p.of[j] != nil {
				holds = true
				letters -= p.text(p.span(j))
			}
			return p.of[j] == nil
		})
		if !holds || letters >= leastText*2 {
			return false
		}
		delete(p.of, i)
		return true
	})
}

// parts reads the parts of messages.
type parts struct {
	finder
	of map[int]*group // the group of each element that is a message
}

// inner calls f for the elements in a message that are no part of another in it. f returns whether what is in the
// element is of interest, too.
func (p parts) inner(i int, f func(j int) bool) {
	p.each(i, func(j int) bool { return p.of[j] == nil && f(j) })
}

// each calls f for the elements in another. f returns whether what is in the element is of interest, too.
func (p parts) each(i int, f func(j int) bool) {
	for j := i + 1; j < p.at(i).end; {
		if !f(j) {
			j = p.at(j).end
		} else {
			j++
		}
	}
}

// textKey returns the key of the elements that hold the text of the messages of a group: those with the most text
// that name no author and have no time. It is "" where there are none.
func (p parts) textKey(g *group) string {
	type held struct{ text, units, heads, last int }
	all := map[string]*held{}
	var order []string
	for _, i := range g.of {
		p.inner(i, func(j int) bool {
			e := p.at(j)
			if e.names&saysBeside != 0 && e.names&saysText == 0 {
				return false
			}
			in := p.span(j)
			head := p.named(in)+p.timed(in) > 0
			for _, key := range e.keys {
				h := all[key]
				if h == nil {
					h = &held{last: -1}
					all[key], order = h, append(order, key)
				}
				if h.last < i {
					h.units, h.last = h.units+1, i
				}
				h.text += p.text(in) - p.link(in)
				h.heads += count(head)
			}
			return true
		})
	}
	const most = .7
	best, bestText := "", 0.0
	for _, key := range order {
		h := all[key]
		if float64(h.units) < most*float64(len(g.of)) || 2*h.heads > h.units {
			continue
		}
		text := float64(h.text)
		if p.words.of(key)&(saysText|saysTalkPart) != 0 {
			const bonus = 1.5
			text *= bonus
		}
		if text > bestText {
			best, bestText = key, text
		}
	}
	return best
}

// turn reads a message whose text stands in elements of a key. ok is false for one that says nothing.
func (p parts) turn(i int, key string) (t Turn, ok bool) {
	t = Turn{Node: p.at(i).node, Beside: map[*html.Node]bool{}}
	in := map[int]bool{} // the elements of its text
	if key != "" {
		p.inner(i, func(j int) bool {
			for _, k := range p.at(j).keys {
				if k == key {
					t.Text, in[j] = append(t.Text, p.at(j).node), true
					p.leaveOut(&t, j)
					return false
				}
			}
			return true
		})
	}
	p.readHead(&t, i, in)
	if len(t.Text) == 0 {
		t.Text = []*html.Node{t.Node}
		p.leaveOut(&t, i)
	}
	for _, n := range t.Text {
		ok = ok || p.page.TextOf(n) != "" || dom.First(n, atom.Img) != nil
	}
	return t, ok
}

// leaveOut notes what in an element of the text of a message is no part of it.
func (p parts) leaveOut(t *Turn, i int) {
	size := p.text(p.span(i))
	for j := i + 1; j < p.at(i).end; j++ {
		e := p.at(j)
		switch {
		case p.of[j] != nil:
			t.Beside[e.node] = true
		case e.quote && !p.at(e.parent).quote:
			t.quotes = append(t.quotes, e.node)
		case e.names&saysBeside != 0 && e.names&saysText == 0 && !e.quote && 2*p.text(p.span(j)) < size:
			t.Beside[e.node] = true
		}
	}
}
