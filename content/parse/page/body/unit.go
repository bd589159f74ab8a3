package body

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
)

// standing is where a unit stands.
type standing int

const (
	before standing = iota // the first kept words
	amid
	after // the last kept words
)

// unit is an element directly in a box.
type unit struct {
	node    *html.Node
	place   standing
	heading bool // it is a heading and nothing else
	lifted  bool // it has been set apart, or is left out
	kept    bool
}

// units returns the elements with words in a box.
func (r *region) units(box *html.Node) (all []unit) {
	for c := range box.ChildNodes() {
		if c.Type != html.ElementNode {
			continue
		}
		if m, lifted := r.marks[c]; lifted && len(m.Blocks) > 0 {
			all = append(all, unit{node: c, lifted: true})
			continue
		}
		if r.size[c] == 0 || r.leavesOut(c) {
			continue
		}
		u := unit{node: c, place: amid, heading: isHeading(c)}
		switch i := r.firstOf(c); {
		case i < r.first:
			u.place = before
		case i > r.last:
			u.place = after
		}
		all = append(all, u)
	}
	return all
}

// firstOf returns the first passage in an element that has one.
func (r *region) firstOf(n *html.Node) int {
	if i, ok := r.of[n]; ok {
		return i
	}
	for d := range n.Descendants() {
		if i, ok := r.of[d]; ok {
			return i
		}
	}
	return len(r.all)
}

// hasForm reports whether an element has a form that shows what it is, however few words it has: a list, a table,
// code; perhaps in a box, with a heading above.
func hasForm(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Pre, atom.Blockquote, atom.Figure, atom.Details:
		return true
	case atom.P:
		return isFormula(n)
	}
	if class.All(n)&class.Inset != 0 || isFormula(n) {
		return true
	}
	some := false
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return false
		case c.Type != html.ElementNode || isHeading(c):
		case !hasForm(c):
			return false
		default:
			some = true
		}
	}
	return some
}

// isFormula reports whether an element has a formula written out and nothing else.
func isFormula(n *html.Node) bool {
	for _, marks := range [...][2]string{{`\[`, `\]`}, {`\(`, `\)`}, {`$$`, `$$`}} {
		text := strings.TrimSpace(textIn(n))
		if len(text) > 4 && strings.HasPrefix(text, marks[0]) && strings.HasSuffix(text, marks[1]) {
			return true
		}
	}
	return false
}

// textIn returns the text of the element that all elements in n are in.
func textIn(n *html.Node) string {
	for in := dom.Children(n); len(in) == 1; in = dom.Children(n) {
		n = in[0]
	}
	if n.FirstChild == nil || n.FirstChild != n.LastChild {
		return ""
	}
	return n.FirstChild.Data
}

// isPlain reports whether an element is one paragraph, perhaps in a box, and no box of several things.
func isPlain(n *html.Node) bool {
	in := dom.Children(n)
	for len(in) == 1 && dom.PartsWords(in[0].DataAtom) {
		in = dom.Children(in[0])
	}
	return !slices.ContainsFunc(in, func(c *html.Node) bool { return dom.PartsWords(c.DataAtom) })
}

// unitSum is what the passages of a unit have in common.
type unitSum struct {
	chance     float64 // the mean, by size
	linked     float64
	paragraphs float64 // the share of paragraphs
	parts      int     // headings and paragraphs
	sentence   bool    // there is one
	headline   bool    // it has the title, the byline or the date
	owned      bool    // it says whose the text is
	teaser     bool    // it has the title of another article, as a link
}

// reads reports whether a unit reads like the article's text, whatever it is called.
func (s unitSum) reads() bool {
	return s.paragraphs > 1./2 && s.linked <= looseLinked && !s.headline && s.parts > 1
}

func (r *region) sum(n *html.Node) (s unitSum) {
	weight, size, linked, paragraphs := 0, 0, 0, 0
	add := func(n *html.Node) {
		i, ok := r.of[n]
		if !ok {
			return
		}
		f := r.all[i]
		const least = 5 // so that a short one counts for something
		s.chance += f.chance * float64(f.size+least)
		weight += f.size + least
		size += f.size
		linked += f.linked
		if f.size >= shortSize && f.endsSentence() {
			paragraphs += f.size
		}
		if f.heading() || f.size >= shortSize && f.endsSentence() {
			s.parts++
		}
		s.sentence = s.sentence || f.endsSentence()
		s.headline = s.headline || f.byline || f.dateline || f.titled
		s.owned = s.owned || strings.ContainsAny(f.text, copyrightSigns)
		s.teaser = s.teaser || f.heading() && f.link() >= mostlyLinked && f.in&inAnchor != 0
	}
	add(n)
	for d := range n.Descendants() {
		add(d)
	}
	s.chance /= float64(max(weight, 1))
	s.linked, s.paragraphs = ratio(linked, size), ratio(paragraphs, size)
	return s
}

// holdsBlocks reports whether an element has elements in it that part its words.
func holdsBlocks(n *html.Node) bool {
	return slices.ContainsFunc(dom.Children(n), func(c *html.Node) bool { return dom.PartsWords(c.DataAtom) })
}

func isFurnitureTag(a atom.Atom) bool {
	switch a {
	case atom.Nav, atom.Form, atom.Footer, atom.Header, atom.Button, atom.Label, atom.Fieldset:
		return true
	}
	return false
}
