package reader

import "lede/ui/render"

// maxDrawn is how many drawn lines a document keeps before it drops those far from the view.
const maxDrawn = 12_000

// nearItems is how many items on each side of the view are kept when others are dropped.
const nearItems = 128

// flow is what a document shows: a sequence of items, each drawn by itself and only when it comes near the
// view.
type flow interface {
	// len is the number of items.
	len() int
	// text is the words of item i, for find. Like len, it may be called while others run.
	text(i int) string
	// draw draws item i, without blank lines around it.
	draw(i int) []render.Line
	// gap is the number of blank lines above item i when it is not at the top of the document.
	gap(i int) int
}

// spot is a line of a document: an item and a line in it. The gap above an item is its first lines.
type spot struct{ item, line int }

// before reports whether s is above o.
func (s spot) before(o spot) bool {
	return s.item < o.item || s.item == o.item && s.line < o.line
}

// document is a flow that scrolls in a view of some lines. It holds arithmetic only: lines are drawn by the flow
// when they are asked for, and kept until the flow is drawn anew.
//
// No method costs more than the lines it moves over, however long the flow is.
type document struct {
	flow   flow
	h      int // lines of the view
	top    spot
	anchor int // bytes of the top item's text above the view, kept while only the width changes; -1 unknown
	drawn  map[int]*drawn
	kept   int // lines in drawn
}

// drawn is an item as lines, its gap not included.
type drawn struct {
	gap   int
	lines []render.Line
	found []match  // the matches of look's search
	lit   []string // lines with the matches lit, or nil
	look  look     // what found and lit were made for
}

func (d *drawn) height() int { return d.gap + len(d.lines) }

func newDocument(f flow, h int) *document {
	return &document{flow: f, h: h, anchor: -1, drawn: map[int]*drawn{}}
}

// item returns item i as lines, drawn now if it has not been.
func (d *document) item(i int) *drawn {
	if it := d.drawn[i]; it != nil {
		return it
	}
	return d.keep(i, d.flow.draw(i))
}

// keep keeps item i as it was drawn.
func (d *document) keep(i int, lines []render.Line) *drawn {
	it := &drawn{lines: lines}
	if i > 0 && len(it.lines) > 0 {
		it.gap = d.flow.gap(i)
	}
	d.forget()
	d.drawn[i] = it
	d.kept += len(it.lines)
	return it
}

// take keeps items that were drawn elsewhere, in order from the first.
func (d *document) take(first int, items [][]render.Line) {
	for i, lines := range items {
		if d.drawn[first+i] == nil {
			d.keep(first+i, lines)
		}
	}
}

// undrawn is the first item below the view that is not drawn; false when that many lines below it are.
func (d *document) undrawn(lines int) (item int, ok bool) {
	last, ended := d.bottom()
	if ended {
		return 0, false
	}
	below := d.item(last.item).height() - 1 - last.line
	for i := last.item + 1; i < d.flow.len() && below < lines; i++ {
		if d.drawn[i] == nil {
			return i, true
		}
		below += d.drawn[i].height()
	}
	return 0, false
}

// forget drops what was drawn far from the view, once there is much of it.
func (d *document) forget() {
	if d.kept < maxDrawn {
		return
	}
	d.kept = 0
	for i, it := range d.drawn {
		if i < d.top.item-nearItems || i > d.top.item+nearItems {
			delete(d.drawn, i)
			continue
		}
		d.kept += len(it.lines)
	}
}

// redraw has every item drawn anew, by f: the width, the theme or the text is another one. The top of the
// view stays on the same words.
func (d *document) redraw(f flow) {
	if d.flow.len() > 0 && d.anchor < 0 {
		d.anchor = d.item(d.top.item).offset(d.top.line)
	}
	d.flow = f
	clear(d.drawn)
	d.kept = 0
	if f.len() == 0 {
		d.top, d.anchor = spot{}, -1
		return
	}
	if d.top.item >= f.len() {
		d.end()
		return
	}
	d.top.line = d.item(d.top.item).lineAt(d.anchor)
}

// offset is how many bytes of the item's text stand above a line of it; negative lines of the gap count down
// from -1.
func (d *drawn) offset(line int) int {
	if line < d.gap {
		return line - d.gap - 1
	}
	n := 0
	for _, l := range d.lines[:min(line-d.gap, len(d.lines))] {
		n += len(l.Text) + 1
	}
	return n
}

// lineAt is the line of the item with the text at an offset.
func (d *drawn) lineAt(offset int) int {
	if offset < 0 {
		return max(0, d.gap+offset+1)
	}
	for i, l := range d.lines {
		if offset -= len(l.Text) + 1; offset < 0 {
			return d.gap + i
		}
	}
	return max(0, d.height()-1)
}

// resize sets the lines of the view.
func (d *document) resize(h int) { d.h = h }

// scroll moves the view by n lines, down or, when n is negative, up, and stops at the ends.
func (d *document) scroll(n int) {
	if n < 0 {
		d.move(d.back(d.top, -n))
		return
	}
	to, _ := d.forward(d.top, n)
	if _, short := d.forward(d.top, n+d.h-1); short > 0 {
		to = d.lastTop()
	}
	if d.top.before(to) {
		d.move(to)
	}
}

// to puts a spot at the top of the view, even where the text ends above the view's end.
func (d *document) to(s spot) {
	if n := d.flow.len(); n > 0 {
		s.item = min(max(s.item, 0), n-1)
		s.line = min(max(s.line, 0), max(0, d.item(s.item).height()-1))
		d.move(s)
	}
}

// end moves the view to the last lines.
func (d *document) end() { d.move(d.lastTop()) }

func (d *document) move(s spot) { d.top, d.anchor = s, -1 }

// lastTop is the top of a view that ends with the last line.
func (d *document) lastTop() spot {
	last := d.flow.len() - 1
	if last < 0 {
		return spot{}
	}
	return d.back(spot{last, d.item(last).height()}, d.h)
}

// forward goes n lines down from s and returns where it stopped, and how many lines were missing.
func (d *document) forward(s spot, n int) (spot, int) {
	last := d.flow.len() - 1
	for s.item <= last {
		left := d.item(s.item).height() - s.line
		if n < left {
			return spot{s.item, s.line + n}, 0
		}
		if s.item == last {
			return spot{last, max(0, s.line+left-1)}, n - left + 1
		}
		n -= left
		s = spot{s.item + 1, 0}
	}
	return s, n
}

// back goes n lines up from s, at most to the first line.
func (d *document) back(s spot, n int) spot {
	for n > s.line && s.item > 0 {
		n -= s.line
		s.item--
		s.line = d.item(s.item).height()
	}
	return spot{s.item, max(0, s.line-n)}
}

// rows calls f for each line in the view from the top, with the line's number in it; f stops the walk by returning
// false.
func (d *document) rows(f func(row int, s spot, it *drawn) bool) {
	row := 0
	for i, line := d.top.item, d.top.line; i < d.flow.len(); i, line = i+1, 0 {
		for it := d.item(i); line < it.height(); line++ {
			if row >= d.h || !f(row, spot{i, line}, it) {
				return
			}
			row++
		}
	}
}

// sees reports whether s is in the view.
func (d *document) sees(s spot) bool {
	found := false
	d.rows(func(_ int, at spot, _ *drawn) bool {
		found = at == s
		return !found && !s.before(at)
	})
	return found
}

// bottom is the last spot in the view, and whether the text ends there.
func (d *document) bottom() (spot, bool) {
	last := d.top
	d.rows(func(_ int, s spot, _ *drawn) bool {
		last = s
		return true
	})
	ended := last.item == d.flow.len()-1 && last.line >= d.item(last.item).height()-1
	return last, d.flow.len() == 0 || ended
}

// show scrolls so that s is in the view: not at all when it is there already, else with room above it.
func (d *document) show(s spot) {
	if !d.sees(s) {
		d.to(d.back(s, d.h/3))
	}
}
