package write

import (
	"strings"

	"golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/clean"
)

// table writes a table of data. One that only sets a page in columns is written as the text that stands in it.
func (w *pageWriter) table(n *html.Node) bool {
	if w.line || w.apart(n) {
		return false
	}
	g := w.Grid(n)
	if g.IsLayout(n) {
		return false
	}
	w.flush()
	for _, c := range g.Captions {
		if p := w.oneLine(c); p.Plain != "" {
			w.add(p)
		}
	}
	rows, used := w.rows(g)
	if len(rows) == 0 {
		return true
	}
	if len(g.Rows) == 1 || g.Width() == 1 && !g.Header { // after all no more than a line or a list of lines
		for _, r := range rows {
			for _, p := range r {
				w.add(p)
			}
		}
		return true
	}
	w.addTable(rows, alignmentRow(g, used))
	return true
}

// rows writes the cells of a table, a line each. A row of which nothing is kept is left out, and so is a column
// without a word; used are the columns that are left.
func (w *pageWriter) rows(g dom.Grid) (rows [][]block.Written, used []int) {
	width := g.Width()
	var all [][]block.Written
	var above []*html.Node
	for i, r := range g.Rows {
		row := make([]block.Written, width)
		empty := true
		for at, c := range r {
			if c == nil {
				continue
			}
			p := w.oneLine(c)
			empty = empty && (p.Plain == "" || i > 0 && at < len(above) && above[at] == c)
			to := &row[min(at, width-1)]
			if at >= width && to.Plain != "" {
				to.Markdown, to.Plain = to.Markdown+" ", to.Plain+" "
			}
			to.Markdown, to.Plain = to.Markdown+p.Markdown, to.Plain+p.Plain
			to.Links = append(to.Links, p.Links...)
		}
		above = r
		if !empty {
			all = append(all, row)
		}
	}
	return trimColumns(all)
}

// trimColumns takes away columns without a word.
func trimColumns(rows [][]block.Written) (short [][]block.Written, used []int) {
	if len(rows) == 0 {
		return nil, nil
	}
	for at := range rows[0] {
		for _, r := range rows {
			if r[at].Plain != "" {
				used = append(used, at)
				break
			}
		}
	}
	if len(used) == len(rows[0]) {
		return rows, used
	}
	for i, r := range rows {
		left := make([]block.Written, len(used))
		for j, at := range used {
			left[j] = r[at]
		}
		rows[i] = left
	}
	return rows, used
}

// alignmentRow writes the line below the header: how the cells of the first row stand in their columns.
func alignmentRow(g dom.Grid, columns []int) string {
	var b strings.Builder
	b.WriteByte('|')
	for _, at := range columns {
		how := ""
		if at < len(g.Rows[0]) && g.Rows[0][at] != nil {
			c := g.Rows[0][at]
			how = strings.ToLower(dom.Attr(c, "align") + strings.ReplaceAll(clean.Clip(dom.Attr(c, "style"), 200), " ", ""))
		}
		switch {
		case how == "right", strings.Contains(how, "text-align:right"):
			b.WriteString(" --: |")
		case how == "center", strings.Contains(how, "text-align:center"):
			b.WriteString(" :-: |")
		case how == "left", strings.Contains(how, "text-align:left"):
			b.WriteString(" :-- |")
		default:
			b.WriteString(" --- |")
		}
	}
	return b.String()
}

// addTable adds a table of which the first row is the header, in parts when it is long.
func (w *pageWriter) addTable(cells [][]block.Written, alignments string) {
	header, rows := rowOf(cells[0]), make([]block.Written, 0, len(cells))
	header.Markdown += "\n" + alignments
	for _, r := range cells[1:] {
		rows = append(rows, rowOf(r))
	}
	most := block.MaxItems
	if w.depth > 0 {
		most = len(rows)
	}
	for from := 0; from == 0 || from < len(rows); from += max(most, 1) {
		w.add(block.TableOf(header, rows[from:min(len(rows), from+max(most, 1))], from > 0))
	}
}

// rowOf writes the cells of a row.
func rowOf(cells []block.Written) block.Written {
	var md, plain strings.Builder
	var links []model.Link
	md.WriteByte('|')
	for i, c := range cells {
		md.WriteString(" " + c.Markdown + " |")
		if i > 0 {
			plain.WriteByte('\t')
		}
		plain.WriteString(c.Plain)
		links = append(links, c.Links...)
	}
	return block.Written{Markdown: md.String(), Plain: plain.String(), Links: links}
}
