package topics

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"

	"lede/content/lang"
)

// givenText holds first names of all languages.
//
//go:embed given.txt
var givenText string

// class is what is known of a word in a language.
type class uint16

const (
	determiner  class = 1 << iota // stands before nouns: articles, possessives, prepositions
	preposition                   // stands before nouns and before names
	function                      // other words that carry no subject
	calendar
	common  // says little by itself: "people", "year", "announced"
	role    // stands before a person's name: "President"
	rank    // stands before a role: "Prime"
	agency  // signs datelines: "Reuters"
	linking // may stand inside a name: "of"
	action  // a verb, a number, a time: never a part of a phrase
	given   // a first name
)

const (
	stop  = determiner | preposition | function | calendar
	vague = stop | common | role | agency | action
)

// language is what is known of one language.
type language struct {
	code    string
	words   map[string]class
	places  map[string]string // another word for a place, and the place; a key with * is a stem
	stems   []string          // endings of inflection, the longest first
	offices []string          // what words for a person's office end in: "sprecherin"
}

// unknown stands for every language that has no file.
var unknown = &language{}

// languages reads the files once, when the first article asks for them. A language of which only other words are known has none.
var languages = sync.OnceValue(func() map[string]*language {
	all := map[string]*language{}
	for code, text := range lang.Files() {
		if l := readLanguage(code, text); len(l.words) > 0 {
			all[code] = l
		}
	}
	return all
})

// givenNames holds first names of all languages.
var givenNames = sync.OnceValue(func() map[string]class { return readLanguage("", givenText).words })

// readLanguage reads lines of the form "kind: word word …". A line "place: Name = word word" gives other words for a place.
func readLanguage(code, data string) *language {
	l := &language{code: code, words: make(map[string]class, len(data)/8), places: map[string]string{}}
	for line := range strings.Lines(data) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if kind == "place" {
			l.place(rest)
			continue
		}
		for w := range strings.FieldsSeq(rest) {
			l.word(kind, w)
		}
	}
	for n := 5; n > 0; n-- {
		for _, s := range strings.Fields(l.endings(data)) {
			if utf8.RuneCountInString(s) == n {
				l.stems = append(l.stems, s)
			}
		}
	}
	return l
}

func (l *language) endings(data string) string {
	_, rest, _ := strings.Cut(data, "\ninf: ")
	line, _, _ := strings.Cut(rest, "\n")
	return line
}

func (l *language) word(kind, w string) {
	switch kind {
	case "det":
		l.words[w] |= determiner
	case "pre":
		l.words[w] |= preposition
	case "fun":
		l.words[w] |= function
	case "cal":
		l.words[w] |= calendar
	case "com":
		l.words[w] |= common
	case "ver":
		l.words[w] |= action
	case "role":
		l.words[w] |= role
	case "rank":
		l.words[w] |= rank
	case "agency":
		l.words[w] |= agency
	case "con":
		l.words[w] |= linking
	case "given":
		l.words[w] |= given
	case "suffix":
		l.offices = append(l.offices, w)
	}
}

func (l *language) place(line string) {
	name, forms, _ := strings.Cut(line, "=")
	name = strings.TrimSpace(name)
	l.places[strings.ToLower(name)] = name
	for f := range strings.FieldsSeq(forms) {
		l.places[strings.ReplaceAll(f, "_", " ")] = name
	}
}

// placeOf returns the place that a lower-case word names, or "".
func (l *language) placeOf(word string) string {
	if p := l.places[word]; p != "" || l.places == nil {
		return p
	}
	if p := l.places[strings.TrimSuffix(word, "s")]; p != "" && l.capitalNouns() {
		return p
	}
	for range 3 {
		_, n := utf8.DecodeLastRuneInString(word)
		p := l.places[word+"*"]
		if p != "" || len(word)-n < 3 {
			return p
		}
		word = word[:len(word)-n]
	}
	return l.places[word+"*"]
}

// stem returns a lower-case word without its ending; words that differ in their endings only have one stem.
func (l *language) stem(word string) string {
	if l.code == "en" {
		return singular(word)
	}
	for _, s := range l.stems {
		if rest, ok := strings.CutSuffix(word, s); ok && utf8.RuneCountInString(rest) >= l.shortest() {
			return rest
		}
	}
	return word
}

// shortest is how many letters a stem has at least.
func (l *language) shortest() int {
	if l.code == "ko" {
		return 2
	}
	return 4
}

func singular(w string) string {
	switch {
	case len(w) < 4 || w[len(w)-1] != 's':
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAny(w, "sses", "shes", "ches", "xes", "zes"):
		return w[:len(w)-2]
	case hasAny(w, "ss", "us", "is"):
		return w
	}
	return w[:len(w)-1]
}

func hasAny(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// capitalNouns reports whether the language writes every noun with a capital, which then tells little of a name.
func (l *language) capitalNouns() bool { return l.code == "de" }

// inflects reports whether names change their endings, so that the shortest form is the one to show.
func (l *language) inflects() bool {
	switch l.code {
	case "ru", "uk", "pl", "cs", "fi", "hu", "tr":
		return true
	}
	return false
}

// hasDeterminers reports whether nouns mostly stand after articles.
func (l *language) hasDeterminers() bool {
	switch l.code {
	case "en", "fr", "es", "pt", "it", "nl", "ro":
		return true
	}
	return false
}

// detectWords is how many words of a text decide its language.
const detectWords = 400

// detect returns the language that the words speak: the one that knows most of them as determiners and function words.
// tag is what the source says, and decides when there is a file for it and the words do not speak against it.
func detect(tag string, words []word) *language {
	if len(words) > detectWords {
		words = words[:detectWords]
	}
	best, most, second := unknown, 0, 0
	for code, l := range languages() {
		n := 0
		for i := range words {
			if c := l.words[words[i].fold]; c&(determiner|preposition|function) != 0 {
				n += 2 + bits.Len(uint(words[i].lower))
			}
		}
		if n > most || n == most && code < best.code {
			best, most, second = l, n, most
		} else if n > second {
			second = n
		}
	}
	if most*4 < len(words) && latin(words) {
		best, most = unknown, 0
	}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if l := languages()[base]; l != nil && (most < 12 || l == best || second*2 > most) {
		return l
	}
	return best
}

// latin reports whether most words are written in Latin letters, which many languages without a file are too.
func latin(words []word) bool {
	n := 0
	for i := range words {
		if r, _ := utf8.DecodeRuneInString(words[i].fold); r < 0x250 {
			n++
		}
	}
	return n*2 > len(words)
}
