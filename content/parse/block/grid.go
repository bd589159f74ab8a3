package block

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	extast "github.com/yuin/goldmark/extension/ast"
)

// grid makes a table of the tags of one. The cells of a table inside of it are words of the cell that that stands in.
type grid struct {
	base  string
	rows  [][]Written
	row   []Written
	cell  *Inline // nil between cells
	span  int     // how many columns the cell takes
	depth int     // of tables around
	cells int     // that have ended
	later bool    // the first row has been written before: it is the header of what goes on
}

const (
	// maxCells is how many cells are written at a time.
	maxCells = 10_000
	// maxRow is how many cells are in a row at most: a longer one is no row of a table, and is divided.
	maxRow = 4 * MaxColumns
)

// full reports whether the rows so far are to be written before an element begins.
func (g *grid) full(t html.Token) bool {
	return g.cells >= maxCells && g.depth == 1 && (t.DataAtom == atom.Tr || t.DataAtom == atom.Td && len(g.row) == 0)
}

// next goes on with the table behind the rows that have been written.
func (g *grid) next() *grid {
	n := &grid{base: g.base, depth: g.depth}
	if len(g.rows) > 1 && len(g.rows[0]) > 1 {
		n.rows, n.later = g.rows[:1:1], true
	}
	return n
}

// start takes the beginning of an element in the table.
func (g *grid) start(kind html.TokenType, t html.Token) {
	switch {
	case t.DataAtom == atom.Table:
		g.depth++
		g.gap()
	case g.depth > 1 && (t.DataAtom == atom.Tr || t.DataAtom == atom.Td || t.DataAtom == atom.Th):
		g.gap()
	case t.DataAtom == atom.Tr:
		g.endRow()
	case t.DataAtom == atom.Td, t.DataAtom == atom.Th:
		g.endCell()
		g.cell = &Inline{Base: g.base, Cell: true}
		span, _ := strconv.Atoi(Attr(t, "colspan"))
		g.span = max(1, min(span, MaxColumns))
	case g.cell == nil:
	case Parts(t.DataAtom):
		g.gap()
	default:
		g.cell.tag(kind, t)
	}
}

// end takes the end of an element, and reports whether the table ends with it.
func (g *grid) end(t html.Token) bool {
	switch {
	case t.DataAtom == atom.Table:
		g.depth--
		g.gap()
		return g.depth == 0
	case g.depth > 1 && (t.DataAtom == atom.Tr || t.DataAtom == atom.Td || t.DataAtom == atom.Th):
	case t.DataAtom == atom.Tr:
		g.endRow()
	case t.DataAtom == atom.Td, t.DataAtom == atom.Th:
		g.endCell()
	case g.cell == nil:
	case Parts(t.DataAtom):
		g.gap()
	default:
		g.cell.tag(html.EndTagToken, t)
	}
	return false
}

func (g *grid) gap() { g.text(" ") }

// text takes words. What is between the cells, as a caption does, is a row by itself.
func (g *grid) text(s string) {
	if g.cell == nil {
		if strings.TrimSpace(s) == "" {
			return
		}
		g.endRow()
		g.cell, g.span = &Inline{Base: g.base, Cell: true}, 1
	}
	g.cell.Text(s)
}

func (g *grid) endCell() {
	if g.cell == nil {
		return
	}
	w := g.cell
	w.Flush()
	w.Trim()
	g.row = append(g.row,
		Written{Markdown: strings.TrimSpace(string(w.Markdown)), Plain: strings.TrimSpace(string(w.Plain)), Links: w.Links})
	for ; g.span > 1; g.span-- {
		g.row = append(g.row, Written{})
	}
	g.cell = nil
	g.cells++
	if len(g.row) >= maxRow {
		g.endRow()
	}
}

func (g *grid) endRow() {
	g.endCell()
	for _, cell := range g.row {
		if cell.Plain != "" {
			g.rows = append(g.rows, g.row)
			break
		}
	}
	g.row = nil
}

// written returns the table, in parts when it is long; what has one row or one column is the paragraphs that its
// cells are.
func (g *grid) written() []Written {
	g.endRow()
	var before []Written
	for len(g.rows) > 0 && len(g.rows[0]) == 1 {
		before = append(before, g.rows[0][0])
		g.rows = g.rows[1:]
	}
	columns := 0
	for _, row := range g.rows {
		columns = max(columns, len(row))
	}
	if g.later && len(g.rows) < 2 {
		return before
	}
	if len(g.rows) < 2 || columns > MaxColumns {
		for _, row := range g.rows {
			for _, cell := range row {
				if cell.Plain != "" {
					before = append(before, cell)
				}
			}
		}
		return before
	}
	header := rowOf(g.rows[0], columns)
	header.Markdown += "\n" + Alignments(slices.Repeat([]extast.Alignment{extast.AlignNone}, columns))
	rows := make([]Written, len(g.rows)-1)
	for i, row := range g.rows[1:] {
		rows[i] = rowOf(row, columns)
	}
	for from := 0; from < len(rows); from += MaxItems {
		before = append(before, TableOf(header, rows[from:min(len(rows), from+MaxItems)], from > 0 || g.later))
	}
	return before
}

// rowOf writes the row of a table of so many columns.
func rowOf(cells []Written, columns int) Written {
	var row Written
	row.Markdown = "|"
	plain := make([]string, columns)
	for i := range columns {
		md := ""
		if i < len(cells) {
			md, plain[i] = cells[i].Markdown, cells[i].Plain
			row.Links = append(row.Links, cells[i].Links...)
		}
		row.Markdown += " " + md + " |"
	}
	row.Plain = strings.Join(plain, "\t")
	return row
}
