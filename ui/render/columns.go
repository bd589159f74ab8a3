package render

import (
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"
)

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

// underline is the line below the head.
func (d *drawing) underline(widths []int) Line {
	b := d.theme.Table
	rules := make([]string, len(widths))
	for i, w := range widths {
		rules[i] = strings.Repeat(b.Top, w)
	}
	crossing := Spaces(Width(d.between()))
	if strings.TrimSpace(b.Left) != "" {
		crossing = b.Top + b.Middle + b.Top
	}
	return Line{Styled: d.theme.Border.Render(strings.Join(rules, crossing))}
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
		lines[y] = d.beside(cells, y, align, widths)
	}
	return lines
}

// beside joins a line of each cell of a row.
func (d *drawing) beside(cells [][]Line, y int, align []extast.Alignment, widths []int) Line {
	var l rowLine
	divider := strings.TrimSpace(d.theme.Table.Left)
	for i := range cells {
		switch {
		case i > 0 && divider != "":
			l.free++
			l.put(Line{Styled: d.theme.Border.Render(divider), Signs: []Sign{{Text: divider}}})
			l.free++
		case i > 0:
			l.free += Width(d.between())
		}
		if y >= len(cells[i]) {
			l.free += widths[i]
			continue
		}
		space := widths[i] - Width(cells[i][y].Styled)
		left := before(space, align, i)
		l.free += left
		l.put(cells[i][y])
		l.free += space - left
	}
	return Line{Styled: l.styled.String(), Text: l.text.String(), Signs: l.signs}
}

// rowLine is a line of a row that is being joined.
type rowLine struct {
	styled, text strings.Builder
	signs        []Sign
	free         int // cells that stay empty before what comes next
}

// put adds a line of a cell, or a divider.
func (l *rowLine) put(c Line) {
	if c.Styled == "" {
		return
	}
	l.styled.WriteString(Spaces(l.free) + c.Styled)
	l.text.WriteString(Spaces(l.free))
	for _, s := range c.Signs {
		l.signs = append(l.signs, Sign{l.text.Len() + s.At, s.Text})
	}
	l.text.WriteString(c.Text)
	l.free = 0
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
