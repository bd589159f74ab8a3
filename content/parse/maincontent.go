package parse

import (
	"net/url"
	"strconv"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"lede/model"
)

// numberedAttr is the beginning of the attribute that an element's number is written in. Each number is an attribute of its own, since
// readability merges the attributes of elements that it makes one.
const numberedAttr = "data-lede-"

// mainContent finds the elements that are the article's own text. Readability works on a copy, in which each element has a number;
// what is left of them in its result is kept.
func (p *page) mainContent(*model.Entry) {
	copied, all := p.numberedCopy()
	u, _ := url.Parse(p.base)
	parser := readability.NewParser()
	article, err := parser.ParseAndMutate(copied, u)
	if err != nil || article.Node == nil {
		return
	}
	for n := range article.Node.Descendants() {
		for _, a := range n.Attr {
			if number, ok := strings.CutPrefix(a.Key, numberedAttr); ok {
				if i, err := strconv.Atoi(number); err == nil && i < len(all) {
					p.kept[all[i]] = true
				}
			}
		}
	}
}

// numberedCopy copies the tree without what has been lifted. all are the elements of the page by the numbers that their copies have.
func (p *page) numberedCopy() (copied *html.Node, all []*html.Node) {
	var copyOf func(n *html.Node) *html.Node
	copyOf = func(n *html.Node) *html.Node {
		c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
		if n.Type == html.ElementNode {
			c.Attr = append(append(make([]html.Attribute, 0, len(n.Attr)+1), n.Attr...), html.Attribute{Key: numberedAttr + strconv.Itoa(len(all)), Val: ""})
			all = append(all, n)
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if _, lifted := p.marks[child]; !lifted {
				c.AppendChild(copyOf(child))
			}
		}
		return c
	}
	return copyOf(p.doc), all
}
