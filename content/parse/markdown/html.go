package markdown

import (
	"github.com/yuin/goldmark/ast"

	"lede/content/parse/block"
)

// html writes what a block of HTML says.
func (m *Reader) html(n *ast.HTMLBlock) []block.Written {
	source := m.lines(n.Lines())
	if n.HasClosure() {
		source += m.slice(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
	return block.FromTags(source, m.base, false)
}
