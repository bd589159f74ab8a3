package thread

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/model"
)

// element is an element of a page, and what it holds.
type element struct {
	node   *html.Node
	parent int // the element around it, -1 for the first
	end    int // the first element behind all those in it
	names  says
	keys   []string // by which it may be one of a kind
	quote  bool     // it is or stands in a quotation
	author bool     // it names an author
	time   bool     // it has a time
}

// scan is the elements of a page in reading order. It is made once.
type scan struct {
	page    dom.Page
	all     []element
	letters []int // before each element: of the texts that stand before it
	links   []int // and of those of these that are links
	authors []int // before each element: how many name an author
	times   []int // and how many have a time
	words   reader
}

// maxElements is how many elements a page may have to be looked through for messages.
const maxElements = 100_000

// newScan goes over a page. What has been lifted out of it, as a quoted post, is no part of what it says.
func newScan(page dom.Page, marks lift.Marks) *scan {
	s := &scan{page: page, words: reader{}}
	w := scanner{scan: s, marks: marks}
	w.walk(page.Doc, -1, false, false)
	s.letters, s.links = append(s.letters, w.letters), append(s.links, w.linked)
	s.sign()
	return s
}

// sign notes which elements name an author and which have a time: of those in each other the innermost.
func (s *scan) sign() {
	n := len(s.all)
	s.authors, s.times = make([]int, n+1), make([]int, n+1)
	behind := make([]int, n+1) // at and behind each element: how many have a time
	for i := n - 1; i >= 0; i-- {
		e := &s.all[i]
		e.author = !e.quote && s.namesAuthor(i)
		e.time = !e.quote && behind[i+1] == behind[e.end] && s.hasTime(i)
		behind[i] = behind[i+1] + count(e.time)
	}
	for i, e := range s.all {
		s.authors[i+1], s.times[i+1] = s.authors[i]+count(e.author), s.times[i]+count(e.time)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// scanner fills in a scan.
type scanner struct {
	*scan
	marks           lift.Marks
	letters, linked int
}

func (w *scanner) walk(n *html.Node, parent int, quoted, linked bool) {
	for c := n.FirstChild; c != nil && len(w.all) < maxElements; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			size := len(strings.TrimSpace(c.Data))
			w.letters += size
			if linked {
				w.linked += size
			}
		case c.Type != html.ElementNode || c.Namespace != "" || w.page.Unseen(c) && !saysTimeOnly(c) || w.quotesPost(c):
		default:
			w.element(c, parent, quoted, linked || c.DataAtom == atom.A)
		}
	}
}

// saysTimeOnly reports whether an element that is not seen states a time: <meta itemprop="dateCreated">.
func saysTimeOnly(n *html.Node) bool { return n.DataAtom == atom.Meta && dom.Attr(n, "itemprop") != "" }

// quotesPost reports whether a post of another page was lifted at an element.
func (w *scanner) quotesPost(n *html.Node) bool {
	for _, b := range w.marks[n].Blocks {
		if _, ok := b.(model.Post); ok {
			return true
		}
	}
	return false
}

func (w *scanner) element(n *html.Node, parent int, quoted, linked bool) {
	i := len(w.all)
	e := element{node: n, parent: parent}
	for _, a := range n.Attr {
		if naming(a.Key) && len(a.Val) <= dom.MaxNaming {
			for name := range strings.FieldsSeq(a.Val) {
				e.names |= w.words.of(name)
			}
		}
	}
	if holder(n) {
		e.keys = keysOf(n)
	}
	e.quote = quoted || e.names&saysQuote != 0 || n.DataAtom == atom.Blockquote && e.names&(saysText|saysMessage) == 0
	w.all = append(w.all, e)
	w.scan.letters, w.links = append(w.scan.letters, w.letters), append(w.links, w.linked)
	w.walk(n, i, e.quote, linked)
	w.all[i].end = len(w.all)
}

// naming reports whether an attribute names its element.
func naming(key string) bool {
	switch key {
	case "class", "id", "itemprop", "data-testid", "rel", "data-component", "slot":
		return true
	}
	return false
}

// holder reports whether an element may hold a message or the text of one.
func holder(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Li, atom.Article, atom.Section, atom.Tr, atom.Td, atom.Table, atom.Tbody, atom.Dd,
		atom.Blockquote, atom.Span, atom.P,
		atom.Main, atom.Ul, atom.Header, atom.Aside, atom.Figure:
		return true
	}
	return n.DataAtom == 0 && strings.Contains(n.Data, "-")
}

// maxKeys is how many of the names of an element may make it one of a kind.
const maxKeys = 8

// keysOf returns the names that an element may share with others of its kind. What numbers it among them is left out:
// "post-12" is "post-".
func keysOf(n *html.Node) []string {
	var keys []string
	if n.DataAtom == 0 {
		keys = append(keys, n.Data)
	}
	for _, a := range n.Attr {
		if len(a.Val) > dom.MaxNaming {
			continue
		}
		switch a.Key {
		case "class", "itemprop":
			for name := range strings.FieldsSeq(a.Val) {
				if len(keys) < maxKeys && !dressing(name) {
					keys = append(keys, unnumbered(name))
				}
			}
		case "id":
			if base := unnumbered(a.Val); base != a.Val {
				keys = append(keys, "#"+base)
			}
		case "data-testid", "data-type":
			base, _, _ := strings.Cut(a.Val, "-")
			keys = append(keys, "@"+unnumbered(base))
		}
	}
	return keys
}

// dressing reports whether a class only says how an element looks.
func dressing(name string) bool {
	switch name {
	case "row", "col", "clearfix", "clear", "flex", "hidden", "odd", "even", "first", "last", "active", "container",
		"inner", "left", "right":
		return true
	}
	return len(name) < 2
}

// unnumbered returns a name up to its first figure: that numbers it.
func unnumbered(name string) string {
	if i := strings.IndexAny(name, "0123456789"); i > 0 {
		return name[:i]
	}
	return name
}

// span is a run of elements: from the first up to, but not including, the end.
type span struct{ from, end int }

func (s *scan) span(i int) span { return span{i, s.all[i].end} }

func (s *scan) text(in span) int  { return s.letters[in.end] - s.letters[in.from] }
func (s *scan) link(in span) int  { return s.links[in.end] - s.links[in.from] }
func (s *scan) named(in span) int { return s.authors[in.end] - s.authors[in.from] }
func (s *scan) timed(in span) int { return s.times[in.end] - s.times[in.from] }

// within reports whether element i stands in element j, or is it.
func (s *scan) within(i, j int) bool { return j <= i && i < s.all[j].end }

func (s *scan) at(i int) *element { return &s.all[i] }
