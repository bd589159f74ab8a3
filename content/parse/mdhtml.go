package parse

import (
	"github.com/yuin/goldmark/ast"
)

// html writes what a block of HTML says.
func (m *mdReader) html(n *ast.HTMLBlock) []written {
	source := m.lines(n.Lines())
	if n.HasClosure() {
		source += m.slice(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
	return tagged(source, m.base, false)
}
