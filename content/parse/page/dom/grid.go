package dom

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
)

// maxSpan is how many rows or columns a cell is spread over at most.
const maxSpan = 1000

// Grid is a table: its cells in their places. A cell that spans rows or columns stands in each of them.
type Grid struct {
	Rows     [][]*html.Node
	Captions []*html.Node
	Header   bool // the first row is marked as the header
	cells    int  // how many there are, each counted once
}

// Grid reads the rows of a table, without those of tables in it. The footer comes last.
func (d Page) Grid(table *html.Node) Grid {
	var g Grid
	var rows, foot []*html.Node
	var walk func(n *html.Node, footer bool)
	walk = func(n *html.Node, footer bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type != html.ElementNode || c.DataAtom == atom.Table || d.Dropped[c] || Hidden(c):
			case c.DataAtom == atom.Caption:
				g.Captions = append(g.Captions, c)
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
	g.Header = len(rows) > 0 && isHeader(rows[0])
	g.place(rows, d.Dropped)
	return g
}

// isHeader reports whether a row is the header of its table.
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
func (g *Grid) place(rows []*html.Node, dropped map[*html.Node]bool) {
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
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th || dropped[c] || Hidden(c) || LineNumbers(c) {
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
			g.Rows = append(g.Rows, row)
		}
	}
}

// span is a cell and how many rows it still hangs down.
type span struct {
	cell *html.Node
	left int
}

func spanOf(n *html.Node, name string, most int) int {
	i, err := strconv.Atoi(strings.TrimSpace(Attr(n, name)))
	if err != nil || i < 1 {
		return 1
	}
	return min(i, most, maxSpan)
}

// Width is the number of columns.
func (g *Grid) Width() int {
	n := 0
	for _, r := range g.Rows {
		n = max(n, len(r))
	}
	return min(n, block.MaxColumns)
}

// IsLayout reports whether a table only sets the page.
func (g *Grid) IsLayout(table *html.Node) bool {
	if len(g.Rows) == 0 {
		return true
	}
	role := Attr(table, "role")
	if role == "presentation" || role == "none" || Attr(table, "datatable") == "0" ||
		HasClass(table, "ltx_eqn_table", "disp-formula", "equation") {
		return true
	}
	blocks, size, marked := 0, 0, len(g.Captions) > 0
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
	marked = marked || Attr(table, "summary") != "" || role == "table" || role == "grid"
	width := g.Width()
	switch {
	case width == 1 && !g.Header || len(g.Rows) == 1 && !marked:
		return true
	case marked:
		return false
	case len(g.Rows) >= 10 || width > 4:
		return size > 500*g.cells
	}
	return size > 200*g.cells || blocks > 2*g.cells
}
