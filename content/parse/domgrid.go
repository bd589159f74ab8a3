package parse

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
)

// maxSpan is how many rows or columns a cell is spread over at most.
const maxSpan = 1000

// grid is a table: its cells in their places. A cell that spans rows or columns stands in each of them.
type grid struct {
	rows     [][]*html.Node
	captions []*html.Node
	header   bool // the first row is marked as the header
	cells    int  // how many there are, each counted once
}

// grid reads the rows of a table, without those of tables in it. The footer comes last.
func (d domPage) grid(table *html.Node) grid {
	var g grid
	var rows, foot []*html.Node
	var walk func(n *html.Node, footer bool)
	walk = func(n *html.Node, footer bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type != html.ElementNode || c.DataAtom == atom.Table || d.dropped[c] || hidden(c):
			case c.DataAtom == atom.Caption:
				g.captions = append(g.captions, c)
			case c.DataAtom == atom.Tr && footer:
				foot = append(foot, c)
			case c.DataAtom == atom.Tr:
				rows = append(rows, c)
			default:
				walk(c, footer || c.DataAtom == atom.Tfoot)
			}
		}
	}
	walk(table, false)
	rows = append(rows, foot...)
	g.header = len(rows) > 0 && isHeader(rows[0])
	g.place(rows, d.dropped)
	return g
}

// isHeader tells whether a row is the header of its table.
func isHeader(tr *html.Node) bool {
	if tr.Parent != nil && tr.Parent.DataAtom == atom.Thead {
		return true
	}
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td {
			return false
		}
	}
	return true
}

// place sets the cells of rows in their columns, without those that are dropped.
func (g *grid) place(rows []*html.Node, dropped map[*html.Node]bool) {
	var hanging []span // by column: what hangs down from the rows above
	for _, tr := range rows {
		var row []*html.Node
		at := 0
		hang := func() {
			for at < len(hanging) && hanging[at].left > 0 && at < block.MaxColumns {
				hanging[at].left--
				row = append(row, hanging[at].cell)
				at++
			}
		}
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th || dropped[c] || hidden(c) || lineNumbers(c) {
				continue
			}
			hang()
			g.cells++
			down, right := spanOf(c, "rowspan", len(rows)), spanOf(c, "colspan", block.MaxColumns)
			for i := 0; i < right && at < block.MaxColumns; i++ {
				for len(hanging) <= at {
					hanging = append(hanging, span{})
				}
				cell := c
				if i > 0 {
					cell = nil // the words stand in the first column only
				}
				hanging[at] = span{cell: cell, left: down - 1}
				row = append(row, cell)
				at++
			}
			if at >= block.MaxColumns && right <= 1 {
				row = append(row, c) // beyond the widest table, cells are joined to the last column
			}
		}
		hang()
		if len(row) > 0 {
			g.rows = append(g.rows, row)
		}
	}
}

// span is a cell and how many rows it still hangs down.
type span struct {
	cell *html.Node
	left int
}

func spanOf(n *html.Node, name string, most int) int {
	i, err := strconv.Atoi(strings.TrimSpace(attr(n, name)))
	if err != nil || i < 1 {
		return 1
	}
	return min(i, most, maxSpan)
}

// width is the number of columns.
func (g *grid) width() int {
	n := 0
	for _, r := range g.rows {
		n = max(n, len(r))
	}
	return min(n, block.MaxColumns)
}

// isLayout tells whether a table only sets the page.
func (g *grid) isLayout(table *html.Node) bool {
	if len(g.rows) == 0 {
		return true
	}
	role := attr(table, "role")
	if role == "presentation" || role == "none" || attr(table, "datatable") == "0" || hasClass(table, "ltx_eqn_table", "disp-formula", "equation") {
		return true
	}
	blocks, size, marked := 0, 0, len(g.captions) > 0
	for d := range table.Descendants() {
		switch d.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.Pre, atom.Article, atom.Section, atom.Form:
			return true
		case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Blockquote, atom.Dl:
			blocks++
		case atom.Th, atom.Thead, atom.Tfoot, atom.Colgroup, atom.Col:
			marked = true
		}
		if d.Type == html.TextNode {
			size += len(strings.TrimSpace(d.Data))
		}
	}
	marked = marked || attr(table, "summary") != "" || role == "table" || role == "grid"
	width := g.width()
	switch {
	case width == 1 && !g.header || len(g.rows) == 1 && !marked:
		return true
	case marked:
		return false
	case len(g.rows) >= 10 || width > 4:
		return size > 500*g.cells
	}
	return size > 200*g.cells || blocks > 2*g.cells
}
