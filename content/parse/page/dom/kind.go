package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/class"
)

// PartsWords reports whether an element's words are a text apart from the words around it.
func PartsWords(a atom.Atom) bool {
	switch a {
	case atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot, atom.Blockquote, atom.Pre, atom.Dir,
		atom.Menu, atom.Search:
		return true
	}
	return block.Parts(a)
}

// HeadingLevel returns the level of a heading, 0 when an element is none.
func HeadingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int(n.Data[1] - '0')
	}
	if Attr(n, "role") != "heading" {
		return 0
	}
	if level := Attr(n, "aria-level"); len(level) == 1 && level[0] >= '1' && level[0] <= '6' {
		return int(level[0] - '0')
	}
	return 2
}

// First returns the first element of a kind in a tree, or nil.
func First(n *html.Node, a atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == a {
			return d
		}
	}
	return nil
}

// Children returns the elements directly in n.
func Children(n *html.Node) []*html.Node {
	var all []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			all = append(all, c)
		}
	}
	return all
}

// Within reports whether n is in an element, or is it.
func Within(n, around *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == around {
			return true
		}
	}
	return false
}

// HolderOf returns the element that parts the text around a node.
func HolderOf(n *html.Node) *html.Node {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && (PartsWords(n.DataAtom) || n.DataAtom == atom.A && hasBlock(n)) {
			if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
				return nil
			}
			return n
		}
	}
	return nil
}

// hasBlock reports whether an element that stands in a text has one in it that parts it: a card that is one link.
func hasBlock(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && PartsWords(c.DataAtom) {
			return true
		}
	}
	return false
}

// PlaceOf returns the element whose words n stands among.
func PlaceOf(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && n.Parent != nil && !PartsWords(n.DataAtom); n = n.Parent {
	}
	return n
}

// Attr returns the value of an attribute of an element, or "".
func Attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// HasAttr reports whether an element has an attribute.
func HasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// HasClass reports whether an element has one of some classes.
func HasClass(n *html.Node, names ...string) bool {
	class := Attr(n, "class")
	if class == "" {
		return false
	}
	for c := range strings.FieldsSeq(class) {
		for _, name := range names {
			if strings.EqualFold(c, name) {
				return true
			}
		}
	}
	return false
}

// LineNumbers reports whether an element holds the numbers of lines.
func LineNumbers(n *html.Node) bool {
	named := HasClass(n, "gutter", "rouge-gutter", "lineno", "linenos", "linenumber", "linenumbers", "line-number",
		"line-numbers", "line-numbers-rows", "lineno-gutter",
		"lnt", "ln", "lnum", "blob-num", "hljs-ln-numbers", "hljs-ln-n", "react-syntax-highlighter-line-number",
		"line-numbers-sizer", "code-line-number", "lntable-number", "crayon-nums")
	style := Attr(n, "style")
	if !named && (!strings.Contains(style, "user-select") || !strings.Contains(style, "none")) {
		if !HasAttr(n, "data-line-number") {
			return false
		}
	}
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.Trim(d.Data, "0123456789 \t\n\u00a0.:|") != "" {
			return false
		}
	}
	return true
}

// InParts reports whether an item of a list has a heading of the page.
func InParts(list *html.Node) bool {
	for n := range list.Descendants() {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3:
			return true
		}
	}
	return false
}

// MaxNaming is how many bytes an attribute may have to be read.
const MaxNaming = class.MaxBytes
