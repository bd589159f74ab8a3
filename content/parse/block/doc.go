// Package block makes the blocks of an article of what the formats read. A format hands over units, paragraphs on
// their way to a block; Sections divides them at their headings.
//
// Start with unit.go. Inline writes the words inside a paragraph as Markdown that stands by itself, and as plain text
// side by side; Written is a block so written.
package block
