package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
)

// partsWords reports whether an element's words are a text apart from the words around it.
func partsWords(a atom.Atom) bool {
	switch a {
	case atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot, atom.Blockquote, atom.Pre, atom.Dir, atom.Menu, atom.Search:
		return true
	}
	return block.Parts(a)
}

// headingLevel returns the level of a heading, 0 when an element is none.
func headingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int(n.Data[1] - '0')
	}
	if attr(n, "role") != "heading" {
		return 0
	}
	if level := attr(n, "aria-level"); len(level) == 1 && level[0] >= '1' && level[0] <= '6' {
		return int(level[0] - '0')
	}
	return 2
}

// first returns the first element of a kind in a tree, or nil.
func first(n *html.Node, a atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == a {
			return d
		}
	}
	return nil
}

func children(n *html.Node) []*html.Node {
	var all []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			all = append(all, c)
		}
	}
	return all
}

// within reports whether n is in an element, or is it.
func within(n, around *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == around {
			return true
		}
	}
	return false
}

// holderOf returns the element that parts the text around a node.
func holderOf(n *html.Node) *html.Node {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && (partsWords(n.DataAtom) || n.DataAtom == atom.A && hasBlock(n)) {
			if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
				return nil
			}
			return n
		}
	}
	return nil
}

// hasBlock tells whether an element that stands in a text has one in it that parts it: a card that is one link.
func hasBlock(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && partsWords(c.DataAtom) {
			return true
		}
	}
	return false
}

// placeOf returns the element whose words n stands among.
func placeOf(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && n.Parent != nil && !partsWords(n.DataAtom); n = n.Parent {
	}
	return n
}

// attr returns the value of an attribute of an element, or "".
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// hasAttr tells whether an element has an attribute.
func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// hasClass tells whether an element has one of some classes.
func hasClass(n *html.Node, names ...string) bool {
	class := attr(n, "class")
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

// lineNumbers tells whether an element holds the numbers of lines.
func lineNumbers(n *html.Node) bool {
	named := hasClass(n, "gutter", "rouge-gutter", "lineno", "linenos", "linenumber", "linenumbers", "line-number", "line-numbers", "line-numbers-rows", "lineno-gutter",
		"lnt", "ln", "lnum", "blob-num", "hljs-ln-numbers", "hljs-ln-n", "react-syntax-highlighter-line-number", "line-numbers-sizer", "code-line-number", "lntable-number", "crayon-nums")
	style := attr(n, "style")
	if !named && (!strings.Contains(style, "user-select") || !strings.Contains(style, "none")) {
		if !hasAttr(n, "data-line-number") {
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

// inParts tells whether an item of a list has a heading of the page.
func inParts(list *html.Node) bool {
	for n := range list.Descendants() {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3:
			return true
		}
	}
	return false
}

// maxNaming is how many bytes a class or another attribute may have to be read.
const maxNaming = 400
