package ui

import (
	"slices"

	"lede/model/clean"
)

// stack is the screens that are open, the lowest one first. It holds one at least until the program ends.
type stack []screen

// top is the screen that keys go to.
func (s stack) top() screen { return s[len(s)-1] }

// isFirst reports whether o is the lowest screen: the program ends with it.
func (s stack) isFirst(o screen) bool { return len(s) > 0 && s[0] == o }

// page is the place of the highest screen that is no overlay: those above it float on it.
func (s stack) page() int {
	for i := len(s) - 1; i > 0; i-- {
		if _, floats := s[i].(overlay); !floats {
			return i
		}
	}
	return 0
}

// covered reports whether a page stands above o, so that nothing of it is seen.
func (s stack) covered(o screen) bool { return s.page() > slices.Index(s, o) }

// siblingsOf is the nearest screen below o that has a list of articles, or nil.
func (s stack) siblingsOf(o screen) siblings {
	for i := slices.Index(s, o) - 1; i >= 0; i-- {
		if l, ok := s[i].(siblings); ok {
			return l
		}
	}
	return nil
}

// takesText reports whether the top screen takes text.
func (s stack) takesText() bool {
	t, ok := s.top().(typing)
	return ok && t.takesText()
}

// title is that of the highest screen that has one, clean, or "".
func (s stack) title() string {
	for _, o := range slices.Backward(s) {
		if t := clean.Line(o.title()); t != "" {
			return t
		}
	}
	return ""
}
