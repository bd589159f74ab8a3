// Package topics tells what an article is about: people, places, organisations and recurring phrases. It is pure.
//
// Of is all there is to call. It reads an article in steps, a file each: passages (passage.go) are cut into tokens
// (token.go), the language is told from its common words (language.go), names, phrases and runs of scripts without
// spaces become candidates (name.go, phrase.go, dense.go), variants are merged (merge.go), and the most telling are
// chosen (rank.go). What is known of a language is in words/; a language more is a file more.
package topics

import (
	"strings"

	"lede/model"
)

// Max is the largest number of topics of one article.
const Max = 12

// Of returns up to Max topics, the most telling first: those that the source states (a.Topics with the origin Publisher),
// then those inferred from the text. Names are clean, on one line, and no two have the same model.TopicKey.
//
// The work is bounded: of a very long text the head, the title, the headings and samples of the rest are read.
func Of(a model.Article) []model.Topic {
	d := read(a)
	topics := stated(a, d)
	for _, name := range d.inferred() {
		if len(topics) == Max {
			break
		}
		if !has(topics, name) && !d.restates(topics, name) {
			topics = append(topics, model.NewTopic(name, d.tag, model.Inferred))
		}
	}
	return topics
}

func has(topics []model.Topic, name string) bool {
	key := model.TopicKey(name)
	for _, t := range topics {
		if model.TopicKey(t.Name) == key {
			return true
		}
	}
	return key == ""
}

// restates reports whether a topic of the source is the same word with another ending: "language" after "languages".
func (d *document) restates(topics []model.Topic, name string) bool {
	for _, t := range topics {
		if t.From != model.Inferred && d.lang.stem(strings.ToLower(t.Name)) == d.lang.stem(strings.ToLower(name)) {
			return true
		}
	}
	return false
}
