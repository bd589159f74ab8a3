package ui

import (
	"lede/model"
)

// manyHeadings is how many headings in a row a place can tell apart.
const manyHeadings = 100

// place is where the reader is, in a form that outlives layout and view. The top is the zero place.
//
// Lines count from the first one of the block's text; above it, over its heading or the title block, they are negative.
func (r *reader) place() model.Place {
	f, ok := r.doc.flow.(*articleFlow)
	top := r.doc.top
	if !ok || f.len() == 0 || top == (spot{}) {
		return model.Place{}
	}
	number := int(r.items.all[f.real(top.item)].number)
	at := f.shown(r.items.itemOf(number))
	line := top.line - r.doc.item(at).gap
	for i := top.item; i < min(at, top.item+manyHeadings); i++ {
		line -= r.doc.item(i).height()
	}
	if p := (model.Place{Block: number, Line: line}); p != (model.Place{}) {
		return p
	}
	return model.Place{Line: -1} // the first line of the first block, told from the top
}

// toPlace is the reverse of place.
func (r *reader) toPlace(p model.Place) {
	f, ok := r.doc.flow.(*articleFlow)
	if !ok {
		return
	}
	if p == (model.Place{}) {
		r.doc.move(spot{})
		return
	}
	at := f.shown(r.items.itemOf(p.Block))
	it := r.doc.item(at)
	s := spot{at, p.Line + it.gap}
	if s.line < 0 {
		s = r.doc.back(spot{at, 0}, -s.line)
	}
	s.line = min(s.line, max(0, r.doc.item(s.item).height()-1))
	r.doc.move(s)
}

// section is the present section: the one at the top of the view, and at the end of the text the last; 0 above the
// first.
func (r *reader) section() int {
	f, ok := r.doc.flow.(*articleFlow)
	switch {
	case !ok || f.len() == 0:
		return 0
	case r.atEnd():
		return max(0, r.items.section(f.real(f.len()-1)))
	}
	top, line := r.doc.top.item, r.doc.top.line
	if line >= r.doc.item(top).height()-1 && top+1 < f.len() {
		top++ // the gap below the section before is not worth a mention
	}
	return max(0, r.items.section(f.real(top)))
}

// atEnd tells that the view has come to the end of the text by scrolling, not by a jump to what stands at its top.
func (r *reader) atEnd() bool {
	d := r.doc
	if d.top == (spot{}) || d.top == r.aimed {
		return false
	}
	_, ended := d.bottom()
	return ended && d.top == d.lastTop()
}
