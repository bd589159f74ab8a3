// Package class reads the names that elements of a page have: their classes, IDs and the like. There is one
// vocabulary (vocabulary.go) and one way to part names into words, for all who ask.
//
// A name is evidence of what an element is for, never a verdict: who sets an element apart looks at its text as well.
package class

import (
	"strings"

	"golang.org/x/net/html"
)

// MaxBytes is how much of a name is read: some are made by programs and have no end.
const MaxBytes = 400

// Of returns what the class and the ID of an element say of it.
func Of(n *html.Node) Meaning {
	var room [2 * MaxBytes]byte
	return read(appendNames(room[:0], n))
}

// First returns the first word of the class and the ID of an element, and what it says.
func First(n *html.Node) (string, Meaning) {
	var room [2 * MaxBytes]byte
	word, _, _ := strings.Cut(string(appendNames(room[:0], n)), " ")
	return word, lexicon().phrases[word]
}

// appendNames appends the words of the class and the ID of an element.
func appendNames(b []byte, n *html.Node) []byte {
	id := ""
	for _, a := range n.Attr {
		switch a.Key {
		case "class":
			b = appendWords(b, a.Val)
		case "id":
			id = a.Val
		}
	}
	return appendWords(b, id)
}

// All returns what all of the attributes that name an element say of it.
func All(n *html.Node) (says Meaning) {
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "role", "itemprop", "data-component", "data-testid", "data-module", "data-type", "aria-label":
			says |= In(a.Val)
		}
	}
	return says
}

// In returns what a name says.
func In(name string) Meaning {
	if name == "" {
		return 0
	}
	var room [2 * MaxBytes]byte
	return read(appendWords(room[:0], name))
}
