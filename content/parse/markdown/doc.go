// Package markdown reads Markdown: CommonMark and GFM with notes, definition lists and front matter.
//
// Start with Read in markdown.go. The text goes through goldmark's positions and is written anew, each block so that it stands alone:
//
//	guard.go, parser.go    shapes that would cost too much; the parser
//	blocks.go, table.go, page.go, inline.go    nodes → units
package markdown
