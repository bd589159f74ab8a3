package body

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/class"
	"lede/content/parse/page/meta"
)

// passageFacts are what is known about a passage besides its words. They are gathered once and not changed after.
type passageFacts struct {
	*passage
	tag       atom.Atom
	read      bool          // readability has chosen it
	own       class.Meaning // what its own names say
	near      class.Meaning // what those of the two elements around it say
	far       class.Meaning // what those of all elements around it say, up to the one that holds the article
	in        placeBits     // what it is in
	core      bool          // it is in the element that holds most of what readability has chosen
	before    bool          // it is before the first paragraph that readability has chosen
	after     bool          // it is after the last
	belowH    int           // how many passages it is after the title; negative before it, 0 without one
	prev      *passageFacts
	next      *passageFacts
	alike     share   // the other passages of the same kind, see kindOf
	box       share   // the other passages in the element around it
	ahead     float64 // the share of the next few passages that readability has chosen
	behind    float64 // and of the few before it
	amid      float64 // the smaller of the two
	clean     bool    // it looks like a paragraph and is in nothing known to be beside the article
	alikeMain float64 // the share of all clean paragraphs of the page that are of its kind
	boxMain   float64 // that are in the same element
	upMain    float64 // that are in the element around that
	pageRead  float64 // that readability has chosen
	described bool    // a description of the page says the same
	stated    bool    // the text in JSON-LD has these words
	unstated  bool    // there is such a text, without these words
	byline    bool    // it names the authors
	dateline  bool    // it has the date
	titled    bool    // it is the title, or a part of it
	upper     int     // capitals
	digits    int
}

// gatherFacts gathers what is known about all passages. read says which of them readability has chosen.
func gatherFacts(s *survey, read []bool, meta meta.Facts) []*passageFacts {
	all := make([]*passageFacts, len(s.passages))
	for i := range s.passages {
		all[i] = &passageFacts{passage: &s.passages[i], tag: s.passages[i].node.DataAtom, read: read[i]}
	}
	g := factGatherer{s, all}
	g.places()
	g.order(titlePlace(all, meta.TitleNode, meta.Title))
	g.shares()
	g.statements(meta)
	for _, f := range all {
		for _, r := range f.text {
			switch {
			case unicode.IsUpper(r):
				f.upper++
			case unicode.IsDigit(r):
				f.digits++
			}
		}
	}
	return all
}

// factGatherer fills in the facts of all passages.
type factGatherer struct {
	*survey
	all []*passageFacts
}

// nearElements is how many elements around a passage give it its near names.
const nearElements = 2

// places notes what the passages are in.
func (g factGatherer) places() {
	core := g.around(func(i int) bool { return g.all[i].read })
	a := surroundings{core: core, path: map[*html.Node]bool{}, known: map[*html.Node]surrounding{}}
	for n := core; n != nil; n = n.Parent {
		a.path[n] = true
	}
	for _, f := range g.all {
		in := a.of(f.node)
		f.in, f.far, f.core = in.places, in.names, in.core
		if a.path[f.node] {
			continue
		}
		f.own = class.All(f.node)
		for up, n := f.node.Parent, 0; up != nil && n < nearElements && !a.path[up]; up, n = up.Parent, n+1 {
			f.near |= class.All(up)
		}
		f.core = in.core
	}
}

// surrounding is what an element and those around it say.
type surrounding struct {
	places placeBits
	names  class.Meaning
	core   bool
}

// surroundings remembers what it has been asked.
type surroundings struct {
	core  *html.Node
	path  map[*html.Node]bool // the elements around the article: their names are about the page
	known map[*html.Node]surrounding
}

func (a *surroundings) of(n *html.Node) surrounding {
	if n == nil || n.Type != html.ElementNode {
		return surrounding{}
	}
	if in, ok := a.known[n]; ok {
		return in
	}
	in := a.of(n.Parent)
	in.places |= settingOf(n)
	in.core = in.core || n == a.core
	if !a.path[n] {
		in.names |= class.All(n)
	}
	a.known[n] = in
	return in
}

// order notes what is before and after the passages. title is the index of the title among them, or -1.
func (g factGatherer) order(title int) {
	all := g.all
	first, last := len(all), len(all)
	for i, f := range all {
		if f.read && f.prose {
			first, last = min(first, i), i
		}
	}
	for i, f := range all {
		f.before, f.after = i < first && first < len(all), i > last
		if title >= 0 {
			f.belowH = i - title
		}
		if i > 0 {
			f.prev, all[i-1].next = all[i-1], f
		}
		f.ahead = chosenNear(all, i, 1)
		f.behind = chosenNear(all, i, -1)
		f.amid = min(f.ahead, f.behind)
	}
}

// titlePlace returns the index of the title among the passages, or -1: the heading that was chosen, or one with the
// same words, or the first h1.
func titlePlace(all []*passageFacts, node *html.Node, title string) int {
	place, words := -1, bareLetters(title)
	for i, f := range all {
		switch {
		case f.node == node:
			place = i
		case node != nil:
		case words != "" && f.heading() && bareLetters(f.text) == words:
			place, words = i, ""
		case f.tag == atom.H1 && place < 0:
			place = i
		}
	}
	if place >= 0 {
		all[place].titled = true
	}
	return place
}

// fewPassages is how far chosenNear looks.
const fewPassages = 4

// chosenNear returns the share of the passages next to the one at i, in one direction, that readability has chosen.
func chosenNear(all []*passageFacts, i, step int) float64 {
	size, read := 0, 0
	for n, j := 0, i+step; n < fewPassages && j >= 0 && j < len(all); n, j = n+1, j+step {
		const least = 5 // so that a row of short ones counts for something
		size += all[j].size + least
		if all[j].read {
			read += all[j].size + least
		}
	}
	return ratio(read, size)
}

// Sizes of what the page says elsewhere, in bytes of letters and digits.
const (
	maxStatements  = 100 << 20 // that may be searched for the words of passages
	minDescription = 40        // a description that tells anything, and a passage that is one
	minStated      = 11        // a passage that is looked for in the text that JSON-LD repeats
	minTitled      = 10        // a passage that is looked for in the title
	wholeBody      = 500       // a text of JSON-LD from this size on is the whole article's
)

// statements notes what the page says about the passages elsewhere.
func (g factGatherer) statements(meta meta.Facts) {
	stated := bareLetters(meta.ArticleBody)
	if len(stated)*len(g.all) > maxStatements {
		stated = ""
	}
	var described []string
	for _, d := range meta.Descriptions {
		if d = bareLetters(d); len(d) > minDescription {
			described = append(described, d)
		}
	}
	title := bareLetters(meta.Title)
	byline, dateline := g.holding(meta.BylineNodes), g.holding(meta.DateNodes)
	for i, f := range g.all {
		f.byline, f.dateline = byline[i], dateline[i]
		t := bareLetters(f.text)
		f.titled = f.titled || len(t) >= minTitled && strings.Contains(title, t)
		f.stated = len(t) >= minStated && strings.Contains(stated, t)
		f.unstated = !f.stated && len(stated) > wholeBody
		for _, d := range described {
			f.described = f.described || len(t) > minDescription && saysTheSame(d, t)
		}
	}
}

// saysTheSame reports whether a passage repeats a description: all of it, a part of it, or most of it and then a
// little more.
func saysTheSame(description, passage string) bool {
	most := description[:len(description)*2/3]
	return strings.Contains(description, passage) ||
		strings.HasPrefix(passage, most) && len(passage) < 2*len(description)
}

// holding returns the passages in the elements, and those around them that say little else.
func (s *survey) holding(nodes []*html.Node) map[int]bool {
	const much = 120
	in := map[int]bool{}
	note := func(n *html.Node) {
		if i, ok := s.of[n]; ok && s.passages[i].size < much {
			in[i] = true
		}
	}
	for _, n := range nodes {
		for up := n; up != nil; up = up.Parent {
			note(up)
		}
		for d := range n.Descendants() {
			note(d)
		}
	}
	return in
}

// bareLetters returns the letters and digits of a text, in lower case.
func bareLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
