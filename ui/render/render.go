// Package render draws blocks as lines of a terminal. Start with Renderer.Block: one switch over the
// kinds of block, each drawn in a file of its own.
package render

import (
	"lede/model"
	"lede/ui/theme"
)

// Line is one drawn line.
type Line struct {
	Styled string // at most the renderer's width in cells; holds only our own SGR and OSC 8 sequences
	Text   string // the words on it, without borders, bullets of our own and styling: for find and copy
	Col    int    // the cell of Styled at which Text starts
}

// Renderer draws blocks at one width in one theme. It is not safe for two goroutines at once, since
// glamour is not.
type Renderer struct {
	theme *theme.Theme
	width int
}

// New returns a renderer for lines of width cells.
func New(t *theme.Theme, width int) *Renderer { return &Renderer{theme: t, width: width} }

// Block draws a block. The lines carry no blank line before or after.
func (r *Renderer) Block(b model.Block) []Line { return nil }

// Heading draws a section's heading; none for the lead.
func (r *Renderer) Heading(s model.Section) []Line { return nil }

// TitleBlock draws what stands above an article: title, site, byline, date, minutes and topics.
func (r *Renderer) TitleBlock(e model.Entry) []Line { return nil }
