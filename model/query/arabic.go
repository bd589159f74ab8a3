package query

import (
	"bytes"
	"unicode/utf8"
)

// articles are how an Arabic word may begin that has the article: alone, or behind "and", "so", "with", "like"; and
// "for" with the article in it. The longer ones are more often a part of the word.
func articles() [6]article {
	return [...]article{{"ال", 0}, {"وال", 1}, {"فال", 1}, {"بال", 1}, {"كال", 1}, {"لل", 1}}
}

type article struct {
	letters string
	more    int // how many letters more than usual must follow
}

// bare returns a word, in the letters of fold, without the Arabic article in front of at least so many letters. "God"
// keeps his: without it, it would be "for him".
func bare(word []byte, least int) []byte {
	if len(word) < 2 || word[0] != 0xD8 && word[0] != 0xD9 {
		return word
	}
	for {
		rest := cutArticle(word, least)
		if len(rest) == len(word) {
			return word
		}
		word = rest // what is left may begin like one, and as a query it would be cut again
	}
}

func cutArticle(word []byte, least int) []byte {
	for _, a := range articles() {
		rest, ok := bytes.CutPrefix(word, []byte(a.letters))
		if ok && utf8.RuneCount(rest) >= least+a.more && string(rest) != "له" {
			return rest
		}
	}
	return word
}
