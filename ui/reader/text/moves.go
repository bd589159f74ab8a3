package text

import (
	"sort"

	"lede/model"
	"lede/ui/action"
)

// manyHeadings is how many headings in a row a place can tell apart.
const manyHeadings = 100

// Place is where the reader is, in a form that outlives layout and view. The top is the zero place.
//
// Lines count from the first one of the block's text; above it, over its heading or the title block, they are
// negative.
func (p *Pane) Place() model.Place {
	f, ok := p.Doc.Flow.(*ArticleFlow)
	top := p.Doc.Top
	if !ok || f.Len() == 0 || top == (Spot{}) {
		return model.Place{}
	}
	number := int(p.Items.All[f.Real(top.Item)].number)
	at := f.Shown(p.Items.itemOf(number))
	line := top.Line - p.Doc.Item(at).Gap
	for i := top.Item; i < min(at, top.Item+manyHeadings); i++ {
		line -= p.Doc.Item(i).Height()
	}
	if at := (model.Place{Block: number, Line: line}); at != (model.Place{}) {
		return at
	}
	return model.Place{Line: -1} // the first line of the first block, told from the top
}

// ToPlace is the reverse of place.
func (p *Pane) ToPlace(to model.Place) {
	f, ok := p.Doc.Flow.(*ArticleFlow)
	if !ok {
		return
	}
	if to == (model.Place{}) {
		p.Doc.move(Spot{})
		return
	}
	at := f.Shown(p.Items.itemOf(to.Block))
	it := p.Doc.Item(at)
	s := Spot{at, to.Line + it.Gap}
	if s.Line < 0 {
		s = p.Doc.back(Spot{at, 0}, -s.Line)
	}
	s.Line = min(s.Line, max(0, p.Doc.Item(s.Item).Height()-1))
	p.Doc.move(s)
}

// Section is the present section: the one at the top of the view, and at the end of the text the last; 0 above the
// first.
func (p *Pane) Section() int {
	f, ok := p.Doc.Flow.(*ArticleFlow)
	switch {
	case !ok || f.Len() == 0:
		return 0
	case p.atEnd():
		return max(0, p.Items.section(f.Real(f.Len()-1)))
	}
	top, line := p.Doc.Top.Item, p.Doc.Top.Line
	if line >= p.Doc.Item(top).Height()-1 && top+1 < f.Len() {
		top++ // the gap below the section before is not worth a mention
	}
	return max(0, p.Items.section(f.Real(top)))
}

// atEnd reports whether the view has come to the end of the text by scrolling, not by a jump to what is at its
// top.
func (p *Pane) atEnd() bool {
	d := p.Doc
	if d.Top == (Spot{}) || d.Top == p.aimed {
		return false
	}
	_, ended := d.Bottom()
	return ended && d.Top == d.lastTop()
}

// ShowsEnd reports whether the end of the whole article is in view.
func (p *Pane) ShowsEnd() bool {
	_, ended := p.Doc.Bottom()
	return ended && p.View == WholeView
}

// AtTop reports whether the view is at the beginning of the text.
func (p *Pane) AtTop() bool { return p.Doc.Top == (Spot{}) }

// ToItem puts an item at the top of the view, without the gap above it.
func (p *Pane) ToItem(i int) {
	p.Doc.To(Spot{i, p.Doc.Item(i).Gap})
	p.aimed = p.Doc.Top
}

// Jump goes to the nearest of the article's items after the top of the view, or before it when step is -1, and
// reports whether there was one.
func (p *Pane) Jump(to []int, step int) bool {
	f := p.Flow()
	n := f.nearest(to, p.Doc.Top, step, func(i int) int { return p.Doc.Item(i).Gap })
	if n < 0 {
		return false
	}
	p.ToItem(f.Shown(to[n]))
	return true
}

// NextSection goes to the next section, or when step is -1 to the start of this one, then to the one before. It
// reports whether there was one.
func (p *Pane) NextSection(step int) bool {
	last := p.Section()
	if p.Flow().only == nil && p.atEnd() && (step > 0 || p.Doc.Top.before(Spot{p.Items.Sections[last], 0})) {
		if step < 0 { // the last sections are all in view
			p.ToItem(p.Items.Sections[last])
		}
		return step < 0
	}
	return p.Jump(p.Items.Sections, step)
}

// ToPercent goes to where so much of the article's words stands above. It reports whether the words are counted.
func (p *Pane) ToPercent(percent int) bool {
	f, sums := p.Flow(), p.Sums
	if f == nil || sums == nil {
		return false
	}
	if percent == 100 {
		p.Move(action.Bottom)
		return true
	}
	want := float64(sums[len(sums)-1]) * float64(percent) / 100
	at := Spot{Item: max(0, sort.Search(f.Len(), func(i int) bool { return float64(sums[f.Real(i)]) > want })-1)}
	h := p.Doc.Item(at.Item).Height()
	at.Line = max(0, sort.Search(h, func(n int) bool { return wordsAt(p.Doc, sums, f.Real, Spot{at.Item, n}) > want })-1)
	p.Doc.To(at)
	p.toward(percent)
	return true
}

// toward scrolls until the header says a percentage, or nearly: what is in view counts as read in part.
func (p *Pane) toward(percent int) {
	f := p.Flow()
	for _, step := range []int{-1, 1} {
		for range p.Doc.H {
			now := ProgressOf(p.Doc, p.Sums, f.Real).Percent
			if now == percent || (now < percent) != (step > 0) {
				break
			}
			p.Doc.Scroll(step)
		}
	}
}

// Move scrolls.
func (p *Pane) Move(m action.Motion) {
	half, page := max(1, p.Doc.H/2), max(1, p.Doc.H-2)
	switch m {
	case action.Down:
		p.Doc.Scroll(1)
	case action.Up:
		p.Doc.Scroll(-1)
	case action.HalfDown:
		p.Doc.Scroll(half)
	case action.HalfUp:
		p.Doc.Scroll(-half)
	case action.PageDown:
		p.Doc.Scroll(page)
	case action.PageUp:
		p.Doc.Scroll(-page)
	case action.Top:
		p.Doc.To(Spot{})
	case action.Bottom:
		p.Doc.End()
	}
}
