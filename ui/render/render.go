// Package render draws blocks as lines of a terminal. Start with Renderer.Block: one switch over the
// kinds of block, each drawn in a file of its own.
//
// Words are measured, cut and wrapped in width.go and wrap.go alone. What is drawn passes a Gate on its way out.
package render

import (
	"lede/model"
	"lede/ui/theme"
)

// Line is one drawn line.
type Line struct {
	Styled string // at most the renderer's width in cells; holds only our own SGR and OSC 8 sequences, closed at its end
	Text   string // the words on it, without borders, bullets and signs of our own and styling: for find and copy
	Col    int    // the cell of Styled at which Text starts
	Signs  []int  // where signs of one cell stand between the bytes of Text
}

// Renderer draws blocks at one width in one theme. It is not safe for two goroutines at once, since
// glamour is not.
type Renderer struct {
	theme *theme.Theme
	width int
	held  func(url string) Holding // or nil
	prose prose
}

// minWidth is the narrowest that blocks are drawn; a narrower page is cut by the terminal.
const minWidth = 10

// New returns a renderer for lines of width cells. It costs next to nothing: what a kind of block needs is made when the first of its
// kind is drawn.
func New(t *theme.Theme, width int) *Renderer {
	return &Renderer{theme: t, width: max(width, minWidth)}
}

// Block draws a block. The lines carry no blank line before or after. A block without words has no
// lines.
func (r *Renderer) Block(b model.Block) []Line {
	switch b := shortened(b).(type) {
	case model.Prose:
		return r.drawProse(b)
	case model.Code:
		return r.code(b.Language, b.Source, r.width)
	case model.Post:
		return r.post(b)
	case model.Related:
		return r.related(b)
	case model.Notice:
		return r.notice(b)
	case model.Image:
		return r.image(b)
	}
	return nil
}
