// Package render draws blocks as lines of a terminal. Start with Renderer.Block: one switch over the kinds of block,
// each drawn in a file of its own.
//
// Markdown is drawn by Glamour in the theme's style sheet: each paragraph, heading, item and cell by itself, as it
// looks where it stands (place.go, press.go). Round what Glamour drew, lede lays out the containers: the hanging
// indents of lists, the bars of quotes, columns, records, cards. Words are measured, cut and wrapped in width.go and
// wrap.go alone. What is drawn passes a Gate on its way out.
//
// Every word is one that Glamour draws, in Glamour's look, but for these deviations. Tests hold the rule and the
// exceptions.
//
//   - Margins, blank lines, fill and bars are lede's, and so are the signs of inner lists where the sheet's is "•".
//     Numbers of a list keep the sign behind them and are equally wide. Lists and quotes are drawn in each other 16
//     deep.
//   - Addresses of links and pictures are not printed, nor the arrow before them: the words lead there (OSC 8). A
//     written address keeps its words, and a link that may not be opened (RULES U1) looks like them.
//   - Lines end where wrap.go lets them: Glamour breaks after "." and ",", and before a full stop of Chinese.
//   - A hard break or <br> in words breaks the line, and the paragraphs of an item stand apart; Glamour glues them.
//   - What is struck out keeps its emphasis, code and links; Glamour drops them.
//   - References in code are shown as they are written; Glamour resolves them once more.
//   - HTML that is not for the look of words is shown as it is written; Glamour drops the tags.
//   - A table takes the columns that it needs, and becomes records where they do not fit; Glamour makes it as wide as
//     the page and cuts heads off. Heads are bold, since nothing else sets them apart from cells without a colour.
//   - Code has its exact colours; Glamour takes the nearest of 256, and those of the first style sheet for all. A
//     language is not guessed, and the end of a long line stands below it. Beyond the limits in code.go it has one
//     look.
//   - The words that a style sheet puts round emphasis stand round it once; Glamour repeats them wherever goldmark
//     cuts the text. Those round the text of a link stand round an address too. Those round whole paragraphs, lists
//     and quotes are not drawn.
//   - Nothing blinks.
//   - A block that would cost too much (prose.go) is drawn by its words alone.
package render

import (
	"lede/model"
	"lede/ui/theme"
)

// Line is one drawn line.
type Line struct {
	Styled string // at most the renderer's width in cells; holds only our own SGR and OSC 8 sequences, closed at its end
	Text   string // the words on it, without borders, bullets and styling and what is put round words: for find and copy
	Col    int    // the cell of Styled at which Text starts
	Signs  []Sign // what comes between the words of Text, in order
}

// Sign is what is drawn before a byte of a line's text without being part of it.
type Sign struct {
	At   int
	Text string
}

// Renderer draws blocks at one width in one theme. It is safe for several goroutines: where Glamour draws, one
// waits for a piece of another (press.go).
type Renderer struct {
	language string // that topics are called in, or ""
	theme    *theme.Theme
	width    int
	held     func(url string) Holding // or nil

	press   *press
	parsers parsers
}

// minWidth is the narrowest that blocks are drawn; a narrower page is cut by the terminal.
const minWidth = 10

// New returns a renderer for lines of width cells. It costs next to nothing: what a kind of block needs is made when
// the first of its kind is drawn.
func New(t *theme.Theme, width int) *Renderer {
	return &Renderer{theme: t, width: max(width, minWidth), press: &press{theme: t}, parsers: newParsers()}
}

// In has topics called as in a language, given as a tag; "" calls them as the articles do.
func (r *Renderer) In(language string) *Renderer {
	r.language = language
	return r
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
