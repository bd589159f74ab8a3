package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/name"
)

// maxChrome is the longest line that is a button, a time or a credit, in bytes.
const maxChrome = 60

// isChrome reports whether a line is not a heading for what it says: it is the label of a figure or a table, a button,
// the time of an entry in a live blog, when something was posted, or the name of an agency.
func isChrome(s string) bool {
	if isFigureLabel(s) {
		return true
	}
	return len(s) <= maxChrome && (isControl(s) || isClock(s) || isAge(s) || isPosted(s) || isAgency(s))
}

// isControl reports whether a line has the words of a button.
func isControl(s string) bool { return controls()[strings.ToLower(bare(s))] }

// controls are the words of buttons, in lower case.
var controls = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Wordings("control")) })

// figureWords begin the label of a figure or a table, in lower case.
var figureWords = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("figure-label")) })

// isFigureLabel reports whether a line begins with the number of a figure or a table: "Table 2: Readings", "Abb. 3".
func isFigureLabel(s string) bool {
	word, rest, ok := strings.Cut(s, " ")
	if !ok || !figureWords()[strings.ToLower(strings.TrimRight(word, "."))] {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsDigit(r)
}

// isClock reports whether a line is nothing but a time of day: "11:39", "14.05 Uhr", "9:30 a.m. ET".
func isClock(s string) bool {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i == 0 || i > 2 || i+2 >= len(s) || !strings.ContainsRune(":.h", rune(s[i])) || !lang.IsNumber(s[i+1:i+3]) {
		return false
	}
	after := s[i+3:]
	if after == "" {
		return s[i] != '.'
	}
	for w := range strings.FieldsSeq(after) {
		zone := w == strings.ToUpper(w) && len(w) <= len("CEST")
		if !zone && !clockWords()[strings.ToLower(strings.Trim(w, ".,()"))] {
			return false
		}
	}
	return unicode.IsSpace(rune(after[0]))
}

// clockWords may follow a time of day, in lower case and without a full stop.
var clockWords = sync.OnceValue(func() map[string]bool {
	words := append(append(lang.Words("date-am"), lang.Words("date-pm")...), lang.Words("date-end")...)
	for i, w := range words {
		words[i] = strings.Trim(w, ".")
	}
	return lang.Set(words)
})

// maxAge is how many words say at most how old something is: "vor 3 Stunden".
const maxAge = 4

// ages are the words for how long ago something was, in lower case.
var ages = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("ago")) })

// isAge reports whether a line says how old something is: "2 hours ago", "vor 3 Stunden".
func isAge(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	if len(words) < 2 || len(words) > maxAge || !lang.HasDigit(s) {
		return false
	}
	return ages()[words[0]] || ages()[words[len(words)-1]]
}

// isPosted reports whether a line says when something was posted.
func isPosted(s string) bool {
	return lang.HasDigit(s) && name.IsDated(s) && strings.ContainsAny(s, ":./")
}

// isAgency reports whether a line names news agencies and nothing else: "Reuters", "AP/dpa".
func isAgency(s string) bool {
	names := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/,() ", r) })
	for _, n := range names {
		if !agencies()[strings.ToLower(n)] {
			return false
		}
	}
	return len(names) > 0
}

// agencies are the names of news agencies, in lower case.
var agencies = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("agency")) })
