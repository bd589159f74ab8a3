package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// wording is the words of a paragraph, heading or cell as Glamour is handed them.
type wording struct {
	root   ast.Node
	source []byte // what its nodes point into
	plain  []byte // the words alone
	leaves []leaf // the stretches of words that have one look each, in order
	marked bool   // some of them have a look of their own
}

// leaf is what lede knows of a stretch of words.
type leaf struct {
	url     string // the OSC 8 sequence round it, or ""
	address bool   // it is the address that it leads to
	after   []run  // signs of ours behind it
}

// writer writes the inline elements of a node anew, as Glamour is to see them: words between marks and escaped, so
// that exactly they are shown; no address but "#", which Glamour does not print.
type writer struct {
	wording
	d      *drawing
	strike bool
	url    string
	depth  int // of elements in each other
}

// maxPiece is how much is handed to Glamour at once, in bytes.
const maxPiece = 8 << 10

// inline draws the words of a node, a piece at a time.
func (d *drawing) inline(n ast.Node, where place) []run {
	var runs []run
	w := d.writer()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if w.node(w.root, c); len(w.source) >= maxPiece {
			runs, w = append(runs, d.press.draw(where, w.wording)...), d.writer()
		}
	}
	if len(runs) > 0 && len(w.leaves) == 0 {
		return runs
	}
	return append(runs, d.press.draw(where, w.wording)...)
}

func (d *drawing) writer() writer {
	return writer{wording: wording{root: ast.NewTextBlock()}, d: d}
}

func (w *writer) children(to, n ast.Node) {
	w.depth++
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(to, c)
	}
	w.depth--
}

func (w *writer) node(to, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.leaf(to, w.d.words(n))
	case *ast.String:
		w.leaf(to, literal(string(n.Value)))
	case *ast.RawHTML:
		w.leaf(to, w.d.tag(n))
	case *ast.CodeSpan:
		w.code(to, w.d.span(n))
	case *ast.AutoLink:
		w.autoLink(to, n)
	case *ast.Emphasis:
		w.emphasis(to, n)
	case *extast.Strikethrough:
		before := w.strike
		w.marked, w.strike = true, true
		w.children(to, n)
		w.strike = before
	case *ast.Link:
		url := literal(string(n.Destination))
		w.link(to, url, func(to ast.Node) {
			w.children(to, n)
			w.written(n, url)
		})
	case *ast.Image:
		w.image(to, n)
	default:
		w.children(to, n)
	}
}

// leaf adds words. Glamour drops what else is in a text that is struck out, so each leaf is struck out by itself.
func (w *writer) leaf(to ast.Node, words string) {
	if words == "" {
		return
	}
	if last, ok := to.LastChild().(*ast.Text); ok && !w.strike {
		w.extend(last, words)
		return
	}
	if w.strike {
		to = within(to, extast.NewStrikethrough())
	}
	within(to, w.text(words, 1, true))
}

func (w *writer) emphasis(to ast.Node, n *ast.Emphasis) {
	w.marked = true
	if w.depth <= maxDepth {
		to = within(to, ast.NewEmphasis(n.Level))
	}
	w.children(to, n)
}

// code adds a code span.
func (w *writer) code(to ast.Node, words string) {
	w.marked = true
	switch {
	case w.strike:
		w.leaf(to, words)
	case words != "":
		within(within(to, ast.NewCodeSpan()), w.text(words, inLink(to), true))
	}
}

// inLink is how often Glamour resolves escapes once more in code and pictures that stand right in a link.
func inLink(to ast.Node) int {
	if to.Kind() == ast.KindLink {
		return 1
	}
	return 0
}

// link adds a link. What may not be opened is drawn as its words.
func (w *writer) link(to ast.Node, url string, write func(to ast.Node)) {
	open, first, before := openLink(url), len(w.leaves), w.url
	if open == "" || before != "" {
		write(to)
		return
	}
	link := ast.NewLink()
	link.Destination = []byte("#")
	w.marked, w.url = true, open
	write(within(to, link))
	w.url = before
	if n := len(w.leaves); n > first {
		w.leaves[n-1].after = w.d.holding(url)
	}
}

// written notes that the words of a link are its address.
func (w *writer) written(n *ast.Link, url string) {
	if _, plain := n.FirstChild().(*ast.Text); plain && w.url != "" && w.textOf(n) == url {
		w.leaves[len(w.leaves)-1].address = true
	}
}

func (w *writer) autoLink(to ast.Node, n *ast.AutoLink) {
	words := string(n.Label(w.d.source))
	w.link(to, autoURL(n, w.d.source), func(to ast.Node) {
		w.leaf(to, words)
		if w.url != "" && n.AutoLinkType == ast.AutoLinkURL {
			w.leaves[len(w.leaves)-1].address = true
		}
	})
}

// image adds what is said of a picture, which leads to it, or else its address.
func (w *writer) image(to ast.Node, n *ast.Image) {
	url := literal(string(n.Destination))
	words := w.textOf(n)
	if words == "" {
		words = short(url)
	}
	if w.marked = true; w.strike || words == "" {
		w.leaf(to, words)
		return
	}
	before := w.url
	if before == "" {
		w.url = openLink(url)
	}
	within(within(to, ast.NewImage(ast.NewLink())), w.text(words, 1+inLink(to), false))
	if w.url = before; before == "" {
		w.leaves[len(w.leaves)-1].after = w.d.holding(url)
	}
}

// textOf is the words in a node.
func (w *writer) textOf(n ast.Node) string {
	inner := writer{d: w.d, depth: maxDepth}
	inner.children(ast.NewTextBlock(), n)
	return string(inner.plain)
}

// text makes a node of words in which Glamour resolves escapes so many times, and references once or not at all.
func (w *writer) text(words string, escapes int, references bool) *ast.Text {
	start := len(w.source)
	w.source = append(w.source, wordsBegin...)
	w.write(words, escapes, references)
	w.leaves = append(w.leaves, leaf{url: w.url})
	return ast.NewTextSegment(text.NewSegment(start, len(w.source)))
}

// extend adds words to the last leaf.
func (w *writer) extend(last *ast.Text, words string) {
	w.source = w.source[:len(w.source)-len(wordsEnd)]
	w.write(words, 1, true)
	last.Segment.Stop = len(w.source)
}

func (w *writer) write(words string, escapes int, references bool) {
	words = strings.ReplaceAll(strings.ReplaceAll(words, wordsBegin, "\uFFFD"), wordsEnd, "\uFFFD")
	w.plain = append(w.plain, words...)
	for i := range len(words) {
		switch c := words[i]; {
		case c == '&' && references:
			w.source = append(w.source, "&amp;"...)
		case c == '\\':
			w.source = append(w.source, strings.Repeat(`\`, 1<<escapes)...)
		case c < ' ' && c != '\n':
			w.source = append(w.source, ' ')
		default:
			w.source = append(w.source, c)
		}
	}
	w.source = append(w.source, wordsEnd...)
}

func within[N ast.Node](outer ast.Node, inner N) N {
	outer.AppendChild(outer, inner)
	return inner
}
