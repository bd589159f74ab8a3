package write

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
	"lede/model/fold"
)

// mathWriter writes MathML in signs: "(a+b)/c", "x^2", "√(y)".
type mathWriter struct{ b strings.Builder }

func (m *mathWriter) all(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			m.b.WriteString(strings.TrimSpace(c.Data))
		case html.ElementNode:
			m.element(c)
		case html.ErrorNode, html.DocumentNode, html.CommentNode, html.DoctypeNode, html.RawNode:
		}
	}
}

func (m *mathWriter) element(n *html.Node) {
	parts := dom.Children(n)
	between := ""
	switch n.Data {
	case "mfrac":
		between = "/"
	case "msup", "mover":
		between = "^"
	case "msub", "munder":
		between = "_"
	case "msubsup", "munderover":
		if len(parts) == 3 {
			m.part(parts[0])
			m.b.WriteByte('_')
			m.part(parts[1])
			m.b.WriteByte('^')
			m.part(parts[2])
			return
		}
	case "msqrt":
		m.b.WriteString("√(")
		m.all(n)
		m.b.WriteByte(')')
		return
	case "mtr":
		m.all(n)
		m.b.WriteString("; ")
		return
	case "mtd", "mtext":
		m.all(n)
		m.b.WriteByte(' ')
		return
	case "mspace":
		m.b.WriteByte(' ')
		return
	case "annotation", "annotation-xml":
		return
	}
	if between == "" || len(parts) != 2 {
		m.all(n)
		return
	}
	m.part(parts[0])
	m.b.WriteString(between)
	m.part(parts[1])
}

// part writes one side of a sign, in brackets when it is more than one thing.
func (m *mathWriter) part(n *html.Node) {
	if len(dom.Children(n)) < 2 {
		m.all1(n)
		return
	}
	m.b.WriteByte('(')
	m.all1(n)
	m.b.WriteByte(')')
}

func (m *mathWriter) all1(n *html.Node) {
	if n.Data == "mrow" || n.FirstChild == nil || n.FirstChild.Type == html.TextNode {
		m.all(n)
		return
	}
	m.element(n)
}

// glyphs reads a formula of MathJax 3 that has been drawn with glyphs only, whose classes tell their code points:
// "mjx-c1D465".
func glyphs(n *html.Node) string {
	var g glyphReader
	g.read(n)
	return fold.Line(block.HTMLText(g.b.String()))
}

type glyphReader struct{ b strings.Builder }

func (g *glyphReader) read(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		before := ""
		switch c.Data {
		case "mjx-c":
			g.glyph(c)
			continue
		case "mjx-num", "mjx-sqrt":
			before = map[string]string{"mjx-sqrt": "√"}[c.Data]
		case "mjx-den":
			before = "/"
		case "mjx-script", "mjx-under":
			before = map[bool]string{true: "^", false: "_"}[n.Data == "mjx-msup"]
		case "mjx-over":
			before = "^"
		default:
			g.read(c)
			continue
		}
		inner := glyphReader{}
		inner.read(c)
		s := inner.b.String()
		if len([]rune(s)) > 1 {
			s = "(" + s + ")"
		}
		g.b.WriteString(before + s)
	}
}

func (g *glyphReader) glyph(n *html.Node) {
	for class := range strings.FieldsSeq(dom.Attr(n, "class")) {
		code, ok := strings.CutPrefix(class, "mjx-c")
		if r := hexRune(code); ok && r > 0 {
			g.b.WriteRune(plainLetter(r))
		}
	}
}

func hexRune(s string) rune {
	n, err := strconv.ParseInt(s, 16, 32)
	if err != nil || n > unicode.MaxRune {
		return 0
	}
	return rune(n)
}

// plainLetter returns the letter that a mathematical italic one is.
func plainLetter(r rune) rune {
	switch {
	case r >= 0x1D434 && r <= 0x1D44D:
		return 'A' + r - 0x1D434
	case r >= 0x1D44E && r <= 0x1D467:
		return 'a' + r - 0x1D44E
	}
	return r
}
