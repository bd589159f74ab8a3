package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
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
