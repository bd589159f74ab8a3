package meta

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/name"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
	"lede/model"
)

// Sizes of a standfirst, in characters, and of a body that has begun.
const (
	minStandfirst = 12  // a shorter line is a label
	minDense      = 6   // the same in a script without spaces, whose sentences are short
	maxStandfirst = 700 // a longer one is a paragraph
	minOpening    = 90  // a paragraph of this size that is no standfirst begins the body
	wordyHeading  = 90  // a heading of this size right below the title is a sentence
	minWords      = 4   // words of a line that does not end like a sentence
)

// standfirst returns the element with the sentence or two that sum the article up below its title, or nil.
//
// It comes before the first paragraph of the body. It is called so by its names, or it is a heading or stands beside
// the title and repeats the description of the page or reads like a sentence.
func standfirst(src *pageSources, near *vicinity, imprint []*html.Node) *html.Node {
	if near.title == nil {
		return nil
	}
	f := standfirstFinder{src: src, near: near, imprint: map[*html.Node]bool{}}
	for _, n := range imprint {
		f.imprint[n] = true
	}
	for _, d := range src.descriptions() {
		if d = flatKey(d); len(d) >= minStandfirst {
			f.described = append(f.described, d)
		}
	}
	for up := near.title.Parent; up != nil && f.header == nil; up = up.Parent {
		if up.DataAtom == atom.Header || up.DataAtom == atom.Hgroup {
			f.header = up
		}
	}
	var found *html.Node
	near.eachLine(near.title, func(box *html.Node, line string) bool {
		size := utf8.RuneCountInString(line)
		if f.isStandfirst(box, line) && size >= leastOf(line) && size <= maxStandfirst {
			found = box
		}
		return found == nil && (size < minOpening || f.passedOver(box))
	})
	return found
}

// leastOf returns how many characters a line must have to be a standfirst.
func leastOf(line string) int {
	if strings.ContainsFunc(line, lang.IsDense) && lang.EndsSentence(line) {
		return minDense
	}
	return minStandfirst
}

// standfirstFinder knows what the standfirst of a page is told by.
type standfirstFinder struct {
	src       *pageSources
	near      *vicinity
	imprint   map[*html.Node]bool // the elements that have the byline and the date
	described []string            // the descriptions of the page, folded by flatKey
	header    *html.Node          // the header that the title is in, or nil
}

// isStandfirst reports whether a line after the title is the standfirst.
func (f standfirstFinder) isStandfirst(box *html.Node, line string) bool {
	if f.passedOver(box) || !f.mayBeSentence(box, line) {
		return false
	}
	sentence := lang.EndsSentence(line)
	heading := dom.HeadingLevel(box) > 1
	beside := f.header != nil && dom.Within(box, f.header)
	switch {
	case f.isNamed(box, line), (heading || beside) && f.isDescription(line):
		return true
	case f.isSpot(box):
		return false
	case beside:
		return sentence || heading
	}
	return heading && (sentence && !strings.HasSuffix(line, "?") || utf8.RuneCountInString(line) >= wordyHeading)
}

// mayBeSentence reports whether a line has the form of a standfirst: words that are neither links, labels, a byline
// nor the title once more.
func (f standfirstFinder) mayBeSentence(box *html.Node, line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	few := len(strings.Fields(line)) < minWords && !lang.EndsSentence(line) && !strings.ContainsFunc(line, lang.IsDense)
	if few || !lang.HasLetter(line) || strings.ContainsRune(":：", last) || strings.ContainsAny(line, "|❯›»·•") {
		return false
	}
	if flatKey(line) == flatKey(spotText(f.src.Page, f.near.title)) || isLinkOnly(f.src.Page, box, line) {
		return false
	}
	if name.Imprint(&model.Entry{}, line) || recognise.IsNotice(line) {
		return false
	}
	for d := range box.Descendants() {
		if block.Parts(d.DataAtom) {
			return false // it holds several
		}
	}
	return true
}

// isSpot reports whether an element is in one with a byline, a date or topics.
func (f standfirstFinder) isSpot(box *html.Node) bool {
	for up := box; up != nil && !f.near.aroundTitle[up]; up = up.Parent {
		switch spotOf(up) {
		case authorSpot, bylineSpot, profileSpot, dateSpot, timeSpot, dayClassSpot, tagSpot:
			return true
		case noSpot, headSpot, headlineSpot:
		}
	}
	return false
}

// passedOver reports whether a line is not part of what a standfirst is looked for in: it is the byline, a caption or
// a list, or apart from the article.
func (f standfirstFinder) passedOver(box *html.Node) bool {
	for up := box; up != nil && !f.near.aroundTitle[up]; up = up.Parent {
		switch up.DataAtom {
		case atom.Figure, atom.Figcaption, atom.Ul, atom.Ol, atom.Table, atom.Button, atom.Time, atom.Blockquote:
			return true
		}
		if f.imprint[up] {
			return true
		}
	}
	for d := range box.Descendants() {
		if f.imprint[d] {
			return true
		}
	}
	return f.near.aside(box) || dom.Within(box, f.near.title)
}

// isNamed reports whether an element is called a standfirst, or one around it that has no other words.
func (f standfirstFinder) isNamed(box *html.Node, line string) bool {
	for up := box; up != nil && !f.near.aroundTitle[up] && up.DataAtom != atom.Body; up = up.Parent {
		if up != box && spotText(f.src.Page, up) != line {
			return false
		}
		names := class.In(dom.Attr(up, "class")) | class.In(dom.Attr(up, "itemprop")) | class.In(dom.Attr(up, "data-testid"))
		if dom.HeadingLevel(up) == 0 { // the ID of a heading is made of its words
			names |= class.In(dom.Attr(up, "id"))
		}
		if names&class.HintSummary != 0 {
			return true
		}
	}
	return false
}

// isDescription reports whether a line says what a description of the page says: the one may be cut short.
func (f standfirstFinder) isDescription(line string) bool {
	k := flatKey(line)
	for _, d := range f.described {
		if strings.HasPrefix(k, d) || strings.HasPrefix(d, k) {
			return true
		}
	}
	return false
}

// isLinkOnly reports whether a line is nothing but a link.
func isLinkOnly(page dom.Page, box *html.Node, line string) bool {
	if box.DataAtom == atom.A || insideOf(box, atom.A) != nil {
		return true
	}
	for d := range box.Descendants() {
		if d.DataAtom == atom.A && spotText(page, d) == line {
			return true
		}
	}
	return false
}
