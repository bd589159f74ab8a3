package body

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
)

// passage is an element with words of its own: words that are in no other block element inside it.
type passage struct {
	node   *html.Node
	text   string // its words, with single spaces
	size   int    // letters and digits; in a script without spaces each counts denseSize
	linked int    // the size of what is in links
	links  int
	prose  bool // it looks like a paragraph: it has some length, few links and the end of a sentence
}

// survey is the passages of a page. It is made once and not changed after.
type survey struct {
	page     dom.Page
	marks    lift.Marks          // what is set apart, which is left out
	dialogs  map[*html.Node]bool // dialogs about the page itself, which are left out, too
	passages []passage           // in the order of their first words
	of       map[*html.Node]int  // the passage of an element
}

// newSurvey lists the passages of a page, without what has been lifted.
func newSurvey(page dom.Page, marks lift.Marks) *survey {
	s := &survey{page: page, marks: marks, of: map[*html.Node]int{}}
	s.dialogs = findDialogs(page)
	g := gatherer{survey: s}
	g.gather(page.Doc, page.Doc, false)
	for i := range s.passages {
		q := &s.passages[i]
		q.text = strings.TrimSpace(g.words[i].String())
		q.prose = q.size >= minParagraph && q.link() < fewLinks && hasAny(q.text, ".!?", "。！？؟।…")
	}
	return s
}

// minParagraph is the least size of what looks like a paragraph.
const minParagraph = 80

// hasAny reports whether a text has one of some signs. Those of ASCII are looked for first: that costs next to
// nothing.
func hasAny(text, ascii, others string) bool {
	return strings.ContainsAny(text, ascii) || strings.ContainsAny(text, others)
}

// leavesOut reports whether a node is left out with everything in it.
func (s *survey) leavesOut(n *html.Node) bool {
	_, lifted := s.marks[n]
	return lifted || s.dialogs[n] || s.page.Dropped[n]
}

// gatherer collects the words of passages.
type gatherer struct {
	*survey
	words []*strings.Builder
}

// gather takes in what is below n. holder is the block element around it.
func (g *gatherer) gather(n, holder *html.Node, linked bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case g.leavesOut(c):
		case c.Type == html.TextNode:
			g.add(holder, c.Data, linked)
		case c.Type != html.ElementNode || c.DataAtom == atom.Title || g.page.Unseen(c):
		case dom.PartsWords(c.DataAtom):
			g.gather(c, c, linked)
		case c.DataAtom == atom.A:
			if i, ok := g.of[holder]; ok {
				g.passages[i].links++
			}
			g.gather(c, holder, true)
		default:
			if c.DataAtom == atom.Br {
				g.add(holder, " ", false)
			}
			g.gather(c, holder, linked)
		}
	}
}

// add adds a text to the passage of holder.
func (g *gatherer) add(holder *html.Node, text string, linked bool) {
	i, ok := g.of[holder]
	if !ok {
		if strings.TrimSpace(text) == "" {
			return
		}
		i = len(g.passages)
		g.of[holder] = i
		g.passages = append(g.passages, passage{node: holder})
		g.words = append(g.words, &strings.Builder{})
	}
	size := squeeze(g.words[i], text)
	g.passages[i].size += size
	if linked {
		g.passages[i].linked += size
	}
}

// denseSize is the size of a letter in a script without spaces, which says more than one in an alphabet.
const denseSize = 3

// squeeze writes a text with single spaces and returns its size.
func squeeze(b *strings.Builder, text string) (size int) {
	space := b.Len() > 0 && strings.HasSuffix(b.String(), " ")
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			if !space {
				b.WriteByte(' ')
			}
		case lang.IsUnspaced(r):
			size += denseSize - 1
			fallthrough
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			size++
			fallthrough
		default:
			b.WriteRune(r)
		}
		space = unicode.IsSpace(r)
	}
	return size
}
