package lift

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/clean"
)

// Marks are the elements that stand apart in a page, with what takes their place in the article. They are left in the
// tree.
type Marks map[*html.Node]Mark

// Mark is what takes the place of an element in the article.
type Mark struct {
	Blocks []model.Block
	Whole  bool   // nothing takes its place: it is a box in the text that says something only as a whole
	Why    string // the rule that lifted it, in plain words: "HTML: blockquote.twitter-tweet"
}

// Find finds what is set apart in a page: quoted posts and players (embed.go), links to other articles (related.go,
// line.go), figures (figure.go), notices and controls (notice.go). Each becomes a mark on its element, and what
// stands inside of that is not looked at again. labels are the user's own wordings.
func Find(page dom.Page, labels lang.Labels) Marks {
	l := lifter{Page: page, marks: Marks{}, labels: lang.LabelsWith(labels), amid: map[*html.Node]bool{}}
	l.walk(page.Doc)
	l.nextStories()
	l.unlabelled()
	l.stated()
	return l.marks
}

// lifter goes over a page once.
type lifter struct {
	dom.Page
	marks  Marks
	labels lang.LabelSet
	work   int                 // nodes that were looked at ahead, to tell what their box is
	amid   map[*html.Node]bool // whether a paragraph that is one link stands among prose, as far as it has been asked
}

// maxWork is how many nodes are looked at ahead in a page; what is left then stays where it stands.
const maxWork = 1 << 20

// look counts a node that is looked at ahead, and reports whether there may be more.
func (l *lifter) look() bool {
	l.work++
	return l.work < maxWork
}

// small reports whether an element has few enough nodes to be looked through.
func (l *lifter) small(n *html.Node) bool {
	const most = 4000
	nodes := 0
	for range n.Descendants() {
		if nodes++; nodes > most || !l.look() {
			return false
		}
	}
	return true
}

// walk looks at what is in n.
func (l *lifter) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			l.labelled(c)
		}
		if c.Type != html.ElementNode || c.Namespace != "" || l.Dropped[c] {
			continue
		}
		if _, lifted := l.marks[c]; lifted {
			continue
		}
		if c.DataAtom == atom.Form {
			if box := l.asking(c); box != nil && box != c {
				return // n is in that box
			}
		}
		if m, ok := l.apart(c); ok {
			m.Why = "HTML: " + nameOf(c)
			l.marks[c] = m
			if m.Whole {
				l.walk(c)
			}
			continue
		}
		l.asking(c)
		switch c.DataAtom {
		case atom.Script, atom.Style, atom.Head, atom.Svg, atom.Noscript, atom.Template, atom.Textarea, atom.Select,
			atom.Iframe, atom.Object:
		default:
			l.walk(c)
		}
	}
}

// apart reports whether an element stands apart, and what takes its place.
func (l *lifter) apart(n *html.Node) (Mark, bool) {
	says := class.Of(n)
	if m, ok := l.embed(n, says); ok {
		return m, true
	}
	if m, ok := l.relatedBox(n, says); ok {
		return m, true
	}
	if m, ok := l.titleLine(n); ok {
		return m, true
	}
	if m, ok := l.picture(n, says); ok {
		return m, true
	}
	if m, ok := l.noticeBox(n, says); ok {
		return m, true
	}
	return Mark{Whole: true}, l.isPart(n, says)
}

// nameOf names an element by its tag and first class: "blockquote.twitter-tweet".
func nameOf(n *html.Node) string {
	if classes := strings.Fields(dom.Attr(n, "class")); len(classes) > 0 {
		return clean.Line(n.Data + "." + classes[0])
	}
	return n.Data
}

// stated lifts the elements that the user's rules take title, byline and date from: these say nothing more in the
// text.
func (l *lifter) stated() {
	if s, text := l.Ruled(l.Rules.Title); text != "" {
		l.lay(s, "site rule: title")
	}
	if s, text := l.Ruled(l.Rules.Byline); text != "" {
		l.lay(s, "site rule: byline")
	}
	if s, text := l.Ruled(l.Rules.Date); text != "" {
		if _, ok := dom.RuledDate(text); ok {
			l.lay(s, "site rule: date")
		}
	}
}

// lay lifts what a selector finds, with nothing in its place. An element around most of the page is left.
func (l *lifter) lay(s dom.Selector, rule string) {
	for _, n := range l.All(s) {
		if len(l.TextOf(n)) <= maxStated {
			l.marks[n] = Mark{Why: rule}
		}
	}
}

// maxStated is how many bytes of a page at most are nothing but its title, byline or date.
const maxStated = 1000

// apart reports whether a mark is more than a picture.
func (m Mark) apart() bool {
	for _, b := range m.Blocks {
		if _, ok := b.(model.Image); !ok {
			return true
		}
	}
	return false
}

// Holders returns the elements around a mark that is a block of its own.
func (all Marks) Holders() map[*html.Node]bool {
	holds := map[*html.Node]bool{}
	for lifted, m := range all {
		if !m.apart() {
			continue
		}
		for up := lifted.Parent; up != nil && !holds[up]; up = up.Parent {
			holds[up] = true
		}
	}
	return holds
}
