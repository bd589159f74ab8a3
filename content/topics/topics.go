// Package topics finds what an article is about: people, places, organisations and recurring phrases. It is pure.
//
// Of is all there is to call. It reads an article in steps, a file each: passages (passage.go) are cut into tokens
// (token.go), the language is guessed from its common words (language.go), names, phrases and runs of scripts without
// spaces become candidates (name.go, phrase.go, dense.go), variants are merged (merge.go), what is left is weighed
// (weigh.go) and ranked (rank.go), and the most telling that say different things are listed with the topics that the
// source states (stated.go, list.go). What is known of a language is in content/lang; a language more is a file more.
package topics

import "lede/model"

// Max is the largest number of topics of one article.
const Max = 12

// Of returns up to Max topics, the most telling first: those that the source states (a.Topics with the origin
// Publisher), then those inferred from the text. Names are clean, on one line, no two have the same key, and of two
// inferred topics neither has all the words of the other.
//
// The work is bounded: of a very long text the head, the title, the headings and samples of the rest are read.
func Of(a model.Article) []model.Topic {
	d := read(a)
	l := list{d: d}
	l.state(stated(a, d))
	l.infer(d.inferred())
	return l.topics()
}
