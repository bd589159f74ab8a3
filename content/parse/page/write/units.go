package write

import (
	"errors"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/content/parse/page/body"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/meta"
	"lede/model/fold"
)

// Blocks makes units of the elements of a page that are kept, and of the marks among them.
func Blocks(page dom.Page, facts meta.Facts, kept body.Kept) []block.Unit {
	if page.Flat != "" {
		return arranged(unitsOf(simpleBlocks(page.Flat, page.Base)), facts)
	}
	return arranged(unitsOf(NewWriting(page, kept).Whole()), facts)
}

// SayMore reports whether there is anything among units but headings and rules.
func SayMore(all []block.Unit) bool {
	for _, u := range all {
		if u.Kind != block.Heading && u.Kind != block.Rule {
			return true
		}
	}
	return false
}

// unitsOf makes a unit of each block.
func unitsOf(all []block.Written) []block.Unit {
	units := make([]block.Unit, 0, len(all))
	for _, b := range all {
		u := block.Unit{
			Text: b.Plain, Source: b.Markdown, Links: b.Links, Kind: b.Kind, Level: b.Level, Block: b.Block,
			Why: b.Why, Node: b.Node,
		}
		switch {
		case u.Kind == block.Heading && u.Block == nil:
			u.Text, u.Source = fold.Line(u.Text), ""
		case u.Block == nil && b.Continued:
			u.Block = block.Prose(u, true)
		}
		units = append(units, u)
	}
	return units
}

// writing is what the writers of one page share.
type writing struct {
	dom.Page
	body        body.Kept
	holds       map[*html.Node]bool // the elements around a mark that is a block of its own
	turnsAround map[*html.Node]bool // the elements around a message of the page
	noteWritten map[*html.Node]bool // the elements of which the notes have been written
	noted       []pageItem          // notes that stood in the text, for the end
	skipped     []*html.Node        // the titles of the call-outs that are being written
	steps       int                 // that have been taken
}

// NewWriting returns what the writers of a page share.
func NewWriting(page dom.Page, kept body.Kept) *writing {
	return &writing{
		Page: page, body: kept, holds: kept.Marks.Holders(), turnsAround: kept.TurnHolders(),
		noteWritten: map[*html.Node]bool{},
	}
}

// Whole writes all of it.
func (w *writing) Whole() []block.Written {
	whole := pageWriter{writing: w}
	whole.begin()
	whole.walk(w.Doc, w.Doc)
	whole.flush()
	whole.notesAtEnd()
	return whole.out
}

// Each node of a page is written once or a few times, unless tables and headings are nested or spread to make it more.
const (
	maxSteps  = 20 * dom.MaxNodes // that writing a page may take
	textSteps = 16                // bytes of text that count for one, as a node does
)

// errSteps is what writing a page panics with that takes more steps.
var errSteps = errors.New("it takes too many steps")

// step counts the steps that writing a node takes.
func (w *writing) step(n *html.Node) {
	w.steps++
	if n.Type == html.TextNode {
		w.steps += len(n.Data) / textSteps
	}
	if w.steps > maxSteps {
		panic(errSteps)
	}
}

// pageWriter writes elements as blocks, in reading order: walk goes over the tree, a block ends with flush. Words
// that are not kept are passed over where they stand, so a list or a table of which a part is kept is written with
// that part.
type pageWriter struct {
	*writing
	w       block.Inline
	out     []block.Written
	depth   int             // of the quotations and lists around
	line    bool            // what is written has one line only, as a heading or the cell of a table
	formats []*html.Node    // the elements around the words that mark them: <b>, <a> …
	images  []block.Written // pictures that stood in the paragraph and follow it
	asked   *html.Node      // the element that was asked for last whether it is kept,
	answer  bool            // and the answer
}

// begin begins a paragraph inside of the marks that are open.
func (w *pageWriter) begin() {
	w.w = block.Inline{Base: w.Base, Cell: w.line}
	for _, n := range w.formats {
		w.w.StartTag(html.Token{Data: n.Data, DataAtom: n.DataAtom, Attr: n.Attr})
	}
}

// ended returns the words written since begin.
func (w *pageWriter) ended() block.Written {
	i := &w.w
	for n := len(w.formats) - 1; n >= 0; n-- {
		i.EndTag(w.formats[n].Data)
	}
	i.Flush()
	i.Trim()
	i.Unbreak()
	p := block.Written{
		Markdown: strings.TrimFunc(string(i.Markdown), unicode.IsSpace),
		Plain:    strings.TrimSpace(string(i.Plain)), Links: i.Links,
	}
	if p.Plain == "" {
		return block.Written{}
	}
	return p
}

// flush ends a paragraph. Of a line it ends a part.
func (w *pageWriter) flush() {
	if w.line {
		w.w.Soft = false
		if len(w.w.Plain) > 0 || len(w.w.Waiting) > 0 {
			w.w.Text(" ")
		}
		return
	}
	p := w.ended()
	p.Node = w.asked
	w.out = appendWritten(w.out, p)
	w.out = append(w.out, w.images...)
	w.images = nil
	w.begin()
}

func appendWritten(all []block.Written, p block.Written) []block.Written {
	if p.Markdown == "" && p.Block == nil {
		return all
	}
	return append(all, p)
}

// add adds blocks after what has been written.
func (w *pageWriter) add(all ...block.Written) {
	w.flush()
	for _, p := range all {
		w.out = appendWritten(w.out, p)
	}
}

// inner writes what is in an element as blocks, one level deeper.
func (w *pageWriter) inner(n *html.Node) []block.Written {
	c := pageWriter{writing: w.writing, depth: w.depth + 1, formats: w.formats}
	c.begin()
	c.walk(n, n)
	c.flush()
	return c.out
}

// oneLine writes what is in an element on one line.
func (w *pageWriter) oneLine(n *html.Node) block.Written {
	c := pageWriter{writing: w.writing, depth: w.depth + 1, line: true}
	c.begin()
	c.walk(n, n)
	return c.ended()
}

// keeps reports whether the words that stand in an element are part of the article.
func (w *pageWriter) keeps(holder *html.Node) bool {
	if w.asked != holder {
		w.asked, w.answer = holder, w.body.Keeps(holder)
	}
	return w.answer
}

// heading writes a heading. One that stands in a list or a table is a line of it.
func (w *pageWriter) heading(n *html.Node, level int) {
	if w.line {
		w.flush()
		w.walk(n, n)
		w.flush()
		return
	}
	p := w.oneLine(n)
	if p.Plain == "" {
		w.flush()
		w.pictures(n)
		return
	}
	p.Kind, p.Level, p.Node = block.Heading, level, n
	p.Markdown = strings.Repeat("#", level) + " " + p.Markdown
	w.add(p)
}
