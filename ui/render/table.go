package render

import (
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"
)

// gap stands between the columns of a table.
const gap = 2

// maxWord is the longest word that widens a narrow column of a table, and maxHigh the most lines that a cell
// may take before records read better.
const (
	maxWord = 16
	maxHigh = 6
)

// grid is a table's cells. All rows have as many as head.
type grid struct {
	head      [][]run
	rows      [][][]run
	align     []extast.Alignment
	continued bool
}

// table draws a table as columns when they fit, or else as records: a row's cells below each other, each
// with the head of its column.
func (d *drawing) table(n *extast.Table, width int) []Line {
	g := d.grid(n)
	if len(g.head) == 0 {
		return nil
	}
	if widths, ok := g.fit(width); ok {
		return d.columns(g, widths)
	}
	return d.records(g, width)
}

func (d *drawing) grid(n *extast.Table) grid {
	g := grid{align: n.Alignments, continued: d.continued}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]run
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, d.runs(c))
		}
		if g.head == nil {
			g.head = cells
			continue
		}
		g.rows = append(g.rows, append(cells, make([][]run, max(len(g.head)-len(cells), 0))...)[:len(g.head)])
	}
	return g
}

// fit finds widths for columns that together take at most width cells.
func (g grid) fit(width int) (widths []int, ok bool) {
	room := width - gap*(len(g.head)-1)
	if room < len(g.head) {
		return nil, false
	}
	widths, least := g.measure()
	if sum(widths) <= room {
		return widths, true
	}
	if sum(least) > room {
		return nil, false
	}
	widths = share(widths, least, room)
	return widths, g.height(widths) <= maxHigh
}

// measure returns for each column how wide its widest cell is, and its widest word.
func (g grid) measure() (widths, words []int) {
	widths, words = make([]int, len(g.head)), make([]int, len(g.head))
	for _, row := range append([][][]run{g.head}, g.rows...) {
		for i, cell := range row {
			all := join(cell)
			widths[i] = max(widths[i], Width(all), 1)
			for word := range strings.FieldsSeq(all) {
				words[i] = max(words[i], min(Width(word), maxWord))
			}
		}
	}
	return widths, words
}

// share gives each column what it needs at least, and the rest of room to the columns that want more, evenly.
func share(wanted, least []int, room int) []int {
	widths := append([]int{}, least...)
	left := room - sum(widths)
	for left > 0 {
		hungry := 0
		for i := range widths {
			if widths[i] < wanted[i] {
				hungry++
			}
		}
		if hungry == 0 {
			break
		}
		portion := max(left/hungry, 1)
		for i := range widths {
			more := min(portion, wanted[i]-widths[i], left)
			widths[i] += max(more, 0)
			left -= max(more, 0)
		}
	}
	return widths
}

// height is how many lines the highest row takes at least.
func (g grid) height(widths []int) int {
	high := 0
	for _, row := range g.rows {
		for i, cell := range row {
			high = max(high, (Width(join(cell))+widths[i]-1)/widths[i])
		}
	}
	return high
}

func sum(all []int) int {
	total := 0
	for _, n := range all {
		total += n
	}
	return total
}

// columns draws a table with a light rule below its head.
func (d *drawing) columns(g grid, widths []int) []Line {
	var lines []Line
	if !g.continued && headed(g.head) {
		for i := range g.head {
			g.head[i] = over(g.head[i], d.theme.Strong)
		}
		lines = append(d.row(g.head, g.align, widths), d.underline(widths))
	}
	airy := g.height(widths) > 1
	for i, row := range g.rows {
		if airy && i > 0 {
			lines = append(lines, Line{})
		}
		lines = append(lines, d.row(row, g.align, widths)...)
	}
	return lines
}

func headed(head [][]run) bool {
	for _, cell := range head {
		if join(cell) != "" {
			return true
		}
	}
	return false
}

func (d *drawing) underline(widths []int) Line {
	rules := make([]string, len(widths))
	for i, w := range widths {
		rules[i] = strings.Repeat("─", w)
	}
	return Line{Styled: d.theme.Border.Render(strings.Join(rules, Spaces(gap)))}
}

// row draws the cells of a row beside each other.
func (d *drawing) row(row [][]run, align []extast.Alignment, widths []int) []Line {
	cells := make([][]Line, len(row))
	high := 0
	for i, cell := range row {
		cells[i] = layout(cell, widths[i])
		high = max(high, len(cells[i]))
	}
	lines := make([]Line, high)
	for y := range lines {
		var shown, words strings.Builder
		used, col := 0, 0 // cells written, and where the column begins
		for i := range cells {
			if y < len(cells[i]) && cells[i][y].Text != "" {
				c := cells[i][y]
				text := c.signed()
				at := col + before(widths[i]-Width(text), align, i)
				shown.WriteString(Spaces(at-used) + c.Styled)
				words.WriteString(Spaces(at-used) + text)
				used = at + Width(text)
			}
			col += widths[i] + gap
		}
		lines[y] = Line{Styled: shown.String(), Text: words.String()}
	}
	return lines
}

// before is how many of a cell's free cells stand at its left.
func before(space int, align []extast.Alignment, column int) int {
	if column < len(align) {
		switch align[column] {
		case extast.AlignRight:
			return space
		case extast.AlignCenter:
			return space / 2
		}
	}
	return 0
}

// maxHead is how much of a column's head stands before a value in a record, in cells.
const maxHead = 24

// records draws each row as lines of head and value; empty cells are left out.
func (d *drawing) records(g grid, width int) []Line {
	heads := make([]string, len(g.head))
	for i, h := range g.head {
		if heads[i] = Truncate(join(h), maxHead); heads[i] != "" {
			heads[i] += ": "
		}
	}
	if len(g.rows) == 0 && !g.continued {
		return layout(over(inOne(g.head), d.theme.Strong), width)
	}
	var lines []Line
	for i, row := range g.rows {
		if i > 0 {
			lines = append(lines, Line{})
		}
		for column, cell := range row {
			if join(cell) != "" {
				lines = append(lines, d.entry(heads[column], cell, width)...)
			}
		}
	}
	return lines
}

// inOne puts cells behind each other.
func inOne(cells [][]run) []run {
	var all []run
	for i, c := range cells {
		if i > 0 {
			all = append(all, run{text: " · "})
		}
		all = append(all, c...)
	}
	return all
}

// entry draws one cell of a record.
func (d *drawing) entry(head string, cell []run, width int) []Line {
	return hanging(layout(append([]run{styled(head, d.theme.Dim)}, cell...), width-hang), hang)
}
