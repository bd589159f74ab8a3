package body

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
)

// What a unit of a region must have to be the article's. A chance is the least one.
const (
	mostKept = .8 // of a box that is the article's

	amidChance   = .1
	beforeChance = .15
	afterChance  = .12
	formedChance = .03 // of what has a form of its own
	headedChance = .2  // of a section in an element of its own
	lateChance   = .3  // of what comes after something that is not the article's

	looseLinked = .1 // of what reads like the article's text, whatever it is called

	maxCaption = 200 // of a box with a picture, which is no paragraph

	smallUnit  = 600 // a unit of which all is kept when a good part is
	smallShare = 4   // the part: one in so many, or

	smallChance = .25 // the mean chance of all
)

// region is the part of a page that is its article. Passages by themselves are too short to tell: a list below the
// last paragraph, a line of code, a question. So what is in one box with paragraphs of the article is the article's as
// well, unless it is known for something else.
type region struct {
	*survey
	all         []*verdict
	size, kept  map[*html.Node]int // of the passages in an element
	first, last int                // the first and the last passage that is kept
	was         []bool             // the passages that were kept before
}

// fillRegion keeps what is in one box with kept paragraphs.
func fillRegion(s *survey, all []*verdict) {
	is := func(i int) bool { return all[i].kept }
	r := region{
		survey: s, all: all, size: s.held(func(int) bool { return true }), kept: s.held(is),
		first: len(all), last: -1,
	}
	r.was = make([]bool, len(all))
	for i := range all {
		if r.was[i] = is(i); r.was[i] {
			r.first, r.last = min(r.first, i), i
		}
	}
	main := s.boxAround(is)
	if main == nil {
		return
	}
	for up := main.Parent; up != nil &&
		(mostOf*float64(r.size[up]) <= float64(r.kept[up]) || isArticle(up)); up = up.Parent {
		main = up
	}
	r.fill(main)
	dropRepeats(all, r.was)
}

// fill keeps what belongs to a box in which something is kept.
func (r *region) fill(box *html.Node) {
	units := r.units(box)
	holds := r.holderOf(box, units)
	ended := false // something behind the last kept text is not the article's
	for i, u := range units {
		switch {
		case u.heading:
		case r.kept[u.node] > 0:
			r.complete(u)
			units[i].kept = true
		default:
			takes, alike := holds.takes(u.node)
			if units[i].kept = takes && r.belongs(u, alike, ended); units[i].kept {
				r.keep(u.node)
			}
			ended = ended || !units[i].kept && u.place == after
		}
	}
	r.fillHeadings(units)
}

// complete keeps what belongs to a unit of which something is kept: all of a small one, since half a note or half a
// question says nothing.
func (r *region) complete(u unit) {
	size, kept := r.size[u.node], r.kept[u.node]
	if kept == size {
		return
	}
	sum, named := r.sum(u.node), class.All(u.node)&besideUnits != 0
	folds := class.All(u.node)&class.Inset != 0 || u.node.DataAtom == atom.Details
	whole := named || folds || !dom.HasControl(u.node) && size <= smallUnit &&
		(smallShare*kept >= size || sum.chance >= smallChance)
	own := !sum.headline && !sum.teaser && sum.linked <= looseLinked
	if whole && own && u.place != before && (!named || r.outvotes(u, sum)) {
		r.keep(u.node)
		return
	}
	r.fill(u.node)
}

// outvotes reports whether a unit reads so much like the article's text that its name says nothing.
func (r *region) outvotes(u unit, sum unitSum) bool {
	ofAll := 2*r.size[u.node] <= r.size[r.page.Doc] // what is longer than the rest is another text
	return ofAll && u.place == amid && class.All(u.node)&neverText == 0 && sum.reads() && !dom.HasControl(u.node)
}

// holder is how a box holds the article's text.
type holder struct {
	article    bool            // it is the element of an article
	paragraphs bool            // it holds paragraphs that are kept
	kinds      map[string]bool // the kinds of its boxes that are kept
}

func (r *region) holderOf(box *html.Node, units []unit) holder {
	h := holder{article: isArticle(box), kinds: map[string]bool{}}
	for _, u := range units {
		if u.lifted || u.heading || r.kept[u.node] == 0 {
			continue
		}
		if i, ok := r.of[u.node]; ok && r.all[i].kept && r.all[i].size >= minKept {
			h.paragraphs = true
		}
		if float64(r.kept[u.node]) >= mostKept*float64(r.size[u.node]) {
			h.kinds[kindOf(u.node)] = true
		}
	}
	return h
}

// takes reports whether a unit takes part in the article's text of a box: among paragraphs, or as a box that is like
// others.
func (h holder) takes(n *html.Node) (takes, alike bool) {
	alike = len(h.kinds) > 0 && h.kinds[kindOf(n)]
	return alike || h.paragraphs || h.article && (n.DataAtom == atom.P || hasForm(n)), alike
}

func isArticle(n *html.Node) bool { return settingOf(n)&(inArticle|inBody) != 0 }

// belongs reports whether a unit among the article's paragraphs is the article's.
func (r *region) belongs(u unit, alike, ended bool) bool {
	if isFurnitureTag(u.node.DataAtom) || settingOf(u.node)&inNav != 0 {
		return false
	}
	sum := r.sum(u.node)
	if says := class.All(u.node); says&besideUnits != 0 {
		return says&class.Facts != 0 && r.isFacts(u, sum) || r.outvotes(u, sum)
	}
	captioned := dom.First(u.node, atom.Img) != nil && r.size[u.node] <= maxCaption
	leadsAway := sum.linked > someLinked && !r.isRunning(u.node) ||
		sum.linked > looseLinked && !isPlain(u.node) && !hasForm(u.node)
	if captioned || leadsAway || sum.teaser || sum.owned {
		return false
	}
	formed := hasForm(u.node) || r.isCode(u.node) ||
		u.node.DataAtom == atom.Aside && isPlain(u.node) && sum.sentence && sum.linked == 0
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
	case isHeaded(u.node) && sum.sentence:
		least = headedChance
	case !isPlain(u.node) && !alike:
		return false
	}
	return sum.chance >= least
}

// isFacts reports whether a unit that is named for it is a small box of facts among the article's paragraphs or right
// below them.
func (r *region) isFacts(u unit, sum unitSum) bool {
	return u.place != before && r.size[u.node] <= smallUnit && sum.sentence && sum.linked == 0 && !sum.owned &&
		u.node.DataAtom != atom.Table && !dom.HasControl(u.node)
}

// isHeaded reports whether an element is a section with its heading.
func isHeaded(n *html.Node) bool {
	in := dom.Children(n)
	return n.DataAtom == atom.Section && len(in) > 1 && isHeading(in[0])
}

// isRunning reports whether an element is a paragraph that is a sentence, however much of it is in links.
func (r *region) isRunning(n *html.Node) bool {
	i, ok := r.of[n]
	return ok && n.DataAtom == atom.P && r.all[i].endsSentence() && r.all[i].link() < mostlyLinked
}

// isCode reports whether most of an element is code: the rest says what it is, or copies it.
func (r *region) isCode(n *html.Node) bool {
	code := dom.First(n, atom.Pre)
	return code != nil && 2*r.size[code] > r.size[n]
}

// The names of what is beside an article, even among its paragraphs; and of what is so even where it reads like them.
const (
	besideUnits = besideNames | class.HintShare | class.HintSocial | class.HintAuthor | class.HintConsent
	neverText   = class.HintComment | class.HintAuthor | class.HintConsent
)

// keep keeps the passages of a unit, without what is in it that is known for something else.
func (r *region) keep(n *html.Node) {
	if i, ok := r.of[n]; ok {
		r.all[i].kept = true
	}
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || r.leavesOut(c) || isFurnitureTag(c.DataAtom) || settingOf(c)&inNav != 0 {
			continue
		}
		sum, named := r.sum(c), class.All(c)&besideUnits != 0
		if sum.teaser || sum.linked >= mostlyLinked && holdsBlocks(c) || named && !sum.reads() {
			continue
		}
		r.keep(c)
	}
}

// fillHeadings keeps the headings above kept units, and those at the very end that are no labels; not those above
// something else.
func (r *region) fillHeadings(units []unit) {
	kept, end := true, true
	for i := len(units) - 1; i >= 0; i-- {
		u := units[i]
		belongs := u.heading && u.place != before && kept && class.All(u.node)&besideUnits == 0
		if belongs && r.sum(u.node).linked <= someLinked && (!end || !r.isLabel(u.node)) {
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
