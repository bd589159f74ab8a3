package name

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
)

const (
	maxAuthors = 20
	maxName    = 80 // bytes of the name of an author
	maxParts   = 8  // words of what is taken for a name, with an office or two
	maxLabels  = 3  // labels before one name: "Commentary: a guest article by"
	// words of the name of a person
	minPersonWords, maxPersonWords = 2, 5
	maxDenseName                   = 7 // characters of a name without spaces between its words
	// letters of the short name of an agency
	minAgency, maxAgency = 2, 5
)

// Authors reads the names in a text about authors: "By Ines Okafor and Tom Brandvold, AP" has three. What
// surrounds them is removed: "By", job titles, addresses, handles, initials in brackets.
func Authors(s string) []string {
	s = unbracketed(s)
	var names []string
	for _, part := range nameParts(s) {
		part = tidyName(part)
		if part == "" || IsRole(part) && len(names) > 0 || isDegree(part) || isLogin(part) {
			continue
		}
		names = Add(names, part)
	}
	return names
}

// Add adds a name that is not there yet.
func Add(names []string, name string) []string {
	known := slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
	if known || len(names) >= maxAuthors {
		return names
	}
	return append(names, name)
}

// nameSigns separate names from each other and from other words.
const nameSigns = ",;|•·、，；\n"

// separators are words and dashes between names.
var separators = sync.OnceValue(func() []string {
	ands, parts := lang.Words("and"), particles()
	for _, w := range ands {
		ands = append(ands, strings.ToUpper(w))
	}
	ands = slices.DeleteFunc(ands, func(w string) bool { return parts[w] })
	return append(between(ands), " & ", " – ", " — ", " - ", " / ")
})

// joints are the words for "and" that are also inside names.
var joints = sync.OnceValue(func() []string {
	parts := particles()
	ands := append(lang.Words("and"), lang.Words("and-in-byline")...)
	return between(slices.DeleteFunc(ands, func(w string) bool { return !parts[w] }))
})

// nameParts divides a list of names at separators and words for "and".
func nameParts(s string) []string {
	for _, and := range separators() {
		s = strings.ReplaceAll(s, and, ";")
	}
	for _, and := range joints() {
		s = splitJoint(s, and)
	}
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(nameSigns, r) })
}

// splitJoint divides names at a word that parts two names or joins the two surnames of one: "Ana Rey y Luis Paz" are
// two persons, "José Ortega y Gasset" is one. A person has two words or more.
func splitJoint(s, and string) string {
	for at := 0; ; {
		i := strings.Index(s[at:], and)
		if i < 0 {
			return s
		}
		i += at
		before := s[strings.LastIndexAny(s[:i], nameSigns)+1 : i]
		after, _, _ := strings.Cut(s[i+len(and):], " ")
		rest := s[i+len(and)+len(after):]
		at = i + len(and)
		lone := rest == "" || strings.ContainsAny(rest[:1], nameSigns) || strings.ContainsAny(after, nameSigns)
		if lone && len(strings.Fields(before)) >= minPersonWords && !IsAgency(strings.Trim(after, nameSigns)) {
			continue
		}
		s = s[:i] + ";" + s[at:]
		at = i + 1
	}
}

// unbracketed removes what is in brackets: initials, agencies, job titles.
func unbracketed(s string) string {
	for {
		open := strings.IndexAny(s, "([")
		if open < 0 {
			return s
		}
		end := strings.IndexAny(s[open:], ")]")
		if end < 0 {
			return s[:open]
		}
		s = s[:open] + " " + s[open+end+1:]
	}
}

// nameLabels may come before a name besides the byLabels, in lower case, the longer ones first.
var nameLabels = sync.OnceValue(func() []string {
	labels := lang.Wordings("byline")
	slices.SortStableFunc(labels, func(a, b string) int { return len(b) - len(a) })
	return labels
})

// tidyName removes what is not part of the name.
func tidyName(s string) string {
	s = trimName(s)
	for range maxLabels {
		before := s
		if rest, ok := Unsigned(s); ok && rest != "" {
			s = trimName(rest)
		}
		lower := strings.ToLower(s)
		if len(lower) == len(s) {
			for _, label := range nameLabels() {
				rest, ok := strings.CutPrefix(lower, label)
				if ok && rest != "" && (rest[0] == ' ' || rest[0] == ':' || label[0] >= utf8.RuneSelf) {
					s = trimName(s[len(s)-len(rest):])
					break
				}
			}
		}
		if s == before {
			break
		}
	}
	if label, rest, ok := strings.Cut(s, ": "); ok && Plausible(strings.TrimSpace(rest)) && !IsOtherHand(label+":") &&
		!Plausible(label) {
		s = trimName(rest)
	}
	for _, after := range [...]string{" for ", " via ", "@", "http:", "https:", "www."} {
		if i := strings.Index(s, after); i >= 0 {
			s = trimName(s[:i])
		}
	}
	if i := strings.LastIndexByte(s, ' '); i > 0 && dayWords()[s[i+1:]] {
		s = trimName(s[:i])
	}
	long := len(s) > maxName || len(strings.Fields(s)) > maxParts
	if long || IsLabel(s) || !strings.ContainsFunc(s, unicode.IsLetter) {
		return ""
	}
	return s
}

// dayWords may come between a name and a date.
var dayWords = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("before-date")) })

func trimName(s string) string {
	return strings.Trim(s, " \t.:：-–—*_»«>•|·+")
}

// IsRole reports whether a part of a byline is a job title rather than a name.
func IsRole(s string) bool {
	if Plausible(s) && !hasOffice(s) {
		return false
	}
	return hasOffice(s) || lang.HasDigit(s)
}

// offices are words that occur only in job titles, in lower case.
var offices = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("office")) })

func hasOffice(s string) bool { return hasWordOf(withoutSurname(s), offices()) }

// hasWordOf reports whether one of the words of a text is in a set, whatever its case and the signs around it.
func hasWordOf(s string, set map[string]bool) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if set[strings.Trim(w, ".,;:()")] {
			return true
		}
	}
	return false
}

// surnames are words of job titles and buttons that people are called by too, in lower case.
var surnames = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("surname")) })

// withoutSurname removes the last word of a name where it is a surname, whatever else it may mean: "Anthony Head". The
// words before it must be those of a person: "Department Head" has none.
func withoutSurname(s string) string {
	given, last, ok := cutLast(s)
	if !ok || !surnames()[strings.ToLower(last)] || strings.ToLower(last) == last {
		return s
	}
	for w := range strings.FieldsSeq(given) {
		r, _ := utf8.DecodeRuneInString(w)
		lower := strings.ToLower(strings.Trim(w, ".,"))
		if !unicode.IsUpper(r) || offices()[lower] || buttons()[lower] || commonWords()[lower] {
			return s
		}
	}
	return given
}

// cutLast cuts the last word off.
func cutLast(s string) (before, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i <= 0 {
		return "", s, false
	}
	return s[:i], s[i+1:], true
}

// commonWords are words that no person has for a given name, in lower case.
var commonWords = sync.OnceValue(func() map[string]bool {
	return lang.Set(slices.Concat(lang.WordsOf("en", "com"), lang.WordsOf("en", "rank"), lang.WordsOf("en", "pre"),
		lang.WordsOf("en", "det"), lang.WordsOf("en", "fun")))
})

// HasCommonWord reports whether a text has a word that no person is called by: "Recent Posts".
func HasCommonWord(s string) bool { return hasWordOf(s, commonWords()) }

// IsAnd reports whether a piece of a byline is only a word or a sign that joins names.
func IsAnd(s string) bool {
	s = " " + strings.ToLower(strings.TrimSpace(s)) + " "
	return slices.Contains(separators(), s) || slices.Contains(joints(), s)
}

// firms are words that names of firms, papers and institutions have, in lower case.
var firms = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("firm")) })

// IsFirm reports whether a name is that of a firm, a paper or an institution.
func IsFirm(s string) bool { return hasWordOf(s, firms()) }

// isDegree reports whether a part of a byline is a degree or a suffix after a name.
func isDegree(s string) bool {
	switch strings.ReplaceAll(s, ".", "") {
	case "MD", "PhD", "MS", "MSc", "MA", "BA", "BSc", "BS", "MBA", "JD", "RD", "RN", "RDN", "LD", "CPA", "MPH", "DO",
		"DDS", "Jr", "Sr", "CFP", "CFA", "LLM", "Esq", "MFA", "EdD", "PharmD", "DPT", "LCSW":
		return true
	}
	return false
}

// isLogin reports whether a name is a default user name of a publishing system.
func isLogin(s string) bool {
	switch strings.ToLower(s) {
	case "admin", "administrator", "webmaster", "wordpress", "root", "user", "guest", "author", "anonymous",
		"unknown", "none", "null", "undefined":
		return true
	}
	return false
}

// IsPerson reports whether a name looks like that of a person.
func IsPerson(s string) bool {
	if hasOffice(s) || IsChrome(s) || IsFirm(s) {
		return false
	}
	if Plausible(s) {
		return !isDenseWord(s)
	}
	words := strings.Fields(s)
	if len(words) < minPersonWords || len(words) > maxPersonWords || strings.ContainsAny(s, "0123456789!?/@:") {
		return false
	}
	capitals := 0
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals >= minPersonWords && capitals*2 > len(words) && !isOffice(words[0])
}

// IsLabel reports whether a text is only a word for authors: "By", "Written by:".
func IsLabel(s string) bool {
	s = strings.ToLower(trimName(s))
	return s == "" || labelWords()[s] || labelWords()[s+":"]
}

// labelWords are the words that may come before names, in lower case.
var labelWords = sync.OnceValue(func() map[string]bool {
	return lang.Set(append(lang.Wordings("by"), nameLabels()...))
})

// otherHands begin a text that names somebody other than the authors, in lower case.
var otherHands = sync.OnceValue(func() []string { return lang.Wordings("not-the-author") })

// IsOtherHand reports whether a piece of a byline names somebody other than the authors.
func IsOtherHand(s string) bool {
	s = strings.ToLower(s)
	for _, w := range otherHands() {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// IsChrome reports whether a text has a word of the links and buttons found in bylines.
func IsChrome(s string) bool { return hasWordOf(withoutSurname(s), buttons()) }

// buttons are words of such links and buttons, in lower case.
var buttons = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("button")) })

// IsAgency reports whether a name is that of a news agency or another publisher that may be named beside persons.
func IsAgency(s string) bool {
	switch strings.ToLower(s) {
	case "dpa", "afp", "ap", "reuters", "sid", "apa", "efe", "ansa", "pti", "ani", "tass", "bloomberg", "kna", "epd":
		return true
	}
	return len(s) >= minAgency && len(s) <= maxAgency && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isDenseWord reports whether a text in a script without spaces is too long for a name, or ends like a job title or
// the name of a newspaper.
func isDenseWord(s string) bool {
	if !strings.ContainsFunc(s, lang.IsDense) {
		return false
	}
	if utf8.RuneCountInString(strings.ReplaceAll(s, " ", "")) > maxDenseName {
		return true
	}
	for _, end := range [...]string{
		"部", "局", "社", "新聞", "新闻", "通信", "編集", "者", "問題",
		"网", "報", "报", "ニュース",
	} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
