package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/content/parse/block"
)

// html writes what a block of HTML says.
func (m *Reader) html(n *ast.HTMLBlock) []block.Written {
	return block.FromTags(m.htmlSource(n), m.base, false)
}

func (m *Reader) htmlSource(n *ast.HTMLBlock) string {
	source := m.lines(n.Lines())
	if n.HasClosure() {
		source += m.slice(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
	return source
}

// htmlTable writes a table in HTML that empty lines divide, and returns its last block. last is n where the block is
// no beginning of such a table, or Markdown stands in it.
func (m *Reader) htmlTable(n *ast.HTMLBlock) (all []block.Written, last ast.Node) {
	source := m.htmlSource(n)
	if open := strings.ToLower(source); strings.Count(open, "<table") <= strings.Count(open, "</table") {
		return block.FromTags(source, m.base, false), n
	}
	whole := source
	for next := n.NextSibling(); next != nil && len(whole) < maxHTMLTable; next = next.NextSibling() {
		part := ""
		switch next := next.(type) {
		case *ast.HTMLBlock:
			part = m.htmlSource(next)
		case *ast.CodeBlock: // tags that are set in
			part = m.lines(next.Lines())
		}
		small := strings.ToLower(part)
		if !strings.HasPrefix(strings.TrimSpace(part), "<") || strings.Contains(small, "<table") {
			break
		}
		if whole += part; strings.Contains(small, "</table") {
			return block.FromTags(whole, m.base, false), next
		}
	}
	return block.FromTags(source, m.base, false), n
}

// maxHTMLTable is how far the end of a table in HTML is looked for, in bytes.
const maxHTMLTable = 256 << 10
