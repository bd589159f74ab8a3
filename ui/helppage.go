package ui

import (
	"slices"

	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/widget"
)

// The columns of the help, in cells.
const (
	boxSides  = 4 // of the box, beside its lines
	minColumn = 32
	columnGap = 2
	keyColumn = 13 // the names of keys, where there is room
)

// helpPage is where the rows of the help stand.
type helpPage struct {
	columns int
	lines   []helpLine
}

// helpLine is a line of the help.
type helpLine struct {
	over  string // a heading over all columns, or ""
	cells [2]helpCell
}

// helpCell is a part of a line: a row, the heading of some, or nothing.
type helpCell struct {
	head string
	row  int // of Shown, from 1; 0 for none
}

// block is the rows under a heading.
type block struct {
	head string
	rows []helpRow
}

// laidOut puts rows under their headings in columns: those of the present screen first, and below them the others. It
// returns the rows in the order of the columns.
func laidOut(all []helpRow, columns int) ([]helpRow, helpPage) {
	page := helpPage{columns: columns}
	var shown []helpRow
	here := slices.DeleteFunc(slices.Clone(all), func(r helpRow) bool { return r.bound == nil })
	other := slices.DeleteFunc(slices.Clone(all), func(r helpRow) bool { return r.bound != nil })
	shown = page.add(shown, blocks(here))
	if len(other) > 0 {
		page.lines = append(page.lines, helpLine{}, helpLine{over: "On other screens"}, helpLine{})
		shown = page.add(shown, blocks(other))
	}
	return shown, page
}

// blocks are rows by their headings, in the order of those.
func blocks(rows []helpRow) []block {
	var all []block
	for _, head := range action.Headings() {
		b := block{head: string(head)}
		for _, r := range rows {
			if r.Under == head {
				b.rows = append(b.rows, r)
			}
		}
		slices.SortStableFunc(b.rows, func(x, y helpRow) int { return rare(x) - rare(y) })
		if len(b.rows) > 0 {
			all = append(all, b)
		}
	}
	return all
}

// rare is 0 for what everything begins with, the moves through a screen, and 1 for all else.
func rare(r helpRow) int {
	if r.Where == action.Moving {
		return 0
	}
	return 1
}

// add puts blocks below what is there, in columns of about the same height, and their rows behind those shown.
func (p *helpPage) add(shown []helpRow, all []block) []helpRow {
	from := len(p.lines)
	cut := len(all)
	if p.columns > 1 {
		cut = middle(all)
	}
	for column, part := range [][]block{all[:cut], all[cut:]} {
		at := from
		for i, b := range part {
			if i > 0 {
				at++
			}
			p.cell(at, column).head = b.head
			for n, r := range b.rows {
				shown = append(shown, r)
				p.cell(at+1+n, column).row = len(shown)
			}
			at += 1 + len(b.rows)
		}
	}
	return shown
}

// cell is a cell of the page, which grows to hold it.
func (p *helpPage) cell(line, column int) *helpCell {
	for len(p.lines) <= line {
		p.lines = append(p.lines, helpLine{})
	}
	return &p.lines[line].cells[column]
}

// middle is how many of the blocks go into the first of two columns, so that the longer one is short.
func middle(all []block) int {
	height := func(bs []block) int {
		n := 0
		for _, b := range bs {
			n += len(b.rows) + 2
		}
		return n
	}
	best, least := len(all), height(all)
	for i := range all {
		if h := max(height(all[:i]), height(all[i:])); h < least {
			best, least = i, h
		}
	}
	return best
}

// listed puts rows one below the other.
func listed(rows []helpRow) helpPage {
	p := helpPage{columns: 1, lines: make([]helpLine, len(rows))}
	for i := range p.lines {
		p.lines[i].cells[0].row = i + 1
	}
	return p
}

// lineOf is the line of a row.
func (p *helpPage) lineOf(row int) int {
	line, _ := p.find(row)
	return line
}

func (p *helpPage) find(row int) (line, column int) {
	for i, l := range p.lines {
		for c, cell := range l.cells {
			if cell.row == row+1 {
				return i, c
			}
		}
	}
	return 0, 0
}

// rowAt is the row in a cell, -1 for none.
func (p *helpPage) rowAt(line, column int) int {
	if p.columns < 2 {
		column = 0
	}
	return p.lines[line].cells[column].row - 1
}

// near is the row that stands nearest to a line in the column of another.
func (p *helpPage) near(line, row int) int {
	_, column := p.find(row)
	best := row
	least := len(p.lines) + line
	for i, l := range p.lines {
		r := l.cells[column].row - 1
		if d := max(i-line, line-i); r >= 0 && d < least {
			best, least = r, d
		}
	}
	return best
}

// heads reports whether a line has a heading.
func (p *helpPage) heads(line int) bool {
	l := p.lines[line]
	return l.over != "" || l.cells[0].head != "" || l.cells[1].head != ""
}

// cell draws a part of a line in w cells.
func (h *Help) cell(l helpLine, column, w int) string {
	t, c := h.Env.Theme, l.cells[column]
	switch {
	case l.over != "":
		return t.Dim.Render(render.Truncate(l.over, w))
	case c.head != "":
		return t.Accent.Render(render.Truncate(c.head, w))
	case c.row == 0:
		return ""
	}
	text := h.rowText(h.Shown[c.row-1], w)
	if c.row-1 != h.at {
		return "  " + text
	}
	line := render.Pad(t.Accent.Render("▌")+" "+text, w)
	return render.Highlight(render.Line{Styled: line}, 0, w, t.Selected).Styled
}

// rowText is an action with its keys, two cells less than w wide. Where its words have no room, they are brief.
func (h *Help) rowText(r helpRow, w int) string {
	t := h.Env.Theme
	column := max(min(keyColumn, w/3), render.Width(r.Key())+1)
	room, words := w-2-column, r.Words
	if render.Width(words) > room {
		words = r.Brief
	}
	keys := t.Strong.Render(allKeys(r.Row, column))
	if r.bound == nil {
		keys, words = t.Dim.Render(allKeys(r.Row, column)), t.Dim.Render(render.Truncate(words, room))
	}
	aside := ""
	if h.Prompt.Text != "" && r.bound == nil {
		aside = t.Dim.Render(r.Where)
	}
	return widget.Spread(render.Pad(keys, column)+words, aside, w-2)
}

// allKeys names the keys of an action, as many as a column holds.
func allKeys(r action.Row, column int) string {
	names := r.Key()
	if r.Numbered || len(r.Keys) == 0 {
		return names
	}
	for _, k := range r.Keys[1:] {
		if more := names + " " + action.Label(k); render.Width(more) < column {
			names = more
		}
	}
	return names
}
