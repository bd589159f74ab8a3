package query

import "strings"

// Wanted returns the phrases, of any field, that an article which meets a condition must or may have.
func Wanted(e Expr) []Phrase {
	switch e := e.(type) {
	case And:
		return wantedOf(e)
	case Or:
		return wantedOf(e)
	case Phrase:
		return []Phrase{e}
	case nil, Not, About, Is, Has, Dated, Sized, Like, In:
	}
	return nil
}

func wantedOf(parts []Expr) []Phrase {
	var all []Phrase
	for _, p := range parts {
		all = append(all, Wanted(p)...)
	}
	return all
}

// Begins reports whether the tokens of a text begin with the phrase.
func (p Phrase) Begins(tokens []Token) bool {
	return p.fits(len(tokens), func(i int) string { return tokens[i].Word })
}

// fits reports whether n words begin with those of the phrase.
func (p Phrase) fits(n int, word func(i int) string) bool {
	if n < len(p.Words) {
		return false
	}
	for i, w := range p.Words {
		got, last := word(i), i == len(p.Words)-1
		if got != w && (!last || !p.Prefix || !strings.HasPrefix(got, w)) {
			return false
		}
	}
	return true
}
