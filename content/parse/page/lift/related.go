package lift

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/fold"
)

// relatedBox finds a box that leads to other articles by its class, or an aside that is nothing but links.
func (l *lifter) relatedBox(n *html.Node, says class.Meaning) (Mark, bool) {
	switch n.DataAtom {
	case atom.A:
		if m, ok := l.relatedLink(n, says); ok {
			return m, true
		}
		return l.cardBetween(n)
	case atom.Body, atom.Html, atom.Img, atom.Main, atom.Article, atom.Nav, atom.Header, atom.Footer, atom.Input,
		atom.Button, atom.Script, atom.Link, atom.Meta,
		atom.Table, atom.Tbody, atom.Thead, atom.Tr, atom.Td, atom.Th, atom.Caption:
		return Mark{}, false
	}
	named := says&class.Related != 0
	if !named && n.DataAtom != atom.Aside {
		return Mark{}, false
	}
	c := l.cardOf(n)
	share, most := asideShare, maxLoose
	switch {
	case named && c.headed():
		share, most = teaserShare, maxTeaser
	case named:
		share = namedShare
	}
	if c.prose || c.linked*100 < (c.linked+c.loose)*share || c.linked == 0 || c.full && !named {
		return Mark{}, false
	}
	if c.most > most && (c.label == "" || c.headed()) && c.most > c.linked {
		return Mark{}, false
	}
	titles := c.titles()
	if c.full || len(titles) > maxCardLinks || len(titles) == 0 {
		return Mark{}, named && len(titles) > 0
	}
	if !named && c.label == "" && (c.first == "" || utf8.RuneCountInString(titles[0].Title) < minTitle) {
		return Mark{}, false
	}
	return Mark{Blocks: []model.Block{model.Related{Label: c.heading(), Links: titles}}}, true
}

// relatedLink finds a card that is one link and stands between paragraphs.
func (l *lifter) relatedLink(n *html.Node, says class.Meaning) (Mark, bool) {
	if says&class.Related == 0 || n.Parent == nil || !dom.PartsWords(n.Parent.DataAtom) || n.Parent.DataAtom == atom.P ||
		n.Parent.DataAtom == atom.Li || besideWords(n) {
		return Mark{}, false
	}
	c := l.cardOfLink(n)
	titles := c.titles()
	if c.full || c.prose || len(titles) != 1 || utf8.RuneCountInString(titles[0].Title) < minTitle {
		return Mark{}, false
	}
	return Mark{Blocks: []model.Block{model.Related{Label: c.heading(), Links: titles}}}, true
}

// cardBetween finds a card without a label that stands alone between two paragraphs: a link round a picture and a
// heading leads to another article, whatever it is called.
func (l *lifter) cardBetween(n *html.Node) (Mark, bool) {
	if dom.First(n, atom.Img) == nil || !l.betweenParagraphs(aloneIn(n)) {
		return Mark{}, false
	}
	label, title := l.headingsIn(n)
	c := l.cardOfLink(n)
	titles := c.titles()
	if c.full || c.prose || len(titles) != 1 || utf8.RuneCountInString(title) < minTitle {
		return Mark{}, false
	}
	titles[0].Title = title
	return Mark{Blocks: []model.Block{model.Related{Label: label, Links: titles}}}, true
}

// headingsIn returns the longest heading in an element, and the first when it is another.
func (l *lifter) headingsIn(n *html.Node) (label, title string) {
	for d := range n.Descendants() {
		if dom.HeadingLevel(d) == 0 {
			continue
		}
		words := fold.Line(l.TextOf(d))
		if label == "" {
			label = words
		}
		if len(words) > len(title) {
			title = words
		}
	}
	if label == title {
		label = ""
	}
	return label, title
}

// aloneIn returns the outermost element that has nothing but n in it.
func aloneIn(n *html.Node) *html.Node {
	for n.Parent != nil && n.Parent.DataAtom == atom.Div && len(dom.Children(n.Parent)) == 1 && !besideWords(n) {
		n = n.Parent
	}
	return n
}

// betweenParagraphs reports whether a paragraph of some length stands right before an element, and another after it.
func (l *lifter) betweenParagraphs(n *html.Node) bool {
	for _, next := range [...]func(*html.Node) *html.Node{
		func(s *html.Node) *html.Node { return s.PrevSibling }, func(s *html.Node) *html.Node { return s.NextSibling },
	} {
		s := next(n)
		for s != nil && s.Type != html.ElementNode {
			s = next(s)
		}
		if s == nil || s.DataAtom != atom.P || len(l.TextOf(s)) < minBeside {
			return false
		}
	}
	return true
}

// besideWords reports whether words stand next to an element.
func besideWords(n *html.Node) bool {
	for _, s := range [...]*html.Node{n.PrevSibling, n.NextSibling} {
		if s != nil && s.Type == html.TextNode && lang.HasLetter(s.Data) {
			return true
		}
	}
	return false
}

// The least share of a box of links that is in its links, in percent.
const (
	asideShare  = 60 // an aside of no such name
	namedShare  = 40 // named for related articles
	teaserShare = 15 // and with a teaser below each heading
)

// Sizes in characters.
const (
	minTitle   = 15  // of the title of an article; a shorter one is that of a section
	minBeside  = 80  // bytes of a paragraph that a card stands between
	maxHeading = 60  // of the words above the links of a card
	maxTeaser  = 500 // of what is below a title in a box
	maxAside   = 30  // of the pieces beside a title that stands alone
	lineRoom   = 20  // in no link, of a paragraph
	cardRoom   = 100 // and of a card
	teaserRoom = 8   // times as much as in the links, where each has a teaser
)

// maxUp is how many elements around one are asked whether they are lifted.
const maxUp = 12

// maxLoose is how many characters a piece of a box may have that is in no link: a subtitle, names, a date.
const maxLoose = 160

// heading returns the label of a card, or the short words above its links.
func (c *card) heading() string {
	if c.label != "" {
		return c.label
	}
	if utf8.RuneCountInString(c.first) > maxHeading {
		return ""
	}
	for _, l := range c.links {
		if l.title == c.first || l.words == c.first {
			return ""
		}
	}
	return strings.TrimRight(c.first, " :")
}

// labelled finds the links to other articles that a label in a text leads to: in the same element, in the box around,
// or in the elements that follow.
func (l *lifter) labelled(text *html.Node) {
	s := strings.TrimSpace(text.Data)
	if len(s) < 2 || len(s) > 4*recognise.MaxTitle || l.work >= maxWork {
		return
	}
	line, ok := recognise.ReadLabel(fold.Line(block.HTMLText(s)), l.labels)
	if !ok || line.Rest != "" && line.Kind == lang.WeakRelated && !line.Sign {
		return
	}
	holder := dom.HolderOf(text)
	if holder == nil || !l.beginsWithin(holder, text) || l.isMarked(holder) {
		return
	}
	if box := l.grown(holder, line); box != nil {
		c := l.cardOf(box)
		l.marks[box] = Mark{
			Blocks: []model.Block{model.Related{Label: c.label, Links: c.titles()}},
			Why:    "label: " + c.label,
		}
		return
	}
	l.titlesAfter(holder, line)
}

// beginsWithin reports whether no words stand before a text in its holder.
func (l *lifter) beginsWithin(holder, text *html.Node) bool {
	for d := range holder.Descendants() {
		if d == text {
			return true
		}
		if !l.look() {
			return false
		}
		if d.Type == html.TextNode && lang.HasLetter(d.Data) && d.Parent.DataAtom != atom.Script &&
			d.Parent.DataAtom != atom.Style && d.Parent.DataAtom != atom.Noscript {
			return false
		}
	}
	return false
}

// isMarked reports whether an element stands in one that has been lifted.
func (l *lifter) isMarked(n *html.Node) bool {
	for i := 0; n != nil && i < maxUp; n, i = n.Parent, i+1 {
		if _, ok := l.marks[n]; ok {
			return true
		}
	}
	return false
}

// maxGrow is how many boxes around a label are looked at.
const maxGrow = 6

// grown returns the largest box around a label that is nothing but links to other articles, or nil.
func (l *lifter) grown(holder *html.Node, line recognise.Labelled) *html.Node {
	var best *html.Node
	for box, i := holder, 0; box != nil && i < maxGrow; box, i = box.Parent, i+1 {
		if box.Type != html.ElementNode || box.DataAtom == atom.Body || box.DataAtom == atom.Main ||
			box.DataAtom == atom.Html {
			break
		}
		c := l.cardOf(box)
		room, most := looseRoom(box, c.linked), maxLoose
		if line.Rest == "" && line.Kind == lang.SureRelated && c.label != "" && c.headed() && len(c.links) > 1 {
			room, most = cardRoom+teaserRoom*c.linked, maxTeaser
		}
		if c.full || c.prose || c.loose > room || c.most > most {
			break
		}
		if c.label == "" || len(c.links) == 0 {
			continue
		}
		titles := c.titles()
		if len(titles) > maxCardLinks || len(titles) == 0 || !leadsTo(line, box, titles) {
			break
		}
		best = box
	}
	return best
}

// looseRoom is how many characters a box may have in no link: a paragraph few, since it would be a sentence, and a
// card some.
func looseRoom(box *html.Node, linked int) int {
	switch box.DataAtom {
	case atom.P, atom.Li, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return lineRoom + linked/4
	}
	return cardRoom + linked
}

// leadsTo reports whether a label and what follows it are links to other articles, and no sentence or list of sources.
func leadsTo(line recognise.Labelled, box *html.Node, titles []model.Link) bool {
	if line.Kind == lang.WeakRelated && line.Rest == "" {
		if strings.EqualFold(line.Label, "see also") || strings.EqualFold(line.Label, "further reading") {
			return false
		}
		for _, t := range titles {
			if utf8.RuneCountInString(t.Title) < minTitle && !lang.IsDense(lang.FirstRune(t.Title)) {
				return false
			}
		}
	}
	return box.DataAtom != atom.Li || line.Sign || line.Kind == lang.SureRelated
}

// titlesAfter lifts a label that stands alone with the elements after it that are links.
func (l *lifter) titlesAfter(holder *html.Node, line recognise.Labelled) {
	own := l.cardOf(holder)
	if line.Rest != "" || own.loose > 0 || len(own.links) > 0 || own.full || line.Kind == lang.WeakRelated {
		return
	}
	// the label may stand in boxes of its own
	for i := 0; i < maxGrow && holder.Parent != nil && holder.Parent.DataAtom != atom.Body; i++ {
		if c := l.cardOf(holder.Parent); c.full || c.prose || c.loose > 0 || len(c.links) > 0 || c.label == "" {
			break
		}
		holder = holder.Parent
	}
	r := model.Related{Label: line.Label}
	var taken []*html.Node
	for next := holder.NextSibling; next != nil && len(taken) < recognise.MaxTitlesBelow; next = next.NextSibling {
		if next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" || next.Type == html.CommentNode {
			continue
		}
		if next.Type != html.ElementNode {
			break
		}
		if l.Dropped[next] {
			continue
		}
		c := l.cardOf(next)
		titles := c.titles()
		few := c.most <= maxAside && c.loose*2 <= c.linked ||
			c.headed() && c.most <= maxTeaser && c.loose <= teaserRoom*c.linked
		if c.full || c.prose || len(titles) == 0 || !few || len(r.Links)+len(titles) > maxCardLinks ||
			dom.HeadingLevel(next) > 0 && len(taken) > 0 {
			break
		}
		r.Links = append(r.Links, titles...)
		taken = append(taken, next)
	}
	if len(taken) == 0 {
		return
	}
	l.marks[holder] = Mark{Blocks: []model.Block{r}, Why: "label: " + r.Label}
	for _, n := range taken {
		l.marks[n] = Mark{Why: "label: " + r.Label}
	}
}
