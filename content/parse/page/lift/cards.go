package lift

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/address"
	"lede/model/fold"
)

// Limits of a card without a label: a title that is a link, with a picture or a summary.
const (
	maxRowNodes  = 80
	maxRowBytes  = 1200
	maxRowLoose  = 400 // characters in no link
	minCardTitle = 6
)

// extent is how much there is in an element.
type extent struct {
	nodes, links, bytes, linked int
}

// cardRun is elements side by side that are cards of one make.
type cardRun struct {
	rows  []*html.Node
	links []model.Link
	bytes int
}

// unlabelled lifts the cards of other articles of the site that stand without a label: elements of one make side by
// side, each with one link, which is a title. A page that has less to say besides is a list of them, and keeps them.
func (l *lifter) unlabelled() {
	f := cardFinder{lifter: l, site: l.ownAddress()}
	f.measure(l.Doc, false)
	cards := 0
	for _, run := range f.runs {
		cards += run.bytes
	}
	if 2*f.prose < 3*cards {
		return
	}
	for _, run := range f.runs {
		for i, n := range run.places() {
			m := Mark{Why: "cards: titles that are links, of one make"}
			if i == 0 {
				m.Blocks = []model.Block{model.Related{Links: run.links}}
			}
			l.marks[n] = m
		}
	}
}

// places returns the elements that the cards of a run are: the box around them when there is nothing else in it.
func (r cardRun) places() []*html.Node {
	box := r.rows[0].Parent
	if len(dom.Children(box)) == len(r.rows) && box.DataAtom != atom.Body && box.DataAtom != atom.Main &&
		box.DataAtom != atom.Article {
		return []*html.Node{box}
	}
	return r.rows
}

// ownAddress returns the address of the page: the one it came from, or the one that it names as its own; or "".
func (l *lifter) ownAddress() string {
	if l.Base != "" {
		return l.Base
	}
	for d := range l.Doc.Descendants() {
		if d.DataAtom == atom.Link && dom.Attr(d, "rel") == "canonical" {
			return address.Checked(dom.Attr(d, "href"))
		}
		if d.DataAtom == atom.Body {
			break
		}
	}
	return ""
}

// cardFinder finds runs of cards, and counts the prose besides.
type cardFinder struct {
	*lifter
	site  string
	runs  []cardRun
	prose int // bytes in paragraphs that stand in no card
}

// measure looks through an element from its innermost parts outward.
func (f *cardFinder) measure(n *html.Node, linked bool) (e extent) {
	var rows []*html.Node // the children side by side that may be cards
	var all []sized       // those that have many words
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		e.nodes++
		if c.Type == html.TextNode {
			size := len(strings.TrimSpace(c.Data))
			e.bytes += size
			if linked {
				e.linked += size
			}
			if size > 0 {
				f.ended(rows)
				rows = nil
			}
		}
		if c.Type != html.ElementNode || f.leavesOut(c) {
			continue
		}
		inner := f.measure(c, linked || c.DataAtom == atom.A)
		if c.DataAtom == atom.A {
			inner.links++
		}
		if rows = f.further(rows, c, inner); len(rows) == 0 {
			f.count(c)
		}
		if inner.bytes >= minCopy && c.DataAtom != atom.P {
			all = append(all, sized{c, inner.bytes})
		}
		e.nodes, e.links, e.bytes, e.linked = e.nodes+inner.nodes, e.links+inner.links, e.bytes+inner.bytes,
			e.linked+inner.linked
	}
	f.ended(rows)
	f.copies(all)
	return e
}

// leavesOut reports whether an element is no part of the text, or has been lifted.
func (f *cardFinder) leavesOut(n *html.Node) bool {
	if _, lifted := f.marks[n]; lifted {
		return !f.marks[n].Whole
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Noscript, atom.Template, atom.Svg, atom.Nav:
		return true
	}
	return f.Dropped[n]
}

// count counts an element that is a paragraph.
func (f *cardFinder) count(n *html.Node) {
	if !isParagraph(n) {
		return
	}
	if text := f.TextOf(n); len(text) >= minProse && lang.EndsSentence(text) {
		f.prose += len(text)
	}
}

// further adds an element to those before it when it may be a card as they are, and ends their run when it is none.
func (f *cardFinder) further(rows []*html.Node, c *html.Node, e extent) []*html.Node {
	may := e.nodes > 1 && e.nodes <= maxRowNodes && e.links > 0 && e.links <= 4 && e.bytes <= maxRowBytes && e.linked > 0
	switch c.DataAtom {
	case atom.Li:
		may = may && c.Parent.DataAtom != atom.Ol // whose items have an order, as the parts of a guide
	case atom.Div, atom.Article, atom.Section, atom.A, atom.Aside:
	default:
		may = false
	}
	if len(rows) > 0 && (!may || rows[0].DataAtom != c.DataAtom) {
		f.ended(rows)
		rows = nil
	}
	if may {
		rows = append(rows, c)
	}
	return rows
}

// ended makes a run of elements side by side that may be cards.
func (f *cardFinder) ended(rows []*html.Node) {
	if len(rows) < 2 || !f.look() {
		return
	}
	var run cardRun
	var first row
	for _, n := range rows {
		r, ok := f.row(n)
		if !ok || len(run.rows) > 0 && (!r.like(first) || r.link.Title == first.link.Title) { // "Learn more" is no title
			return
		}
		first = r
		run.rows, run.links, run.bytes = append(run.rows, n), append(run.links, r.link), run.bytes+r.bytes
	}
	f.runs = append(f.runs, run)
}

// row is what a card says.
type row struct {
	link                     model.Link
	bytes                    int
	headed, pictured, summed bool
}

// like reports whether two cards are of one make.
func (r row) like(other row) bool { return r.headed == other.headed && r.pictured == other.pictured }

// row reads an element as a card.
func (f *cardFinder) row(n *html.Node) (row, bool) {
	c := f.cardOf(n)
	if n.DataAtom == atom.A {
		c = f.cardOfLink(n)
	}
	titles := c.titles()
	if c.full || c.prose || c.label != "" || len(titles) != 1 || c.most > maxRowLoose {
		return row{}, false
	}
	r := row{link: titles[0], bytes: c.bytes, headed: c.headed() ||
		c.head != nil, pictured: dom.First(n, atom.Img) != nil, summed: c.loose > 0}
	least := minCardTitle
	if lang.IsDense(lang.FirstRune(r.link.Title)) {
		least = 2
	}
	size := utf8.RuneCountInString(r.link.Title)
	if size < least || size > recognise.MaxTitle || !r.headed && !r.pictured && !r.summed || !f.leadsOn(c) {
		return row{}, false
	}
	return r, f.titleAlone(n, r.link.Title)
}

// leadsOn reports whether all links of a card lead to one page of the site.
func (f *cardFinder) leadsOn(c card) bool {
	for _, l := range c.links {
		if l.minor {
			continue
		}
		if l.href != c.links[0].href && !c.links[0].minor {
			return false
		}
		if address.HasScheme(l.href) && f.site != "" && !address.SameSite(l.href, f.site) {
			return false
		}
	}
	return true
}

// titleAlone reports whether the title of a card stands in an element of its own, and not among the words of a
// sentence.
func (f *cardFinder) titleAlone(n *html.Node, title string) bool {
	for a := range n.Descendants() {
		if a.DataAtom != atom.A || !strings.Contains(fold.Line(f.TextOf(a)), title) {
			continue
		}
		return !besideWords(a) && (a.Parent == n || f.TextOf(dom.PlaceOf(a)) == f.TextOf(a) || dom.First(a, atom.Img) != nil)
	}
	return n.DataAtom == atom.A
}
