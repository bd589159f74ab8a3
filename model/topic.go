package model

import (
	"strings"
	"unicode"
)

// Origin tells who named a topic.
type Origin string

// The origins of topics.
const (
	Publisher Origin = "publisher" // the source states it
	Inferred  Origin = "text"      // found in the text
	Reader    Origin = "reader"    // added by hand
)

// Topic is a subject that an article is about, named as a reader would say it.
type Topic struct {
	Name string
	From Origin
}

// TopicKey folds the name of a topic, so that its variants count as one: case, accents of Latin letters, width, punctuation,
// a leading "the" and a possessive make no difference, and "US", "U.S." and "USA" are the United States.
// Names with equal keys are the same topic. A name without any letter or digit has the key "".
func TopicKey(name string) string {
	b := make([]byte, 0, len(name))
	for i, r := range name {
		if r >= 0xFF01 && r <= 0xFF5E { // full-width forms of ASCII
			r -= 0xFEE0
		}
		switch r = foldRune(r); {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b = appendFolded(b, r)
		case r == '\'' || r == '’' || r == '.' || latinMark(r):
			// stand inside a word without parting it
		case unicode.IsMark(r):
			b = appendFolded(b, r)
		case i > 0 && len(b) > 0 && b[len(b)-1] != ' ':
			b = append(b, ' ')
		}
	}
	key := strings.TrimSpace(string(b))
	if n := len(key); possessive(name) && n > 1 {
		key = key[:n-1]
	}
	return alias(strings.TrimPrefix(key, "the "))
}

// alias gives the few names that the world writes in several ways one key.
func alias(key string) string {
	switch key {
	case "us", "usa", "united states of america", "vereinigte staaten", "etats unis", "estados unidos", "eeuu", "stati uniti":
		return "united states"
	case "uk", "great britain", "grossbritannien", "royaume uni", "reino unido", "regno unito":
		return "united kingdom"
	case "eu", "europaische union", "union europeenne", "union europea", "unione europea":
		return "european union"
	case "un", "uno", "vereinte nationen", "nations unies":
		return "united nations"
	}
	return key
}

func possessive(name string) bool {
	name = strings.TrimRight(name, " ")
	return strings.HasSuffix(name, "'s") || strings.HasSuffix(name, "’s")
}

// latinMark reports whether r is one of the accents that Latin letters are composed with. The marks of other scripts are
// letters of their own and stay.
func latinMark(r rune) bool { return 0x300 <= r && r <= 0x36F || r == 0xAD }

func foldRune(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		return r
	}
	return unicode.ToLower(r)
}

// appendFolded appends a lower-case letter without its accent.
func appendFolded(b []byte, r rune) []byte {
	if r < 0x80 {
		return append(b, byte(r)) //nolint:gosec // ASCII
	}
	switch r {
	case 'ß':
		return append(b, "ss"...)
	case 'æ':
		return append(b, "ae"...)
	case 'œ':
		return append(b, "oe"...)
	case 'ё':
		r = 'е'
	}
	const plain = "aaaaaa\x00ceeeeiiii\x00nooooo\x00ouuuuy\x00y" // à to ÿ
	if 0xE0 <= r && r <= 0xFF && plain[r-0xE0] != 0 {
		return append(b, plain[r-0xE0])
	}
	const extended = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii\x00\x00jjkk\x00llllllllllnnnnnn\x00\x00\x00oooooo\x00\x00rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz" // Ā to ž
	if i := int(r - 0x100); 0 <= i && i < len(extended) && extended[i] != 0 {
		return append(b, extended[i])
	}
	return append(b, string(r)...)
}
