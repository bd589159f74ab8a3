package text

import "lede/ui/render"

// maxDrawn is how many drawn lines a document keeps before it drops those far from the view.
const maxDrawn = 12_000

// nearItems is how many items on each side of the view are kept when others are dropped.
const nearItems = 128

// flow is what a document shows: a sequence of items, each drawn by itself and only when it comes near the
// view.
type flow interface {
	// len is the number of items.
	Len() int
	// text is the words of item i, for find. Like len, it may be called while others run.
	text(i int) string
	// draw draws item i, without blank lines around it.
	draw(i int) []render.Line
	// gap is the number of blank lines above item i when it is not at the top of the document.
	gap(i int) int
}

// Spot is a line of a document: an item and a line in it. The gap above an item is its first lines.
type Spot struct{ Item, Line int }

// before reports whether s is above o.
func (s Spot) before(o Spot) bool {
	return s.Item < o.Item || s.Item == o.Item && s.Line < o.Line
}

// document is a flow that scrolls in a view of some lines. It holds arithmetic only: lines are drawn by the flow
// when they are asked for, and kept until the flow is drawn anew.
//
// No method costs more than the lines it moves over, however long the flow is.
type document struct {
	Flow   flow
	H      int // lines of the view
	Top    Spot
	anchor int // bytes of the top item's text above the view, kept while only the width changes; -1 unknown
	Drawn  map[int]*drawn
	kept   int // lines in drawn
}

// drawn is an item as lines, its gap not included.
type drawn struct {
	Gap   int
	Lines []render.Line
	found []match  // the matches of look's search
	lit   []string // lines with the matches lit, or nil
	look  look     // what found and lit were made for
}

func (d *drawn) Height() int { return d.Gap + len(d.Lines) }

func newDocument(f flow, h int) *document {
	return &document{Flow: f, H: h, anchor: -1, Drawn: map[int]*drawn{}}
}

// Item returns item i as lines, drawn now if it has not been.
func (d *document) Item(i int) *drawn {
	if it := d.Drawn[i]; it != nil {
		return it
	}
	return d.keep(i, d.Flow.draw(i))
}

// keep keeps item i as it was drawn.
func (d *document) keep(i int, lines []render.Line) *drawn {
	it := &drawn{Lines: lines}
	if i > 0 && len(it.Lines) > 0 {
		it.Gap = d.Flow.gap(i)
	}
	d.forget()
	d.Drawn[i] = it
	d.kept += len(it.Lines)
	return it
}

// take keeps items that were drawn elsewhere, in order from the first.
func (d *document) take(first int, items [][]render.Line) {
	for i, lines := range items {
		if d.Drawn[first+i] == nil {
			d.keep(first+i, lines)
		}
	}
}

// Undrawn is the first item below the view that is not drawn; false when that many lines below it are.
func (d *document) Undrawn(lines int) (item int, ok bool) {
	last, ended := d.Bottom()
	if ended {
		return 0, false
	}
	below := d.Item(last.Item).Height() - 1 - last.Line
	for i := last.Item + 1; i < d.Flow.Len() && below < lines; i++ {
		if d.Drawn[i] == nil {
			return i, true
		}
		below += d.Drawn[i].Height()
	}
	return 0, false
}

// forget drops what was drawn far from the view, once there is much of it.
func (d *document) forget() {
	if d.kept < maxDrawn {
		return
	}
	d.kept = 0
	for i, it := range d.Drawn {
		if i < d.Top.Item-nearItems || i > d.Top.Item+nearItems {
			delete(d.Drawn, i)
			continue
		}
		d.kept += len(it.Lines)
	}
}

// redraw has every item drawn anew, by f: the width, the theme or the text is another one. The top of the
// view stays on the same words.
func (d *document) redraw(f flow) {
	if d.Flow.Len() > 0 && d.anchor < 0 {
		d.anchor = d.Item(d.Top.Item).offset(d.Top.Line)
	}
	d.Flow = f
	clear(d.Drawn)
	d.kept = 0
	if f.Len() == 0 {
		d.Top, d.anchor = Spot{}, -1
		return
	}
	if d.Top.Item >= f.Len() {
		d.End()
		return
	}
	d.Top.Line = d.Item(d.Top.Item).lineAt(d.anchor)
}

// offset is how many bytes of the item's text stand above a line of it; negative lines of the gap count down
// from -1.
func (d *drawn) offset(line int) int {
	if line < d.Gap {
		return line - d.Gap - 1
	}
	n := 0
	for _, l := range d.Lines[:min(line-d.Gap, len(d.Lines))] {
		n += len(l.Text) + 1
	}
	return n
}

// lineAt is the line of the item with the text at an offset.
func (d *drawn) lineAt(offset int) int {
	if offset < 0 {
		return max(0, d.Gap+offset+1)
	}
	for i, l := range d.Lines {
		if offset -= len(l.Text) + 1; offset < 0 {
			return d.Gap + i
		}
	}
	return max(0, d.Height()-1)
}

// resize sets the lines of the view.
func (d *document) resize(h int) { d.H = h }

// Scroll moves the view by n lines, down or, when n is negative, up, and stops at the ends.
func (d *document) Scroll(n int) {
	if n < 0 {
		d.move(d.back(d.Top, -n))
		return
	}
	to, _ := d.forward(d.Top, n)
	if _, short := d.forward(d.Top, n+d.H-1); short > 0 {
		to = d.lastTop()
	}
	if d.Top.before(to) {
		d.move(to)
	}
}

// To puts a spot at the top of the view, even where the text ends above the view's end.
func (d *document) To(s Spot) {
	if n := d.Flow.Len(); n > 0 {
		s.Item = min(max(s.Item, 0), n-1)
		s.Line = min(max(s.Line, 0), max(0, d.Item(s.Item).Height()-1))
		d.move(s)
	}
}

// End moves the view to the last lines.
func (d *document) End() { d.move(d.lastTop()) }

func (d *document) move(s Spot) { d.Top, d.anchor = s, -1 }

// lastTop is the top of a view that ends with the last line.
func (d *document) lastTop() Spot {
	last := d.Flow.Len() - 1
	if last < 0 {
		return Spot{}
	}
	return d.back(Spot{last, d.Item(last).Height()}, d.H)
}

// forward goes n lines down from s and returns where it stopped, and how many lines were missing.
func (d *document) forward(s Spot, n int) (Spot, int) {
	last := d.Flow.Len() - 1
	for s.Item <= last {
		left := d.Item(s.Item).Height() - s.Line
		if n < left {
			return Spot{s.Item, s.Line + n}, 0
		}
		if s.Item == last {
			return Spot{last, max(0, s.Line+left-1)}, n - left + 1
		}
		n -= left
		s = Spot{s.Item + 1, 0}
	}
	return s, n
}

// back goes n lines up from s, at most to the first line.
func (d *document) back(s Spot, n int) Spot {
	for n > s.Line && s.Item > 0 {
		n -= s.Line
		s.Item--
		s.Line = d.Item(s.Item).Height()
	}
	return Spot{s.Item, max(0, s.Line-n)}
}

// rows calls f for each line in the view from the top, with the line's number in it; f stops the walk by returning
// false.
func (d *document) rows(f func(row int, s Spot, it *drawn) bool) {
	row := 0
	for i, line := d.Top.Item, d.Top.Line; i < d.Flow.Len(); i, line = i+1, 0 {
		for it := d.Item(i); line < it.Height(); line++ {
			if row >= d.H || !f(row, Spot{i, line}, it) {
				return
			}
			row++
		}
	}
}

// sees reports whether s is in the view.
func (d *document) sees(s Spot) bool {
	found := false
	d.rows(func(_ int, at Spot, _ *drawn) bool {
		found = at == s
		return !found && !s.before(at)
	})
	return found
}

// Bottom is the last spot in the view, and whether the text ends there.
func (d *document) Bottom() (Spot, bool) {
	last := d.Top
	d.rows(func(_ int, s Spot, _ *drawn) bool {
		last = s
		return true
	})
	ended := last.Item == d.Flow.Len()-1 && last.Line >= d.Item(last.Item).Height()-1
	return last, d.Flow.Len() == 0 || ended
}

// show scrolls so that s is in the view: not at all when it is there already, else with room above it.
func (d *document) show(s Spot) {
	if !d.sees(s) {
		d.To(d.back(s, d.H/3))
	}
}
