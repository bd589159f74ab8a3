package dom

import (
	"errors"
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"lede/model/clean"
	"lede/model/fold"
)

// Selector finds elements of a page: a CSS selector, which may end with @ and the name of an attribute, as in
// "time@datetime", for its value instead of the words. The zero value finds nothing.
type Selector struct {
	Source    string // as it was written
	attribute string
	group     cascadia.SelectorGroup
}

// The limits of a selector: of its length in bytes, and of the brackets in brackets.
const (
	MaxSelector      = 500
	maxSelectorDepth = 4
)

// NewSelector reads a selector. Its error says in a few words what is wrong.
func NewSelector(source string) (Selector, error) {
	if len(source) > MaxSelector {
		return Selector{}, fmt.Errorf("is longer than %d characters", MaxSelector)
	}
	depth, deepest := 0, 0
	for _, c := range source {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		deepest = max(deepest, depth)
	}
	if deepest > maxSelectorDepth {
		return Selector{}, errors.New("has too many brackets in brackets")
	}
	css, attribute := source, ""
	if at := strings.LastIndexByte(source, '@'); at > 0 && isAttribute(source[at+1:]) {
		css, attribute = source[:at], source[at+1:]
	}
	group, err := cascadia.ParseGroup(css)
	if err != nil {
		return Selector{}, fmt.Errorf("is not a selector: %s", clean.Line(err.Error()))
	}
	return Selector{source, attribute, group}, nil
}

// isAttribute reports whether s can be the name of an attribute.
func isAttribute(s string) bool {
	for i := range len(s) {
		if c := s[i]; !fold.IsAlnum(c) && c != '-' && c != '_' && c != ':' {
			return false
		}
	}
	return s != ""
}

// all returns the elements of a tree that are meant, in reading order.
func (s Selector) all(doc *html.Node) []*html.Node {
	if s.group == nil {
		return nil
	}
	return cascadia.QueryAll(doc, s.group)
}
