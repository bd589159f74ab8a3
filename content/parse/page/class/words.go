package class

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// lexicon is the vocabulary by word.
var lexicon = sync.OnceValue(func() *dictionary {
	d := &dictionary{phrases: map[string]Meaning{}, longest: map[string]int{}, stems: map[[2]byte][]stem{}}
	for _, entry := range vocabulary {
		for phrase := range strings.SplitSeq(entry.words, "|") {
			d.add(phrase, entry.says)
		}
	}
	return d
})

// dictionary is what words say.
type dictionary struct {
	phrases map[string]Meaning
	longest map[string]int     // the words of the longest phrase that begins with a word, where that is more than one
	stems   map[[2]byte][]stem // by their first two bytes
}

// stem is the beginning of words, and what these say.
type stem struct {
	word string
	says Meaning
}

func (d *dictionary) add(phrase string, says Meaning) {
	if w, ok := strings.CutSuffix(phrase, "*"); ok {
		key := [2]byte{w[0], w[1]}
		d.stems[key] = append(d.stems[key], stem{w, says})
		return
	}
	d.phrases[phrase] |= says
	if first, _, more := strings.Cut(phrase, " "); more {
		d.longest[first] = max(d.longest[first], strings.Count(phrase, " ")+1)
	}
}

// read returns what words say that have a space after each.
func read(words []byte) (says Meaning) {
	d := lexicon()
	for len(words) > 0 {
		end := bytes.IndexByte(words, ' ')
		word, rest := words[:end], words[end+1:]
		says |= d.phrases[string(word)] | d.begun(word)
		for n := d.longest[string(word)]; n > 1 && end+1 < len(words); n-- {
			end += 1 + bytes.IndexByte(words[end+1:], ' ')
			says |= d.phrases[string(words[:end])]
		}
		words = rest
	}
	return says
}

// begun returns what the beginnings of a word say.
func (d *dictionary) begun(word []byte) (says Meaning) {
	if len(word) < 2 {
		return 0
	}
	for _, s := range d.stems[[2]byte{word[0], word[1]}] {
		if len(word) >= len(s.word) && string(word[:len(s.word)]) == s.word {
			says |= s.says
		}
	}
	return says
}

// appendWords appends the words of a name in lower case, with a space after each: "relatedPosts-box2" has related, posts and box. Digits
// within a word are part of it, since programs make up names such as "x9ad1k".
func appendWords(b []byte, name string) []byte {
	from, small := len(b), false
	for _, r := range name[:min(len(name), MaxBytes)] {
		letter := unicode.IsLetter(r)
		if !letter && !isDigit(r) || small && unicode.IsUpper(r) {
			b = ended(b, from)
			from = len(b)
		}
		if letter || len(b) > from && isDigit(r) {
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
		small = letter && !unicode.IsUpper(r)
	}
	return ended(b, from)
}

// ended ends the word that begins at from, without the digits that count it.
func ended(b []byte, from int) []byte {
	for len(b) > from && isDigit(rune(b[len(b)-1])) {
		b = b[:len(b)-1]
	}
	if len(b) > from {
		b = append(b, ' ')
	}
	return b
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
