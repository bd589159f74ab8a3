// Package man reads what programs write for printers and terminals: letters that are struck twice or over a line, and
// the codes for colours and links (ECMA-48). A manual page becomes Markdown.
//
// Start with Read. How letters are set is read in style.go; the page's shape in page.go.
package man
