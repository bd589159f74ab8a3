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

// piece is a stretch of a paragraph's words with the markup that holds for all of it.
type piece struct {
	text                       string
	bold, italic, strike, code bool
	url                        string
}

// marked tells whether a piece has a look of its own.
func (p piece) marked() bool { return p.bold || p.italic || p.strike || p.code }

// pieces lists the words in a node, markup resolved.
func (d *drawing) pieces(n ast.Node, in piece, all []piece) []piece {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p := in
		switch c := c.(type) {
		case *ast.Text:
			p.text = d.words(c)
			all = append(all, p)
		case *ast.String:
			p.text = literal(string(c.Value))
			all = append(all, p)
		case *ast.CodeSpan:
			p.text, p.code = d.span(c), true
			all = append(all, p)
		case *ast.AutoLink:
			p.text, p.url = string(c.Label(d.source)), autoURL(c, d.source)
			all = append(all, p)
		case *ast.RawHTML:
			p.text = d.tag(c)
			all = append(all, p)
		case *ast.Emphasis:
			p.bold, p.italic = p.bold || c.Level > 1, p.italic || c.Level == 1
			all = d.pieces(c, p, all)
		case *extast.Strikethrough:
			p.strike = true
			all = d.pieces(c, p, all)
		case *ast.Link:
			p.url = literal(string(c.Destination))
			all = d.pieces(c, p, all)
		case *ast.Image:
			p.url = literal(string(c.Destination))
			p.text = imageSign + " "
			all = d.pieces(c, p, append(all, p))
		default:
			all = d.pieces(c, p, all)
		}
	}
	return all
}

// words is a stretch of text with the line break after it: a space, or a newline for a hard one.
func (d *drawing) words(n *ast.Text) string {
	s := string(n.Segment.Value(d.source))
	if !n.IsRaw() {
		s = literal(s)
	}
	switch {
	case n.HardLineBreak():
		return s + "\n"
	case n.SoftLineBreak():
		return s + " "
	}
	return s
}

// span is the text between backticks.
func (d *drawing) span(n *ast.CodeSpan) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(d.source))
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// tag is what is shown of an HTML tag: a line break as such, nothing of one that only sets words, and any other as it is
// written, since it may be meant.
func (d *drawing) tag(n *ast.RawHTML) string {
	var b strings.Builder
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		b.Write(s.Value(d.source))
	}
	name := strings.ToLower(strings.TrimLeft(b.String(), "</"))
	if end := strings.IndexAny(name, " \t\n/>"); end >= 0 {
		name = name[:end]
	}
	switch name {
	case "br":
		return "\n"
	case "a", "abbr", "b", "cite", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong",
		"sub", "sup", "u", "wbr":
		return ""
	}
	return b.String()
}

func autoURL(n *ast.AutoLink, source []byte) string {
	url := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
		return "mailto:" + url
	}
	return url
}

// runs returns the words of a paragraph, heading or cell in their looks.
func (d *drawing) runs(n ast.Node) []run {
	pieces := d.pieces(n, piece{}, nil)
	for i := range pieces {
		if pieces[i].marked() || pieces[i].url != "" {
			return d.look(pieces)
		}
	}
	return plainRuns(pieces)
}

// plainRuns are the words of pieces without a look.
func plainRuns(pieces []piece) []run {
	runs := make([]run, len(pieces))
	for i, p := range pieces {
		runs[i].text = p.text
	}
	return []run{{text: join(runs)}}
}

// look lets glamour draw pieces.
func (r *Renderer) look(pieces []piece) []run {
	if r.prose.words == nil {
		r.prose.words = newWords(r.theme)
	}
	return r.prose.words.draw(pieces)
}

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
// behind them.
func (w *words) draw(pieces []piece) []run {
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
		pieces = pieces[n:]
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

// over lays runs over a style.
func over(runs []run, s theme.Style) []run {
	for i := range runs {
		runs[i].pen = s.Open() + runs[i].pen
	}
	return runs
}
