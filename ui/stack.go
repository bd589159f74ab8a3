package ui

import (
	"slices"

	"lede/model/clean"
)

// Stack is the screens that are open, the lowest one first. It holds one at least until the program ends.
type Stack []Screen

// Top is the screen that keys go to.
func (s Stack) Top() Screen { return s[len(s)-1] }

// IsFirst reports whether o is the lowest screen: the program ends with it.
func (s Stack) IsFirst(o Screen) bool { return len(s) > 0 && s[0] == o }

// page is the index of the highest screen that is not an overlay: those above it float on it.
func (s Stack) page() int {
	for i := len(s) - 1; i > 0; i-- {
		if _, floats := s[i].(overlay); !floats {
			return i
		}
	}
	return 0
}

// Covered reports whether a page stands above o, so that nothing of it is seen.
func (s Stack) Covered(o Screen) bool { return s.page() > slices.Index(s, o) }

// SiblingsOf is the nearest screen below o that has a list of articles, or nil.
func (s Stack) SiblingsOf(o Screen) siblings {
	for i := slices.Index(s, o) - 1; i >= 0; i-- {
		if l, ok := s[i].(siblings); ok {
			return l
		}
	}
	return nil
}

// TakesText reports whether the top screen takes text.
func (s Stack) TakesText() bool {
	t, ok := s.Top().(typing)
	return ok && t.TakesText()
}

// title returns the title of the highest screen that has one, clean, or "".
func (s Stack) title() string {
	for _, o := range slices.Backward(s) {
		if t := clean.Line(o.Title()); t != "" {
			return t
		}
	}
	return ""
}
