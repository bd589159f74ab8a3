package model

import "lede/model/world"

// Origin is who named a topic.
type Origin string

// The origins of topics.
const (
	Publisher Origin = "publisher" // the source states it
	Inferred  Origin = "text"      // found in the text
	Reader    Origin = "reader"    // added by hand
)

// Topic is a subject that an article is about. Topics with equal keys are the same.
type Topic struct {
	Key  string // as in queries and exports: see TopicKey
	Name string // as a person would say it in the article's language, or as the user has chosen
	From Origin
}

// NewTopic returns the topic of a name in a language, given as a tag, or "" where that is not known: "Island" is
// Iceland in German.
func NewTopic(name, language string, from Origin) Topic {
	return Topic{Key: world.Key(name, language), Name: name, From: from}
}

// NameIn returns what a topic is called in a language, given as a tag such as "de" or "pt-BR". Countries, territories
// and languages have names of their own there; all else is called as the article calls it.
func (t Topic) NameIn(language string) string { return TopicName(t.Key, t.Name, language) }

// TopicKey returns the key of the topic that a name stands for: case, accents, width, punctuation, a leading "the"
// and a possessive make no difference, nor does the language of the name of a country, a territory or a language.
// "Deutschland", "Allemagne" and "Germany" have the key "germany". A name without any letter or digit has the key "".
func TopicKey(name string) string { return world.Key(name, "") }

// TopicName returns what the topic of a key is called in a language, or name where it has no name of its own there. A
// name that is not one of those that the world gives the topic was chosen by the user, and stays.
func TopicName(key, name, language string) string {
	if n := world.Name(key, language); n != "" && world.IsName(name, key) {
		return n
	}
	return name
}
