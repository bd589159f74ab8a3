package body

import (
	"net/url"
	"strconv"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
)

// numberedAttr is the prefix of the attribute that has an element's number. Each number is an attribute of its own,
// since readability merges the attributes of elements that it joins.
const numberedAttr = "data-lede-"

// Readability takes time that grows faster than the page, and cannot be interrupted: what is larger is chosen by its
// paragraphs alone.
const (
	maxReadable         = 1 << 20 // letters and digits
	maxReadablePassages = 15000
	// maxReadableDepth limits a sum over the nodes: the bytes of each, and some for itself, times the number of
	// elements around it. Readability visits what is in an element once for each of these, which takes about a second
	// for this many. The largest of two thousand pages has half of it.
	maxReadableDepth = 1 << 25
)

// read returns which passages readability takes for the article, and the error if it failed, in which case the
// paragraphs are taken. It works on a copy in which the element of each passage has a number.
func (s *survey) read() ([]bool, error) {
	size := 0
	for _, q := range s.passages {
		size += q.size
	}
	if size > maxReadable || len(s.passages) > maxReadablePassages || deepBytes(s.page.Doc, 0) > maxReadableDepth {
		return s.readParagraphs(), nil
	}
	chosen, err := s.readable()
	found := false
	read := make([]bool, len(s.passages))
	for n := range descendants(chosen) {
		for _, a := range n.Attr {
			if number, ok := strings.CutPrefix(a.Key, numberedAttr); ok {
				if i, err := strconv.Atoi(number); err == nil && i < len(read) {
					read[i], found = true, true
				}
			}
		}
	}
	if !found {
		read = s.readParagraphs()
	}
	return read, err
}

// deepBytes returns the sum that maxReadableDepth limits, for a node at a depth and everything in it.
func deepBytes(n *html.Node, depth int) int {
	const itself = 8
	sum := depth * itself
	if n.Type == html.TextNode {
		sum += depth * len(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !useless(c) {
			sum += deepBytes(c, depth+1)
		}
	}
	return sum
}

// readParagraphs chooses what is in the element around most of the page's paragraphs.
func (s *survey) readParagraphs() []bool {
	read := make([]bool, len(s.passages))
	around := s.around(func(i int) bool { return s.passages[i].prose })
	for d := range descendants(around) {
		if i, ok := s.of[d]; ok && s.passages[i].link() < halfLinked {
			read[i] = true
		}
	}
	return read
}

// readable runs readability and returns the element that it makes of the article, or nil. A panic in it is an error.
func (s *survey) readable() (*html.Node, error) {
	u, _ := url.Parse(s.page.Base)
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	return dom.Try("choose the main content", func() *html.Node {
		article, err := parser.ParseAndMutate(s.numberedCopy(s.page.Doc), u)
		if err != nil {
			return nil
		}
		return article.Node
	})
}

// descendants yields the nodes below n, which may be nil.
func descendants(n *html.Node) func(func(*html.Node) bool) {
	if n == nil {
		return func(func(*html.Node) bool) {}
	}
	return n.Descendants()
}

// numberedCopy copies a tree without what has been lifted and what readability ignores.
func (s *survey) numberedCopy(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
	if n.Type == html.ElementNode {
		c.Attr = make([]html.Attribute, 0, len(n.Attr)+1)
		c.Attr = append(c.Attr, n.Attr...)
		if i, ok := s.of[n]; ok {
			c.Attr = append(c.Attr, html.Attribute{Key: numberedAttr + strconv.Itoa(i)})
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if !useless(child) && !s.leavesOut(child) {
			c.AppendChild(s.numberedCopy(child))
		}
	}
	return c
}

// useless reports whether readability would drop a node at once.
func useless(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Link, atom.Video, atom.Audio,
		atom.Canvas, atom.Select, atom.Textarea:
		return true
	}
	return n.Type == html.CommentNode
}
