package model

import (
	"strings"

	"lede/model/fold"
)

// Origin tells who named a topic.
type Origin string

// The origins of topics.
const (
	Publisher Origin = "publisher" // the source states it
	Inferred  Origin = "text"      // found in the text
	Reader    Origin = "reader"    // added by hand
)

// Topic is a subject that an article is about, named as a reader would say it.
type Topic struct {
	Name string
	From Origin
}

// TopicKey folds the name of a topic, so that its variants count as one: case, accents, width, punctuation, a leading "the"
// and a possessive make no difference, and "US", "U.S." and "USA" are the United States.
// Names with equal keys are the same topic. A name without any letter or digit has the key "".
func TopicKey(name string) string {
	b := make([]byte, 0, len(name))
	for i, size := 0, 0; i < len(name); i += size {
		var r rune
		r, size = fold.Next(name[i:])
		var inside bool
		if b, inside = fold.AppendWord(b, r); !inside && r != '.' && len(b) > 0 && b[len(b)-1] != ' ' {
			b = append(b, ' ')
		}
	}
	key := strings.TrimSpace(string(b))
	if n := len(key); possessive(name) && n > 1 {
		key = key[:n-1]
	}
	return alias(strings.TrimPrefix(key, "the "))
}

// alias gives the few names that the world writes in several ways one key.
func alias(key string) string {
	switch key {
	case "us", "usa", "united states of america", "vereinigte staaten", "etats unis", "estados unidos", "eeuu", "stati uniti":
		return "united states"
	case "uk", "great britain", "grossbritannien", "royaume uni", "reino unido", "regno unito":
		return "united kingdom"
	case "eu", "europaische union", "union europeenne", "union europea", "unione europea":
		return "european union"
	case "un", "uno", "vereinte nationen", "nations unies":
		return "united nations"
	}
	return key
}

func possessive(name string) bool {
	name = strings.TrimRight(name, " ")
	return strings.HasSuffix(name, "'s") || strings.HasSuffix(name, "’s")
}
