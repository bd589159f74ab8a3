package name

import (
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/date"
	"lede/model"
)

// Imprint reads a line that has only a byline, a date of publication or both, and reports whether it is one. What e
// already has stays.
func Imprint(e *model.Entry, s string) bool {
	if len(s) > MaxTitle || strings.Contains(s, "\n") || !lang.HasDigit(s) && !IsSigned(s) {
		return false
	}
	var names []string
	var when time.Time
	s = dashed(s)
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("|•·—", r) }) {
		part = strings.TrimSpace(part)
		switch t, ok := Date(part); {
		case ok:
			if when.IsZero() {
				when = t
			}
		case len(names) > 0 || part == "":
			return false
		default:
			if names = Byline(part, !when.IsZero() || strings.ContainsAny(s, "|•·—")); names == nil {
				return false
			}
		}
	}
	if len(names) == 0 && when.IsZero() || len(names) > 0 && when.IsZero() && !IsSigned(s) {
		return false
	}
	if len(e.Byline) == 0 {
		e.Byline = names
	}
	if e.Published.IsZero() {
		e.Published = when
	}
	return true
}

// dashed writes a bar for the dash between a date and what follows it: "11.12.2019 – Ines Okafor". A dash after words
// may follow a place as well.
func dashed(s string) string {
	for _, dash := range [...]string{" – ", " - "} {
		if before, after, ok := strings.Cut(s, dash); ok {
			if _, ok := Date(before); ok {
				return before + " | " + after
			}
		}
	}
	return s
}

// dateLabels may come before a date of publication, in lower case.
var dateLabels = sync.OnceValue(func() *lang.ByFirst { return lang.NewByFirst(lang.Wordings("dated")) })

// Date reads a date with at most a label before it, and at most a time or a zone after it.
func Date(s string) (time.Time, bool) {
	if !lang.HasDigit(s) {
		return time.Time{}, false
	}
	if t, ok := date.Parse(s); ok {
		return t, true
	}
	lower := strings.ToLower(s)
	for _, label := range dateLabels()[lower[0]] {
		if rest, ok := strings.CutPrefix(lower, label); ok {
			if t, ok := date.Parse(strings.TrimLeft(rest, " :：-–")); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// IsDated reports whether s begins with a label of a date: "Published on".
func IsDated(s string) bool {
	lower := strings.ToLower(s[:min(len(s), maxByLabel)])
	if lower == "" {
		return false
	}
	for _, label := range dateLabels()[lower[0]] {
		if rest, ok := strings.CutPrefix(lower, label); ok && !lang.StartsWithLetter(rest) {
			return true
		}
	}
	return false
}

// byLabels may come before the names of authors, in lower case. A colon may follow.
var byLabels = sync.OnceValue(func() *lang.ByFirst { return lang.NewByFirst(lang.Wordings("by")) })

// IsSigned reports whether s begins with a word such as "by".
func IsSigned(s string) bool {
	_, ok := Unsigned(s)
	return ok
}

// maxByLabel is how much of a text is searched for a word such as "by", in bytes.
const maxByLabel = 30

// afterByLabel are the signs that may follow a word such as "by".
const afterByLabel = " :：/・＝"

// Unsigned removes a word such as "by" from the start of a byline.
func Unsigned(s string) (string, bool) {
	lower := strings.ToLower(s[:min(len(s), maxByLabel)])
	if lower == "" {
		return s, false
	}
	for _, label := range byLabels()[lower[0]] {
		if !strings.HasPrefix(lower, label) || len(label) >= len(s) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[len(label):]); strings.ContainsRune(afterByLabel, r) {
			return strings.TrimLeft(s[len(label):], afterByLabel), true
		}
	}
	return s, false
}

// andInByline parts the names of a line that has nothing but names.
var andInByline = sync.OnceValue(func() []string {
	parts := particles()
	ands := slices.DeleteFunc(lang.Words("and-in-byline"), func(w string) bool { return parts[w] })
	return append(between(ands), " & ", "、", "，", ";")
})

// between puts spaces around each word.
func between(words []string) []string {
	for i, w := range words {
		words[i] = " " + w + " "
	}
	return words
}

// Byline reads the names of a byline, or returns nil if it is not one. Names without a word such as "by" before them
// count only if bare is set.
func Byline(s string, bare bool) []string {
	rest, ok := Unsigned(s)
	if !ok && !bare {
		return nil
	}
	for _, and := range andInByline() {
		rest = strings.ReplaceAll(rest, and, ",")
	}
	for _, and := range joints() {
		rest = strings.ReplaceAll(splitJoint(rest, and), ";", ",")
	}
	var names []string
	for name := range strings.SplitSeq(rest, ",") {
		name = strings.TrimSpace(name)
		if !Plausible(name) {
			return nil
		}
		names = append(names, name)
	}
	return names
}

// The longest name in a script without capitals, in characters and words.
const maxUncased, maxUncasedWords = 20, 4

// Plausible reports whether s may be a person's name: two to five capitalized words, perhaps with small particles
// between them, none of them a job title.
func Plausible(s string) bool {
	words := strings.Fields(s)
	first, _ := utf8.DecodeRuneInString(s)
	uncased := unicode.In(first, unicode.Han, unicode.Hangul, unicode.Arabic, unicode.Hebrew, unicode.Devanagari)
	if uncased {
		return utf8.RuneCountInString(s) <= maxUncased && len(words) <= maxUncasedWords
	}
	few, many := len(words) < minPersonWords, len(words) > maxPersonWords
	if few || many || strings.ContainsAny(s, "0123456789!?:()\"“”„«»/@") {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		small := particles()[w]
		if !unicode.IsUpper(r) && (i == 0 || !small) || isOffice(w) && (i < len(words)-1 || withoutSurname(s) == s) {
			return false
		}
	}
	return true
}

// particles are small words in names.
var particles = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("particle")) })

// isOffice reports whether a word is part of a job title, or stands for a name in a byline.
func isOffice(w string) bool { return notInNames()[strings.ToLower(strings.Trim(w, ".,"))] }

// notInNames are the words that are.
var notInNames = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("office-in-byline")) })

// MaxTitle is how long a title may be, in columns.
const MaxTitle = 200
