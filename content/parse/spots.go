package parse

import (
	"strings"
	"unicode"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model"
)

// maxNamed is how many elements around one are named.
const maxNamed = 6

// Spots names an element of a page, by its number as in model.Reason, and those around it, the inmost first: by their ids or their
// telling classes, never by their places, so that the names hold for other pages too. said are words in the element, or "". The source and
// the options are those that the page was read with. Spots returns nil when there is no such element.
func Spots(source string, o Options, element int, said string) []model.Spot {
	p := newPage(clip(source, maxPage), o)
	p.useRules()
	n := elementAt(p.doc, element)
	if n == nil {
		return nil
	}
	var spots []model.Spot
	add := func(selector string) int {
		s, err := cascadia.ParseGroup(selector)
		if err != nil || len(selector) > maxSelector {
			return 0
		}
		for _, known := range spots {
			if known.Selector == selector {
				return known.Matches
			}
		}
		matches := len(cascadia.QueryAll(p.doc, s))
		spots = append(spots, model.Spot{Selector: selector, Matches: matches})
		return matches
	}
	for inmost := true; n != nil && n.Type == html.ElementNode && n.DataAtom != atom.Body && len(spots) < maxNamed; n = n.Parent {
		selector := p.nameOf(n)
		if add(selector) > 1 && inmost {
			if words := tellingWords(n, said); words != "" {
				add(selector + `:contains("` + words + `")`)
			}
		}
		inmost = false
	}
	return spots
}

// elementAt finds an element by its number, from 1.
func elementAt(doc *html.Node, number int) *html.Node {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			if number--; number == 0 {
				return n
			}
		}
	}
	return nil
}

// nameOf is the selector of an element: its own name, or its tag below the nearest element that has one.
func (p *page) nameOf(n *html.Node) string {
	if own := p.ownName(n); own != "" {
		return own
	}
	between := " > "
	for up := n.Parent; up != nil && up.DataAtom != atom.Body; up = up.Parent {
		if name := p.ownName(up); name != "" {
			return name + between + n.Data
		}
		between = " "
	}
	return n.Data
}

// ownName is an element's id, or its tag with the class or the attribute that tells most, or "".
func (p *page) ownName(n *html.Node) string {
	if id := attr(n, "id"); tellingName(id) {
		return "#" + id
	}
	best, fewest := "", 0
	try := func(selector string) {
		s, err := cascadia.Parse(selector)
		if err != nil {
			return
		}
		if matches := len(cascadia.QueryAll(p.doc, s)); best == "" || matches < fewest {
			best, fewest = selector, matches
		}
	}
	classes := strings.Fields(attr(n, "class"))
	for _, class := range classes[:min(len(classes), 8)] {
		if tellingName(class) && !styling(class) {
			try(n.Data + "." + class)
		}
	}
	if best != "" {
		return best
	}
	for _, name := range [...]string{"itemprop", "data-testid", "data-component", "data-module", "data-type", "role"} {
		if v := attr(n, name); tellingName(v) {
			try(n.Data + "[" + name + `="` + v + `"]`)
		}
	}
	return best
}

// tellingName tells whether a class or id is one that somebody gave, and not one that a program made up or that counts something.
func tellingName(s string) bool {
	if len(s) < 2 || len(s) > 50 || !unicode.IsLetter(rune(s[0])) {
		return false
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '-' || r == '_' }) {
		letters, digits, turns := 0, 0, 0
		for i := range len(part) {
			switch c := part[i]; {
			case c >= '0' && c <= '9':
				digits++
			case alnum(c):
				letters++
				if i > 0 && c < 'a' && part[i-1] >= 'a' {
					turns++
				}
			default:
				return false
			}
		}
		if digits > 2 || digits > 0 && letters > 2 && digits+letters > 4 || turns > 1 && letters < 9 {
			return false
		}
	}
	return true
}

// styling tells whether a class only says how something looks.
func styling(class string) bool {
	for _, start := range []string{"col-", "mt-", "mb-", "ml-", "mr-", "mx-", "my-", "pt-", "pb-", "px-", "py-", "text-", "bg-", "font-", "flex", "grid", "row", "clearfix", "is-", "has-", "align", "justify-", "order-", "d-", "container", "inner", "wrap", "lg-", "md-", "sm-", "css-", "sc-", "jsx-", "wp-block"} {
		if strings.HasPrefix(class, start) {
			return true
		}
	}
	return false
}

// tellingWords are the words that an element is told from others by: those that a rule went by, or the first few of its own.
func tellingWords(n *html.Node, said string) string {
	if said == "" {
		words := strings.Fields(wordsOf(n))
		said = strings.Join(words[:min(len(words), 4)], " ")
	}
	if said == "" || len(said) > 80 || strings.ContainsAny(said, "\"\\\n") || !strings.Contains(wordsOf(n), said) {
		return ""
	}
	return said
}
