package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

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

// tag is what is shown of an HTML tag: a line break as such, nothing of one that only sets words, and any other as it
// is written, since it may be meant.
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
