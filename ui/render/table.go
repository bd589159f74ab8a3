package render

import (
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"
)

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
	gap       int // cells between two columns
	continued bool
}

// table draws a table as columns when they fit, or else as records: a row's cells below each other, each with the
// head of its column. The cells are drawn by Glamour; it would make the columns as wide as the page together, and cut
// off the heads.
func (d *drawing) table(n *extast.Table, f frame) []Line {
	g := d.grid(n, f.place.of(cellText))
	if len(g.head) == 0 {
		return nil
	}
	if widths, ok := g.fit(f.width); ok {
		return d.columns(g, widths)
	}
	return d.records(g, f.width)
}

func (d *drawing) grid(n *extast.Table, where place) grid {
	g := grid{align: n.Alignments, gap: Width(d.between()), continued: d.continued}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]run
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, d.inline(c, where))
		}
		if g.head == nil {
			g.head = cells
			continue
		}
		g.rows = append(g.rows, append(cells, make([][]run, max(len(g.head)-len(cells), 0))...)[:len(g.head)])
	}
	return g
}

// between separates two columns: the style sheet's line, or two spaces when it has none.
func (d *drawing) between() string {
	if line := strings.TrimSpace(d.theme.Table.Left); line != "" {
		return " " + line + " "
	}
	return "  "
}

// fit finds widths for columns that together take at most width cells.
func (g grid) fit(width int) (widths []int, ok bool) {
	room := width - g.gap*(len(g.head)-1)
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
			widths[i], words[i] = max(widths[i], Width(all), 1), max(words[i], 1)
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
