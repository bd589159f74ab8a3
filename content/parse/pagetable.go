package parse

import (
	"strings"

	"golang.org/x/net/html"

	"lede/model"
)

// table writes a table of data. One that only sets a page in columns is written as the text that stands in it.
func (w *pageWriter) table(n *html.Node) bool {
	if w.line || w.apart(n) {
		return false
	}
	g := w.grid(n)
	if g.isLayout(n) {
		return false
	}
	w.flush()
	for _, c := range g.captions {
		if p := w.oneLine(c); p.plain != "" {
			w.add(p)
		}
	}
	rows, used := w.rows(g)
	if len(rows) == 0 {
		return true
	}
	if len(g.rows) == 1 || g.width() == 1 && !g.header { // after all no more than a line or a list of lines
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

// rows writes the cells of a table, a line each. A row of which nothing is kept is left out, and so is a column without a word; used are the
// columns that are left.
func (w *pageWriter) rows(g grid) (rows [][]written, used []int) {
	width := g.width()
	var all [][]written
	var above []*html.Node
	for i, r := range g.rows {
		row := make([]written, width)
		empty := true
		for at, c := range r {
			if c == nil {
				continue
			}
			p := w.oneLine(c)
			empty = empty && (p.plain == "" || i > 0 && at < len(above) && above[at] == c)
			to := &row[min(at, width-1)]
			if at >= width && to.plain != "" {
				to.md, to.plain = to.md+" ", to.plain+" "
			}
			to.md, to.plain = to.md+p.md, to.plain+p.plain
			to.links = append(to.links, p.links...)
		}
		above = r
		if !empty {
			all = append(all, row)
		}
	}
	return trimColumns(all)
}

// trimColumns takes away columns without a word.
func trimColumns(rows [][]written) (short [][]written, used []int) {
	if len(rows) == 0 {
		return nil, nil
	}
	for at := range rows[0] {
		for _, r := range rows {
			if r[at].plain != "" {
				used = append(used, at)
				break
			}
		}
	}
	if len(used) == len(rows[0]) {
		return rows, used
	}
	for i, r := range rows {
		left := make([]written, len(used))
		for j, at := range used {
			left[j] = r[at]
		}
		rows[i] = left
	}
	return rows, used
}

// alignmentRow writes the line below the header: how the cells of the first row stand in their columns.
func alignmentRow(g grid, columns []int) string {
	var b strings.Builder
	b.WriteByte('|')
	for _, at := range columns {
		how := ""
		if at < len(g.rows[0]) && g.rows[0][at] != nil {
			c := g.rows[0][at]
			how = strings.ToLower(attr(c, "align") + strings.ReplaceAll(clip(attr(c, "style"), 200), " ", ""))
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
func (w *pageWriter) addTable(cells [][]written, alignments string) {
	header, rows := rowOf(cells[0]), make([]written, 0, len(cells))
	header.md += "\n" + alignments
	for _, r := range cells[1:] {
		rows = append(rows, rowOf(r))
	}
	most := maxItems
	if w.depth > 0 {
		most = len(rows)
	}
	for from := 0; from == 0 || from < len(rows); from += max(most, 1) {
		w.add(tableOf(header, rows[from:min(len(rows), from+max(most, 1))], from > 0))
	}
}

// rowOf writes the cells of a row.
func rowOf(cells []written) written {
	var md, plain strings.Builder
	var links []model.Link
	md.WriteByte('|')
	for i, c := range cells {
		md.WriteString(" " + c.md + " |")
		if i > 0 {
			plain.WriteByte('\t')
		}
		plain.WriteString(c.plain)
		links = append(links, c.links...)
	}
	return written{md: md.String(), plain: plain.String(), links: links}
}
