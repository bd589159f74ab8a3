package page

import (
	"slices"
	"strings"
	"unicode"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/fold"
)

// maxNamed is how many elements around one are named.
const maxNamed = 6

// Spots names an element of a page, by its number as in model.Reason, and those around it, the inmost first: by their
// ids or their telling classes, never by their places, so that the names hold for other pages too. said are words in
// the element, or "". An element that only its tag names, as the paragraphs of most pages, is first named by words in
// it, and never by the tag alone: a rule for all paragraphs is hardly ever meant. It returns nil when there is no
// such element.
func Spots(page dom.Page, element int, said string) []model.Spot {
	n := elementAt(page.Doc, element)
	if n == nil {
		return nil
	}
	s := spotter{page: page}
	for inmost := n; n != nil && n.Type == html.ElementNode && n.DataAtom != atom.Body &&
		len(s.spots) < maxNamed; n = n.Parent {
		named, narrow := s.nameOf(n), ""
		if n == inmost && s.matches(named) > 1 {
			narrow = s.narrow(named, n, said)
		}
		switch {
		case s.ownName(n) != "":
			s.add(named)
			s.add(narrow)
		case named == n.Data && s.matches(named) > 1: // all of its kind
			s.add(narrow)
		default:
			s.add(narrow)
			s.add(named)
		}
	}
	return s.spots
}

// spotter gathers names of elements.
type spotter struct {
	page  dom.Page
	spots []model.Spot
}

// add adds a selector that finds something, once.
func (s *spotter) add(selector string) {
	if slices.ContainsFunc(s.spots, func(o model.Spot) bool { return o.Selector == selector }) {
		return
	}
	if n := s.matches(selector); n > 0 {
		s.spots = append(s.spots, model.Spot{Selector: selector, Matches: n})
	}
}

// matches is how many elements of the page a selector finds; none when it cannot be read.
func (s *spotter) matches(selector string) int { return len(s.find(selector)) }

func (s *spotter) find(selector string) []*html.Node {
	if len(selector) > dom.MaxSelector {
		return nil
	}
	css, err := cascadia.ParseGroup(selector)
	if selector == "" || err != nil {
		return nil
	}
	return cascadia.QueryAll(s.page.Doc, css)
}

// narrow is a name of an element by words in it too, or "": by those that a rule went by, or else by the first few
// that it is found by.
func (s *spotter) narrow(named string, n *html.Node, said string) string {
	with := func(words string) string { return named + `:contains("` + words + `")` }
	if said != "" {
		if selector := with(said); fitsSelector(said) && slices.Contains(s.find(selector), n) {
			return selector
		}
		return ""
	}
	words := strings.Fields(s.page.TextOf(n))
	for from := 0; from < min(len(words), tellingFrom); from++ {
		for few := min(tellingMost, len(words)-from); few >= min(tellingLeast, len(words)); few-- {
			said := strings.Join(words[from:from+few], " ")
			selector := with(said)
			if found := s.find(selector); fitsSelector(said) && slices.Contains(found, n) && len(found) < s.matches(named) {
				return selector
			}
		}
	}
	return ""
}

// How many words an element is told by, and from how many of its first words they may begin.
const (
	tellingMost  = 4
	tellingLeast = 2
	tellingFrom  = 8
)

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
func (s *spotter) nameOf(n *html.Node) string {
	if own := s.ownName(n); own != "" {
		return own
	}
	between := " > "
	for up := n.Parent; up != nil && up.DataAtom != atom.Body; up = up.Parent {
		if name := s.ownName(up); name != "" {
			return name + between + n.Data
		}
		between = " "
	}
	return n.Data
}

// ownName is an element's id, or its tag with the class or the attribute that tells most, or "".
func (s *spotter) ownName(n *html.Node) string {
	if id := dom.Attr(n, "id"); tellingName(id) {
		return "#" + id
	}
	best, fewest := "", 0
	try := func(selector string) {
		css, err := cascadia.Parse(selector)
		if err != nil {
			return
		}
		if matches := len(cascadia.QueryAll(s.page.Doc, css)); best == "" || matches < fewest {
			best, fewest = selector, matches
		}
	}
	classes := strings.Fields(dom.Attr(n, "class"))
	for _, class := range classes[:min(len(classes), 8)] {
		if tellingName(class) && !styling(class) {
			try(n.Data + "." + class)
		}
	}
	if best != "" {
		return best
	}
	for _, name := range [...]string{"itemprop", "data-testid", "data-component", "data-module", "data-type", "role"} {
		if v := dom.Attr(n, name); tellingName(v) {
			try(n.Data + "[" + name + `="` + v + `"]`)
		}
	}
	return best
}

// tellingName reports whether a class or id is one that somebody gave, and not one that a program made up or that
// counts something.
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
			case fold.IsAlnum(c):
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

// styling reports whether a class only says how something looks.
func styling(class string) bool {
	for _, start := range []string{
		"col-", "mt-", "mb-", "ml-", "mr-", "mx-", "my-", "pt-", "pb-", "px-", "py-", "text-", "bg-", "font-", "flex",
		"grid", "row", "clearfix", "is-", "has-", "align", "justify-", "order-", "d-", "container", "inner", "wrap", "lg-",
		"md-", "sm-", "css-", "sc-", "jsx-", "wp-block",
	} {
		if strings.HasPrefix(class, start) {
			return true
		}
	}
	return false
}

// fitsSelector reports whether words can stand in a selector.
func fitsSelector(said string) bool { return len(said) <= 80 && !strings.ContainsAny(said, "\"\\\n") }
