package lang

import (
	"embed"
	"iter"
	"slices"
	"strings"
	"sync"
)

// What is known of a language stands in one file, words/<code>.txt. A line is a kind of words, a colon and the words:
// single ones with spaces between them, wordings of several words with bars. A kind may have several lines. # begins
// a comment.
//
//go:embed words/*.txt
var files embed.FS

// order is the order of the languages where a word means one thing in one and another thing in another: "listopad" is
// November in Polish and October in Croatian. A language that is not named here comes after them, by its code.
const order = "en de fr es pt it nl sv da nb nn is fi et lv lt pl cs sk sl sr sr-Latn hr bs mk bg ru uk be ro hu el " +
	"tr az kk uz ky tg hy ka " +
	"sq ca gl eu lb af sw id ms fil so ha zu mt cy ga jv vi th lo km my ja zh ko hi mr ne bn as gu pa or ta te kn ml " +
	"si ur fa ps ar he ku am mn eo"

// line is a line of a language's file, without its kind.
type line struct{ code, words string }

// lines holds the lines of all languages by their kinds.
var lines = sync.OnceValue(func() map[string][]line {
	all := map[string][]line{}
	for code, text := range texts() {
		for l := range strings.Lines(text) {
			kind, words, ok := strings.Cut(strings.TrimSpace(l), ": ")
			if ok && kind[0] != '#' {
				all[kind] = append(all[kind], line{code, words})
			}
		}
	}
	return all
})

// texts yields the file of each language with its code.
func texts() iter.Seq2[string, string] {
	return func(yield func(code, text string) bool) {
		for _, code := range codes() {
			text, err := files.ReadFile("words/" + code + ".txt")
			if err == nil && !yield(code, string(text)) {
				return
			}
		}
	}
}

// codes returns the codes of all languages in their order.
func codes() []string {
	first := strings.Fields(order)
	entries, _ := files.ReadDir("words")
	var others []string
	for _, e := range entries {
		if code := strings.TrimSuffix(e.Name(), ".txt"); !slices.Contains(first, code) {
			others = append(others, code)
		}
	}
	return append(first, others...)
}

// Lines yields the lines of a kind, each with the code of its language.
func Lines(kind string) iter.Seq2[string, string] {
	return func(yield func(code, words string) bool) {
		for _, l := range lines()[kind] {
			if !yield(l.code, l.words) {
				return
			}
		}
	}
}

// Words returns the single words of a kind in all languages, each once.
func Words(kind string) []string {
	var all []string
	for _, words := range Lines(kind) {
		all = append(all, strings.Fields(words)...)
	}
	return unique(all)
}

// WordsOf returns the single words of a kind in one language.
func WordsOf(code, kind string) []string {
	var all []string
	for c, words := range Lines(kind) {
		if c == code {
			all = append(all, strings.Fields(words)...)
		}
	}
	return all
}

// Wordings returns the wordings of a kind in all languages, each once.
func Wordings(kind string) []string {
	var all []string
	for _, words := range Lines(kind) {
		all = append(all, strings.Split(words, " | ")...)
	}
	return unique(all)
}

// Set returns words for looking them up.
func Set(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// unique returns words in their order, each once.
func unique(words []string) []string {
	seen := make(map[string]bool, len(words))
	return slices.DeleteFunc(words, func(w string) bool {
		known := seen[w]
		seen[w] = true
		return known
	})
}
