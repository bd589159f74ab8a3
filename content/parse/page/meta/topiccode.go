package meta

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/content/lang"
	"lede/content/parse/page/dom"
)

// Publishing systems list for themselves, among the topics of an article, what only they understand: identifiers,
// paths, keys with values, the codes of wires, the words of their own kinds of pages.

// withoutCodes returns what of the topics names a subject: neither the site nor what a publishing system writes for
// itself.
func (s *pageSources) withoutCodes(names []string, site siteFacts) []string {
	var t topicList
	labels, codes := labelled(names), s.countCodes(names)
	for _, name := range names {
		name = unlabelled(name, labels)
		key := flatKey(name)
		code := mayBeCode(name) || codes >= minCodes && isUpper(name)
		if untold()[key] || slices.Contains(site.keys, key) || isIdentifier(name) || code && !s.shows(name) {
			continue
		}
		t.add(name)
	}
	return t.names
}

// minCodes is how many codes an article has where all its topics in capitals are codes.
const minCodes = 3

func (s *pageSources) countCodes(names []string) (n int) {
	for _, name := range names {
		if mayBeCode(name) && !s.shows(name) {
			n++
		}
	}
	return n
}

// untold holds the words that say of an article no more than that it is one: "news".
var untold = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, w := range lang.Wordings("no-topic") {
		set[flatKey(w)] = true
	}
	return set
})

// unlabelled returns the subject in a topic with a label, such as "Primary Category:AI", or the topic when it has no
// label. It returns "" for a label that names no subject. A colon with a space after it is one of a label only where
// labels is set: it may belong to a title.
func unlabelled(name string, labels bool) string {
	label, value, ok := strings.Cut(name, ":")
	glued := ok && value != "" && value[0] != ' '
	switch {
	case !ok:
		return name
	case namesSubject(label):
		return strings.TrimSpace(value)
	case glued || labels:
		return ""
	}
	return name
}

// minLabels is how many topics of an article have labels where its system labels them all.
const minLabels = 3

// labelled reports whether the topics are given with labels.
func labelled(names []string) bool {
	n := 0
	for _, name := range names {
		if label, _, ok := strings.Cut(name, ": "); ok && label != "" {
			n++
		}
	}
	return n >= minLabels
}

// namesSubject reports whether a label is one of subjects: "Subject", "sub-section".
func namesSubject(label string) bool {
	words := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "category", "categories", "subject", "topic", "topics", "tag", "tags", "keyword", "section":
		return true
	}
	return false
}

// minIdentifier is how many characters an identifier has that looks like a word of hexadecimal digits.
const minIdentifier = 12

// isIdentifier reports whether a topic is one for machines: an identifier, a path, an address.
func isIdentifier(name string) bool {
	if strings.ContainsAny(name, " \u00a0") {
		return false
	}
	hex := strings.IndexFunc(name, func(r rune) bool { return !strings.ContainsRune("0123456789abcdefABCDEF-{}", r) }) < 0
	return hex && lang.HasDigit(name) && len(name) >= minIdentifier ||
		strings.Contains(name, "/") && (name[0] == '/' || name == strings.ToLower(name)) || strings.ContainsAny(name, "=\\")
}

// The lengths of a topic that may be a code of capitals, in characters, and how many digits in a row a name hardly
// has.
const (
	minCode, maxCode = 2, 8
	maxWordCode      = 5 // without digits
	codeDigits       = 3
)

// mayBeCode reports whether a topic is written as codes are: a few capitals, perhaps with digits, or parts with
// hyphens of which one is no word. So is DNA, though; see shows.
func mayBeCode(name string) bool {
	n := utf8.RuneCountInString(name)
	switch {
	case n < minCode || strings.ContainsFunc(name, unicode.IsSpace) || name[0] >= utf8.RuneSelf:
		return false
	case isUpper(name):
		return n <= maxWordCode || n <= maxCode && lang.HasDigit(name) ||
			strings.ContainsAny(name, "-_") && lang.HasDigit(name)
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' })
	return len(parts) > 1 && name == strings.ToLower(name) && slices.ContainsFunc(parts, isNoWord)
}

// isUpper reports whether a topic is one word of capitals, perhaps with digits.
func isUpper(name string) bool {
	return name == strings.ToUpper(name) && name != strings.ToLower(name) && !strings.ContainsFunc(name, unicode.IsSpace)
}

// isNoWord reports whether a part of a name is one letter, a long number, or letters and digits together.
func isNoWord(part string) bool {
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, part)
	return len(part) == 1 && digits == "" || len(digits) >= codeDigits || digits != "" && digits != part
}

// shows reports whether the words of a page have a name as a word of its own, as they have the names that look like
// codes and are none.
func (s *pageSources) shows(name string) bool {
	for n := range s.Nodes(s.Doc) {
		if n.Type == html.TextNode && hasWord(n.Data, name) && !dom.IsUnseen(n.Parent) {
			return true
		}
	}
	return false
}

// hasWord reports whether name stands in text with no letter or digit beside it.
func hasWord(text, name string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		from, to := at+i, at+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:from])
		after, _ := utf8.DecodeRuneInString(text[to:])
		if !isWordRune(before) && !isWordRune(after) {
			return true
		}
		at = to
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
