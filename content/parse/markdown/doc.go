// Package markdown reads Markdown: CommonMark and GFM with notes, definition lists, front matter, formulas, and what
// vaults of notes and generators of documentation have.
//
// Start with Read in markdown.go. The text goes through goldmark's positions and is written anew, each block so that
// it can be read by itself:
//
//	parts.go, cut.go                        a long text is parsed in parts, cut between blocks
//	parser.go                               the parser; its own syntax is in emphasis.go,
//	                                        formula.go, vault.go and container.go
//	blocks.go, table.go, callout.go, picture.go, html.go    nodes → units
//	inline.go                               what is within a line
package markdown
