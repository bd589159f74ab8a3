package render

import extast "github.com/yuin/goldmark/extension/ast"

func (d *drawing) table(n *extast.Table, width int) []Line {
	return d.plain(rawText(n, d.source), width)
}
