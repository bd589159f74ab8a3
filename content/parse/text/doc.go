// Package text reads plain text. It has no marks, so they are inferred: paragraphs from lines (lines.go, reflow.go),
// lists, tables, quotations and code (shape.go), the title and what goes with it (opening.go), and which bare lines
// are headings (heading.go).
//
// Start with Read.
package text
