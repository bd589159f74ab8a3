package reader

import (
	"sort"

	"lede/model"
	"lede/ui/action"
)

// manyHeadings is how many headings in a row a place can tell apart.
const manyHeadings = 100

// place is where the reader is, in a form that outlives layout and view. The top is the zero place.
//
// Lines count from the first one of the block's text; above it, over its heading or the title block, they are
// negative.
func (p *pane) place() model.Place {
	f, ok := p.doc.flow.(*articleFlow)
	top := p.doc.top
	if !ok || f.len() == 0 || top == (spot{}) {
		return model.Place{}
	}
	number := int(p.items.all[f.real(top.item)].number)
	at := f.shown(p.items.itemOf(number))
	line := top.line - p.doc.item(at).gap
	for i := top.item; i < min(at, top.item+manyHeadings); i++ {
		line -= p.doc.item(i).height()
	}
	if at := (model.Place{Block: number, Line: line}); at != (model.Place{}) {
		return at
	}
	return model.Place{Line: -1} // the first line of the first block, told from the top
}

// toPlace is the reverse of place.
func (p *pane) toPlace(to model.Place) {
	f, ok := p.doc.flow.(*articleFlow)
	if !ok {
		return
	}
	if to == (model.Place{}) {
		p.doc.move(spot{})
		return
	}
	at := f.shown(p.items.itemOf(to.Block))
	it := p.doc.item(at)
	s := spot{at, to.Line + it.gap}
	if s.line < 0 {
		s = p.doc.back(spot{at, 0}, -s.line)
	}
	s.line = min(s.line, max(0, p.doc.item(s.item).height()-1))
	p.doc.move(s)
}

// section is the present section: the one at the top of the view, and at the end of the text the last; 0 above the
// first.
func (p *pane) section() int {
	f, ok := p.doc.flow.(*articleFlow)
	switch {
	case !ok || f.len() == 0:
		return 0
	case p.atEnd():
		return max(0, p.items.section(f.real(f.len()-1)))
	}
	top, line := p.doc.top.item, p.doc.top.line
	if line >= p.doc.item(top).height()-1 && top+1 < f.len() {
		top++ // the gap below the section before is not worth a mention
	}
	return max(0, p.items.section(f.real(top)))
}

// atEnd reports whether the view has come to the end of the text by scrolling, not by a jump to what is at its
// top.
func (p *pane) atEnd() bool {
	d := p.doc
	if d.top == (spot{}) || d.top == p.aimed {
		return false
	}
	_, ended := d.bottom()
	return ended && d.top == d.lastTop()
}

// showsEnd reports whether the end of the whole article is in view.
func (p *pane) showsEnd() bool {
	_, ended := p.doc.bottom()
	return ended && p.view == wholeView
}

// atTop reports whether the view is at the beginning of the text.
func (p *pane) atTop() bool { return p.doc.top == (spot{}) }

// toItem puts an item at the top of the view, without the gap above it.
func (p *pane) toItem(i int) {
	p.doc.to(spot{i, p.doc.item(i).gap})
	p.aimed = p.doc.top
}

// jump goes to the nearest of the article's items after the top of the view, or before it when step is -1, and
// reports whether there was one.
func (p *pane) jump(to []int, step int) bool {
	f := p.flow()
	n := f.nearest(to, p.doc.top, step, func(i int) int { return p.doc.item(i).gap })
	if n < 0 {
		return false
	}
	p.toItem(f.shown(to[n]))
	return true
}

// nextSection goes to the next section, or when step is -1 to the start of this one, then to the one before. It
// reports whether there was one.
func (p *pane) nextSection(step int) bool {
	last := p.section()
	if p.flow().only == nil && p.atEnd() && (step > 0 || p.doc.top.before(spot{p.items.sections[last], 0})) {
		if step < 0 { // the last sections are all in view
			p.toItem(p.items.sections[last])
		}
		return step < 0
	}
	return p.jump(p.items.sections, step)
}

// toPercent goes to where so much of the article's words stands above. It reports whether the words are counted.
func (p *pane) toPercent(percent int) bool {
	f, sums := p.flow(), p.sums
	if f == nil || sums == nil {
		return false
	}
	if percent == 100 {
		p.move(action.Bottom)
		return true
	}
	want := float64(sums[len(sums)-1]) * float64(percent) / 100
	at := spot{item: max(0, sort.Search(f.len(), func(i int) bool { return float64(sums[f.real(i)]) > want })-1)}
	h := p.doc.item(at.item).height()
	at.line = max(0, sort.Search(h, func(n int) bool { return wordsAt(p.doc, sums, f.real, spot{at.item, n}) > want })-1)
	p.doc.to(at)
	p.toward(percent)
	return true
}

// toward scrolls until the header says a percentage, or nearly: what is in view counts as read in part.
func (p *pane) toward(percent int) {
	f := p.flow()
	for _, step := range []int{-1, 1} {
		for range p.doc.h {
			now := progressOf(p.doc, p.sums, f.real).percent
			if now == percent || (now < percent) != (step > 0) {
				break
			}
			p.doc.scroll(step)
		}
	}
}

// move scrolls.
func (p *pane) move(m action.Motion) {
	half, page := max(1, p.doc.h/2), max(1, p.doc.h-2)
	switch m {
	case action.Down:
		p.doc.scroll(1)
	case action.Up:
		p.doc.scroll(-1)
	case action.HalfDown:
		p.doc.scroll(half)
	case action.HalfUp:
		p.doc.scroll(-half)
	case action.PageDown:
		p.doc.scroll(page)
	case action.PageUp:
		p.doc.scroll(-page)
	case action.Top:
		p.doc.to(spot{})
	case action.Bottom:
		p.doc.end()
	}
}
