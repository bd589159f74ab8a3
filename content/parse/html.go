package parse

import (
	"errors"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model"
)

// webPage reads a web page, in this order: what the page says of its article (pagemeta.go), what is lifted out of the text because it
// stands apart (lift.go), which elements are the article's own text (maincontent.go), and these elements as units (pageunits.go). The
// tree is only read: each step notes what it has found beside it. The reader's own rules for the site go before the steps (siterules.go).
//
// A page that is too large or too deep for a tree, or that takes too many steps, is read from its tags alone (pagesimple.go). So is one
// that a step panics at.
//
// See https://html.spec.whatwg.org/.
func webPage(s string, o Options) model.Article {
	cut := len(s) > maxPage
	s = clip(s, maxPage)
	if a, ok := treePage(s, o, cut); ok {
		return a
	}
	return readPage(newSimplePage(s, o), cut)
}

// treePage reads a page by its tree. It returns false when that cost too much or went wrong, and logs why.
func treePage(s string, o Options, cut bool) (a model.Article, ok bool) {
	defer func() {
		if cause := recover(); cause != nil {
			o.caught("read a page", cause)
		}
	}()
	return readPage(newPage(s, o), cut), true
}

// Each node of a page is written once or a few times, unless tables and headings are nested or spread to make it more.
const (
	maxSteps  = 20 * maxNodes // that writing a page may take
	textSteps = 16            // bytes of text that count for one, as a node does
)

// errSteps is what a page panics with that takes more steps. treePage recovers from it.
var errSteps = errors.New("it takes too many steps")

// step counts the steps that writing a node takes.
func (p *page) step(n *html.Node) {
	p.steps++
	if n.Type == html.TextNode {
		p.steps += len(n.Data) / textSteps
	}
	if p.steps > maxSteps {
		panic(errSteps)
	}
}

// readPage takes the steps one after the other. cut tells that the page went on.
func readPage(p *page, cut bool) model.Article {
	a := model.Article{Entry: p.o.Known}
	p.useRules()
	p.metadata(&a.Entry)
	p.lift()
	p.stateRules(&a.Entry)
	switch {
	case p.chosen():
	case p.exported():
		p.keepIn(p.doc)
	default:
		p.mainContent(&a.Entry)
	}
	p.keepRules()
	p.settle()
	p.whole = p.o.Whole
	units := p.units(&a.Entry)
	if !p.o.Whole && len(p.rules.Keep) == 0 {
		units = withoutImprint(&a.Entry, units)
	}
	units = p.withLeadImage(units)
	if p.o.Whole && len(p.kept) > 0 {
		p.whole = false
		p.noteLeft(units)
	}
	if cut {
		units = append(units, unit{block: model.Notice{Kind: model.Continues, Source: "lede cut this page at 16 MB. It goes on in the source."}})
	}
	number(units, p.doc)
	a.Sections, a.Reasons = sections(units, p.secured(units, recognise(units, p.o.Labels)), p.reasons())
	a.Next, a.Loose = p.next(a.URL), p.loose()
	return a
}

// exported tells whether lede has written a page, of which everything is the article.
func (p *page) exported() bool {
	for n := range p.doc.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			if attr(n, "name") == "generator" && attr(n, "content") == "lede" {
				return true
			}
		case atom.Body:
			return false
		}
	}
	return false
}

// page is a web page on its way to an article.
type page struct {
	domPage
	o     Options
	marks liftMarks
	kept  map[*html.Node]bool // the elements with text of their own that are part of the article
	main  *html.Node          // the element around most of the article's text, or nil
	whole bool                // no main content was found: everything is kept
	notes *pageNotes          // the footnotes, when they have been looked for
	noted []pageItem          // notes that stood in the text, for the end
	holds map[*html.Node]bool // the elements around a mark that is a block of its own; nil until it is asked for
	meta  metaFacts
	steps int // that writing it has taken so far

	selected bool         // they have chosen the main content
	sure     []*html.Node // what they keep
	dropped  []*html.Node // what they drop, of a page that is taken whole
}

// reasons are the words for what only the page's markup tells of a unit.
func (p *page) reasons() kindRules {
	plain := "main content: reads like the article's own text"
	switch {
	case p.selected:
		plain = "main content: a site rule selects it"
	case p.whole:
		plain = "no main content was found: the whole page is kept"
	}
	return kindRules{
		plainUnit: plain, headingUnit: "HTML: heading", quoteUnit: "HTML: quotation", listUnit: "HTML: list",
		tableUnit: "HTML: table", codeUnit: "HTML: code", imageUnit: "HTML: picture", ruleUnit: "HTML: rule",
	}
}
