package parse

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lede/model"
)

// table makes units of a top-level table, of at most maxItems rows each. Each has the header in its
// Markdown; in plain text only the first has it.
func (m *mdReader) table(n *extast.Table) {
	header, rows := m.rows(n)
	for from := 0; from == 0 || from < len(rows); from += maxItems {
		m.add(tableOf(header, rows[from:min(len(rows), from+maxItems)], from > 0))
	}
}

func (m *mdReader) wholeTable(n *extast.Table) written {
	header, rows := m.rows(n)
	return tableOf(header, rows, false)
}

// rows writes the header of a table with the line below it, and its rows.
func (m *mdReader) rows(n *extast.Table) (header written, rows []written) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		row := m.row(c)
		if c.Kind() == extast.KindTableHeader {
			row.md += "\n" + alignments(n.Alignments)
			header = row
			continue
		}
		rows = append(rows, row)
	}
	return header, rows
}

func (m *mdReader) row(n ast.Node) written {
	var md, plain strings.Builder
	var links []model.Link
	md.WriteByte('|')
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w := m.line(c)
		md.WriteString(" " + string(w.md) + " |")
		if plain.Len() > 0 {
			plain.WriteByte('\t')
		}
		plain.Write(w.plain)
		links = append(links, w.links...)
	}
	return written{md: md.String(), plain: plain.String(), links: links}
}

// alignments writes the row of a table below its header.
func alignments(all []extast.Alignment) string {
	var b strings.Builder
	b.WriteByte('|')
	for _, a := range all {
		switch a {
		case extast.AlignLeft:
			b.WriteString(" :-- |")
		case extast.AlignRight:
			b.WriteString(" --: |")
		case extast.AlignCenter:
			b.WriteString(" :-: |")
		case extast.AlignNone:
			b.WriteString(" --- |")
		}
	}
	return b.String()
}

// tableOf joins rows to a table below their header, or to the part of one that continues another.
func tableOf(header written, rows []written, continued bool) written {
	p := header
	var md, plain strings.Builder
	md.WriteString(header.md)
	if !continued {
		plain.WriteString(header.plain)
	}
	for i, row := range rows {
		md.WriteString("\n" + row.md)
		if i > 0 || !continued {
			plain.WriteByte('\n')
		}
		plain.WriteString(row.plain)
		p.links = append(p.links, row.links...)
	}
	p.md, p.plain, p.kind, p.continued = md.String(), plain.String(), tableUnit, continued
	return p
}
