package body

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
)

// What a unit of a region must have to be the article's.
const (
	mostKept = .8 // of a box that is the article's

	// the least chance of what is amid the article's text, before it and after it, of what has a form of its own, and of what comes after
	// something that is not the article's
	amidChance, beforeChance, afterChance, formedChance, lateChance = .1, .25, .12, .03, .3

	looseLinked = .1 // of what reads like the article's text, whatever it is called

	maxCaption = 200 // of a box with a picture, which is no paragraph

	smallUnit  = 600 // a unit of which all is kept when a good part is
	smallShare = 4   // the part: one in so many, or

	smallChance = .25 // the mean chance of all
)

// region is the part of a page that is its article. Passages by themselves are too short to tell: a list below the last paragraph, a line of
// code, a question. So what stands in one box with paragraphs of the article is the article's as well, unless it is known for something else.
type region struct {
	*survey
	all         []*verdict
	size, kept  map[*html.Node]int // of the passages in an element
	first, last int                // the first and the last passage that is kept
	was         []bool             // the passages that were kept before
}

// fillRegion keeps what stands in one box with kept paragraphs.
func fillRegion(s *survey, all []*verdict) {
	is := func(i int) bool { return all[i].kept }
	r := region{survey: s, all: all, size: s.held(func(int) bool { return true }), kept: s.held(is), first: len(all), last: -1}
	r.was = make([]bool, len(all))
	for i := range all {
		if r.was[i] = is(i); r.was[i] {
			r.first, r.last = min(r.first, i), i
		}
	}
	main := s.around(is)
	if main == nil {
		return
	}
	for up := main.Parent; up != nil && (mostOf*float64(r.size[up]) <= float64(r.kept[up]) || isArticle(up)); up = up.Parent {
		main = up
	}
	r.fill(main)
	dropRepeats(all, r.was)
}

// fill keeps what belongs to a box in which something is kept.
func (r *region) fill(box *html.Node) {
	units := r.units(box)
	ended := false // something behind the last kept text is not the article's
	for i, u := range units {
		switch {
		case u.heading:
		case r.kept[u.node] > 0:
			r.complete(u)
			units[i].kept = true
		case r.holds(box, units, u) && r.belongs(u, ended):
			r.keep(u.node)
			units[i].kept = true
		default:
			ended = ended || u.place == after
		}
	}
	r.fillHeadings(units)
}

// complete keeps what belongs to a unit of which something is kept: all of a small one, since half a note or half a question says nothing.
func (r *region) complete(u unit) {
	size, kept := r.size[u.node], r.kept[u.node]
	if kept == size {
		return
	}
	sum, named := r.sum(u.node), class.All(u.node)&besideUnits != 0
	folds := class.All(u.node)&class.Inset != 0 || u.node.DataAtom == atom.Details
	whole := named || folds || !dom.HasControl(u.node) && size <= smallUnit && (smallShare*kept >= size || sum.chance >= smallChance)
	if whole && u.place != before && (!named || r.outvotes(u, sum)) && !sum.headline && !sum.teaser && sum.linked <= looseLinked {
		r.keep(u.node)
		return
	}
	r.fill(u.node)
}

// outvotes reports whether a unit reads so much like the article's text that its name says nothing.
func (r *region) outvotes(u unit, sum unitSum) bool {
	return u.place == amid && class.All(u.node)&neverText == 0 && 2*r.size[u.node] <= r.size[r.page.Doc] && sum.reads() && !dom.HasControl(u.node)
}

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

// holds reports whether a box holds the article's text in a way that a unit takes part in: as paragraphs, or as boxes of the same kind.
func (r *region) holds(box *html.Node, units []unit, u unit) bool {
	if isArticle(box) && (hasForm(u.node) || u.node.DataAtom == atom.P && r.sum(u.node).linked == 0) {
		return true
	}
	kind := kindOf(u.node)
	for _, other := range units {
		if other.lifted || r.kept[other.node] == 0 {
			continue
		}
		if i, ok := r.of[other.node]; ok && r.all[i].kept && r.all[i].size >= minKept && !other.heading {
			return true
		}
		if kindOf(other.node) == kind && float64(r.kept[other.node]) >= mostKept*float64(r.size[other.node]) {
			return true
		}
	}
	return false
}

func isArticle(n *html.Node) bool { return settingOf(n)&(inArticle|inBody) != 0 }

// belongs reports whether a unit among the article's paragraphs is the article's.
func (r *region) belongs(u unit, ended bool) bool {
	if isFurnitureTag(u.node.DataAtom) || settingOf(u.node)&inNav != 0 {
		return false
	}
	sum := r.sum(u.node)
	if class.All(u.node)&besideUnits != 0 {
		return r.outvotes(u, sum)
	}
	if sum.linked > someLinked || sum.linked > looseLinked && !isPlain(u.node) && !hasForm(u.node) || sum.teaser || sum.owned || dom.First(u.node, atom.Img) != nil && r.size[u.node] <= maxCaption {
		return false
	}
	formed := hasForm(u.node) || u.node.DataAtom == atom.Aside && isPlain(u.node) && sum.sentence && sum.linked == 0
	if !formed && dom.HasControl(u.node) {
		return false
	}
	least := afterChance
	switch {
	case sum.headline && (!formed || u.place == before), u.node.DataAtom == atom.Aside && !formed && !sum.sentence:
		return false
	case u.place == before:
		return sum.chance >= beforeChance && (formed || sum.sentence)
	case ended:
		least = lateChance
	case formed:
		least = formedChance
	case u.place == amid:
		least = amidChance
	case !isPlain(u.node):
		return false
	}
	return sum.chance >= least
}

// The names of what stands beside an article, even where its paragraphs stand; and of what is so even where it reads like them.
const (
	besideUnits = besideNames | class.HintShare | class.HintSocial | class.HintAuthor | class.HintConsent
	neverText   = class.HintComment | class.HintAuthor | class.HintConsent
)

func isFurnitureTag(a atom.Atom) bool {
	switch a {
	case atom.Nav, atom.Form, atom.Footer, atom.Header, atom.Button, atom.Label, atom.Fieldset:
		return true
	}
	return false
}

// hasForm reports whether an element has a form that tells what it is, however few words it has: a list, a table, code; perhaps in a box, with
// a heading above.
func hasForm(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Pre, atom.Blockquote, atom.Figure, atom.Details:
		return true
	case atom.P:
		return false
	}
	if class.All(n)&class.Inset != 0 {
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

// keep keeps the passages of a unit, without what stands in it that is known for something else.
func (r *region) keep(n *html.Node) {
	if i, ok := r.of[n]; ok {
		r.all[i].kept = true
	}
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || r.leavesOut(c) || isFurnitureTag(c.DataAtom) || settingOf(c)&inNav != 0 {
			continue
		}
		if sum := r.sum(c); sum.teaser || sum.linked >= mostlyLinked && holdsBlocks(c) || class.All(c)&besideUnits != 0 && !sum.reads() {
			continue
		}
		r.keep(c)
	}
}

// holdsBlocks reports whether an element has elements in it that part its words.
func holdsBlocks(n *html.Node) bool {
	return slices.ContainsFunc(dom.Children(n), func(c *html.Node) bool { return dom.PartsWords(c.DataAtom) })
}

// fillHeadings keeps the headings above kept units, and those at the very end that are no labels; not those above something else.
func (r *region) fillHeadings(units []unit) {
	kept, end := true, true
	for i := len(units) - 1; i >= 0; i-- {
		u := units[i]
		if u.heading && u.place != before && kept && class.All(u.node)&besideUnits == 0 && r.sum(u.node).linked <= someLinked && !(end && r.isLabel(u.node)) {
			r.keep(u.node)
			u.kept = true
		}
		kept, end = u.kept || u.heading && r.kept[u.node] > 0, false
	}
}

// isLabel reports whether an element is a label of links to other articles.
func (r *region) isLabel(n *html.Node) bool {
	_, ok := recognise.ReadLabel(r.page.TextOf(n), lang.LabelsWith(lang.Labels{}))
	return ok
}
