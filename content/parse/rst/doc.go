// Package rst makes Markdown of reStructuredText: titles, fields, directives, literal blocks, lists, tables, notes,
// links.
//
// Start with Markdown in rst.go. Blocks are in block.go and list.go, what begins with two dots in explicit.go and
// directive.go, tables in table.go, and what is in a line in inline.go.
//
// See https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html.
package rst
