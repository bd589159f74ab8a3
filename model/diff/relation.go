package diff

import (
	"slices"
	"strings"

	"lede/model"
	"lede/model/query"
)

// Relation is what a text that comes in is to one that is kept.
type Relation string

// The relations.
const (
	Same    Relation = "same"    // nothing has changed
	Version Relation = "version" // a newer text of the article
	Stub    Relation = "stub"    // only a part of the kept text: the page has been closed, or cut
	Other   Relation = "other"   // the text of another article
)

const (
	// recurring is how many of the kept sentences a text must repeat to be of the same article whatever it is called.
	recurring = .2
	// stubWords is the part of the kept words below which a text may be a stub, and stubKept how many of its own
	// sentences must then be kept ones.
	stubWords, stubKept = .5, .6
	// sameTitle is how much of their words two titles share that are one title, reworded.
	sameTitle = .5
)

// Relate reports what a newer text is to a kept one. elsewhere says that it was found at another address than the
// kept one, although it names the same: then it takes more than the same author to be its newer text.
//
// An article of which only the address is kept becomes whatever its page says.
//
// Live pages, threads and front pages, whose sentences all change, keep their title or their author. A page that is
// sold to somebody else keeps neither.
func Relate(kept, newer model.Article, elsewhere bool) Relation {
	switch {
	case newer.IsBare() && (!kept.IsBare() || len(newer.Sections) == 0):
		return Stub
	case kept.IsBare() && !newer.IsBare():
		return Version
	}
	changes := Between(kept, newer)
	if len(changes) == 0 {
		return Same
	}
	was, is := sentences(kept), sentences(newer)
	part := shared(was, is)
	if part < recurring && !alikeTitles(kept.Title, newer.Title) &&
		(elsewhere || !shareAuthor(kept.Byline, newer.Byline)) {
		return Other
	}
	if float64(newer.Words) < stubWords*float64(kept.Words) && shared(is, was) >= stubKept {
		return Stub
	}
	return Version
}

// sentences are the keys of an article's sentences and headings.
func sentences(a model.Article) []string { return keysOf(unitsOf(a)) }

// shared is which part of some sentences is among others, from 0 to 1; 0 of none.
func shared(of, among []string) float64 {
	if len(of) == 0 {
		return 0
	}
	there := make(map[string]bool, len(among))
	for _, k := range among {
		there[k] = true
	}
	n := 0
	for _, k := range of {
		if there[k] {
			n++
		}
	}
	return float64(n) / float64(len(of))
}

// alikeTitles reports whether two titles are one, reworded or not. None is like none. "The pier" and "The ferry" are
// two: little words count where a title has no others.
func alikeTitles(a, b string) bool {
	return words(a) != "" && likeness(telling(a), telling(b)) >= sameTitle
}

// telling is the words of a title without the little ones; all of them where there are no others.
func telling(title string) string {
	const little = 3 // letters of the Latin alphabet
	all := query.Tokens(title)
	some := slices.DeleteFunc(slices.Clone(all), func(word string) bool { return len(word) <= little })
	if len(some) == 0 {
		some = all
	}
	return strings.Join(some, " ")
}

// shareAuthor reports whether two bylines have a name in common.
func shareAuthor(a, b []string) bool {
	return slices.ContainsFunc(a, func(name string) bool {
		return words(name) != "" && slices.ContainsFunc(b, func(other string) bool { return words(name) == words(other) })
	})
}
