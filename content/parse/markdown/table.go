package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lede/content/parse/block"
	"lede/model"
)

// table makes units of a top-level table, of at most maxItems rows each. Each has the header in its
// Markdown; in plain text only the first has it.
func (m *Reader) table(n *extast.Table) {
	header, rows := m.rows(n)
	for from := 0; from == 0 || from < len(rows); from += block.MaxItems {
		m.add(block.TableOf(header, rows[from:min(len(rows), from+block.MaxItems)], from > 0 || m.goesOn.here))
	}
	m.goesOn.header = header.Markdown
}

func (m *Reader) wholeTable(n *extast.Table) block.Written {
	header, rows := m.rows(n)
	return block.TableOf(header, rows, false)
}

// rows writes the header of a table with the line below it, and its rows.
func (m *Reader) rows(n *extast.Table) (header block.Written, rows []block.Written) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		row := m.row(c)
		if c.Kind() == extast.KindTableHeader {
			row.Markdown += "\n" + block.Alignments(n.Alignments)
			header = row
			continue
		}
		rows = append(rows, row)
	}
	return header, rows
}

func (m *Reader) row(n ast.Node) block.Written {
	var md, plain strings.Builder
	var links []model.Link
	md.WriteByte('|')
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w := m.line(c)
		md.WriteString(" " + string(w.Markdown) + " |")
		if plain.Len() > 0 {
			plain.WriteByte('\t')
		}
		plain.Write(w.Plain)
		links = append(links, w.Links...)
	}
	return block.Written{Markdown: md.String(), Plain: plain.String(), Links: links}
}
