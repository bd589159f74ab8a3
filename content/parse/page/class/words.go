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
	d := &dictionary{
		phrases: map[string]Meaning{}, vetoes: map[string]Meaning{}, longest: map[string]int{}, stems: map[[2]byte][]stem{},
	}
	for _, entry := range vocabulary {
		for phrase := range strings.SplitSeq(entry.words, "|") {
			d.add(d.phrases, phrase, entry.says)
		}
	}
	for _, entry := range vetoes {
		for phrase := range strings.SplitSeq(entry.words, "|") {
			d.add(d.vetoes, phrase, entry.never)
		}
	}
	return d
})

// dictionary is what words say.
type dictionary struct {
	phrases map[string]Meaning
	vetoes  map[string]Meaning // what the words of a phrase do not mean
	longest map[string]int     // the words of the longest phrase that begins with a word, where that is more than one
	stems   map[[2]byte][]stem // by their first two bytes
}

// stem is the beginning of words, and what these say.
type stem struct {
	word string
	says Meaning
}

func (d *dictionary) add(to map[string]Meaning, phrase string, says Meaning) {
	if w, ok := strings.CutSuffix(phrase, "*"); ok {
		key := [2]byte{w[0], w[1]}
		d.stems[key] = append(d.stems[key], stem{w, says})
		return
	}
	to[phrase] |= says
	if first, _, more := strings.Cut(phrase, " "); more {
		d.longest[first] = max(d.longest[first], strings.Count(phrase, " ")+1)
	}
}

// read returns what words say that have a space after each.
func read(words []byte) (says Meaning) {
	d := lexicon()
	var never Meaning
	for vetoed := 0; len(words) > 0; vetoed-- {
		if vetoed <= 0 {
			never = 0
		}
		end := bytes.IndexByte(words, ' ')
		word, rest := words[:end], words[end+1:]
		said := d.phrases[string(word)] | d.begun(word)
		for n := 2; n <= d.longest[string(word)] && end+1 < len(words); n++ {
			end += 1 + bytes.IndexByte(words[end+1:], ' ')
			said |= d.phrases[string(words[:end])]
			if veto := d.vetoes[string(words[:end])]; veto != 0 {
				never, vetoed = never|veto, max(vetoed, n)
			}
		}
		says |= said &^ never
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

// appendWords appends the words of a name in lower case, with a space after each: "relatedPosts-box2" has related,
// posts and box. Digits within a word are part of it, since programs make up names such as "x9ad1k". Left out is what
// is not about the element itself:
//
//   - slugs: "tag-ads" and "category-cookies" are what a post is about, "format-quote" is a kind of post
//   - what is or is not on the page: "has-sidebar", "no-comments"
//   - where things are on the page: "the-sidebar-layout"
func appendWords(b []byte, name string) []byte {
	from, whole := len(b), len(b) // where the word and the class around it begin
	small, mute := false, false
	end := func() {
		b = ended(b, from)
		switch string(b[from:]) {
		case "list ", "links ", "cloud ": // of tags
			mute = false
		case "tag ", "category ", "cat ", "format ", "has ", "no ", "not ", "non ", "with ", "without ", "hide ", "show ":
			mute = true
		case "layout ":
			b, mute = b[:whole], true
		default:
			if mute {
				b = b[:from]
			}
		}
		from = len(b)
	}
	for _, r := range name[:min(len(name), MaxBytes)] {
		letter := unicode.IsLetter(r)
		if !letter && !isDigit(r) || small && unicode.IsUpper(r) {
			end()
		}
		if letter || len(b) > from && isDigit(r) {
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
		if unicode.IsSpace(r) {
			whole, mute = len(b), false
		}
		small = letter && !unicode.IsUpper(r)
	}
	end()
	return b
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
