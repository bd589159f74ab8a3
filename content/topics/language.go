package topics

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"lede/content/lang"
	"lede/model/world"
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
	code  string
	words map[string]class
	// places has another word for a place, and the place; a key with * is a stem. It is made when it is first asked for:
	// of most languages it never is.
	places  func() map[string]string
	stems   []string // endings of inflection, the longest first
	offices []string // what words for a person's office end in: "sprecherin"
	verbs   []string // what verbs, adjectives and adverbs end in, and nouns mostly do not
}

// unknown stands for every language that has no file.
var unknown = &language{places: func() map[string]string { return nil }}

// classes are the kinds of words that topics knows, by their names in the files.
var classes = map[string]class{
	"det": determiner, "pre": preposition, "fun": function, "cal": calendar, "com": common, "role": role, "rank": rank,
	"agency": agency,
	"con":    linking, "ver": action,
}

// languages are the languages of which such words are known, made when the first article asks for them.
var languages = sync.OnceValue(func() map[string]*language {
	all := map[string]*language{}
	for kind, c := range classes {
		for code, words := range lang.Lines(kind) {
			if all[code] == nil {
				l := &language{code: code, words: map[string]class{}}
				l.places = sync.OnceValue(l.placeNames)
				all[code] = l
			}
			for w := range strings.FieldsSeq(words) {
				all[code].words[w] |= c
			}
		}
	}
	for code, l := range all {
		l.offices = lang.WordsOf(code, "suffix")
		l.verbs = lang.WordsOf(code, "verbal")
		l.stems = lang.WordsOf(code, "inf")
		slices.SortStableFunc(l.stems, func(a, b string) int {
			return utf8.RuneCountInString(b) - utf8.RuneCountInString(a)
		})
	}
	return all
})

// placeNames returns the words for places in a language.
func (l *language) placeNames() map[string]string {
	places := map[string]string{}
	for _, name := range world.Names(l.code) {
		if key := strings.ToLower(name); utf8.RuneCountInString(name) >= minLand && l.words[key] == 0 {
			places[key] = name
		}
	}
	for code, line := range lang.Lines("place") {
		if code == l.code {
			addPlace(places, line)
		}
	}
	return places
}

// givenNames holds first names of all languages.
var givenNames = sync.OnceValue(func() map[string]class {
	names := map[string]class{}
	for w := range strings.FieldsSeq(givenText) {
		names[w] = given
	}
	return names
})

// minLand is how many letters the name of a country has at least that is looked for: shorter ones are common words of
// some language.
const minLand = 2

// addPlace reads other words for a place: "Name = word word".
func addPlace(places map[string]string, line string) {
	name, forms, _ := strings.Cut(line, "=")
	name = strings.TrimSpace(name)
	places[strings.ToLower(name)] = name
	for f := range strings.FieldsSeq(forms) {
		places[strings.ReplaceAll(f, "_", " ")] = name
	}
}

// placeOf returns the place that a lower-case word names, or "".
func (l *language) placeOf(word string) string {
	places := l.places()
	if p := places[word]; p != "" || places == nil {
		return p
	}
	if p := places[strings.TrimSuffix(word, "s")]; p != "" && l.capitalNouns() {
		return p
	}
	for range 3 {
		_, n := utf8.DecodeLastRuneInString(word)
		p := places[word+"*"]
		if p != "" || len(word)-n < 3 {
			return p
		}
		word = word[:len(word)-n]
	}
	return places[word+"*"]
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

// ending reports whether names are inflected so. In a language whose endings are not known, any letters may be one.
func (l *language) ending(s string) bool { return len(l.stems) == 0 || slices.Contains(l.stems, s) }

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

// syllables reports whether the language parts its words into syllables, of which one says little.
func (l *language) syllables() bool { return l.code == "vi" }

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
