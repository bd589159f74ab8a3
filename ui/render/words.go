package render

import (
	"bufio"
	"bytes"
	"strings"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/ui/theme"
)

// words draws the inside of a paragraph by glamour. It is kept for its theme.
type words struct {
	theme    *theme.Theme
	renderer renderer.Renderer
	source   []byte // what the nodes given to glamour point into
	out      bytes.Buffer
	buffered *bufio.Writer
}

func newWords(t *theme.Theme) *words {
	w := &words{theme: t, renderer: renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(ansi.NewRenderer(ansi.Options{Styles: t.Glamour()}), 1000)))}
	w.buffered = bufio.NewWriter(&w.out)
	return w
}

// draw returns pieces in their looks. Links are put round what glamour has drawn, since glamour writes their addresses
// behind them, and a sign of ours behind those that held says it of.
func (w *words) draw(pieces []piece, held func(url string) []run) []run {
	var runs []run
	for len(pieces) > 0 {
		first, n := pieces[0], 1
		for n < len(pieces) && pieces[n].url == first.url && pieces[n].marked() == first.marked() {
			n++
		}
		drawn := w.drawAlike(pieces[:n])
		if linkable(first.url) {
			drawn = over(drawn, w.theme.Link)
			open := openLink(first.url)
			for i := range drawn {
				drawn[i].url = open
			}
		}
		runs = append(runs, drawn...)
		if pieces = pieces[n:]; len(pieces) == 0 || pieces[0].url != first.url {
			runs = append(runs, held(first.url)...)
		}
	}
	return runs
}

// drawAlike gives pieces with markup to glamour as a block without a style of its own, and reads back what it has drawn.
func (w *words) drawAlike(pieces []piece) []run {
	if !pieces[0].marked() {
		return plainRuns(pieces)
	}
	w.source = w.source[:0]
	w.out.Reset()
	block := ast.NewTextBlock()
	for _, p := range pieces {
		block.AppendChild(block, w.node(p))
	}
	if err := w.renderer.Render(w.buffered, w.source, block); err != nil {
		return nil // writing to memory does not fail
	}
	_ = w.buffered.Flush()
	return readRuns(w.out.String())
}

// node is a piece as glamour is to see it.
func (w *words) node(p piece) ast.Node {
	n := w.text(p)
	if p.code {
		n = within(ast.NewCodeSpan(), n)
	}
	if p.strike && !p.code {
		n = within(extast.NewStrikethrough(), n)
	}
	if p.italic {
		n = within(ast.NewEmphasis(1), n)
	}
	if p.bold {
		n = within(ast.NewEmphasis(2), n)
	}
	return n
}

func within(outer, inner ast.Node) ast.Node {
	outer.AppendChild(outer, inner)
	return outer
}

// text writes words so that what glamour shows is exactly them: it decodes references once more, and escapes outside
// code.
func (w *words) text(p piece) ast.Node {
	start := len(w.source)
	for i := range len(p.text) {
		switch c := p.text[i]; {
		case c == '&':
			w.source = append(w.source, "&amp;"...)
		case c == '\\' && !p.code:
			w.source = append(w.source, `\\`...)
		case c < ' ' && c != '\n':
			w.source = append(w.source, ' ')
		default:
			w.source = append(w.source, c)
		}
	}
	return ast.NewTextSegment(text.NewSegment(start, len(w.source)))
}

// readRuns takes a line of glamour's apart.
func readRuns(s string) []run {
	var runs []run
	now := run{}
	for i := 0; i < len(s); {
		if s[i] == esc {
			n := sequence(s[i:])
			now.pen = pen(now.pen, s[i:i+n])
			i += n
			continue
		}
		end := strings.IndexByte(s[i:], esc)
		if end < 0 {
			end = len(s) - i
		}
		now.text = s[i : i+end]
		runs = append(runs, now)
		i += end
	}
	return runs
}

// look lets glamour draw pieces.
func (r *Renderer) look(pieces []piece) []run {
	if r.prose.words == nil {
		r.prose.words = newWords(r.theme)
	}
	return r.prose.words.draw(pieces, r.holding)
}
