package block

import (
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"
)

// Alignments writes the row of a table below its header.
func Alignments(all []extast.Alignment) string {
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

// TableOf joins rows to a table below their header, or to the part of one that continues another.
func TableOf(header Written, rows []Written, continued bool) Written {
	p := header
	var md, plain strings.Builder
	md.WriteString(header.Markdown)
	if !continued {
		plain.WriteString(header.Plain)
	}
	for i, row := range rows {
		md.WriteString("\n" + row.Markdown)
		if i > 0 || !continued {
			plain.WriteByte('\n')
		}
		plain.WriteString(row.Plain)
		p.Links = append(p.Links, row.Links...)
	}
	p.Markdown, p.Plain, p.Kind, p.Continued = md.String(), plain.String(), Table, continued
	return p
}
