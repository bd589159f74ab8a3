package meta

import (
	"strings"
	"unicode/utf8"
)

// text returns the title as it is printed: as the heading has it, or as another source does that separates its words
// with a sign where the heading has separate elements.
func (g *titleGroup) text() string {
	best := g.votes[0]
	for _, v := range g.votes[1:] {
		a, b := len(strings.Fields(v.text)), len(strings.Fields(best.text))
		if a > b || a == b && v.source < best.source {
			best = v
		}
	}
	return best.text
}

// minTail is how long a title must be to go without its kicker, in characters.
const minTail = 20

// withoutSubject removes the kicker from a title where two sources have different ones.
func withoutSubject(title string, groups []*titleGroup) string {
	tail := tailOf(title)
	if utf8.RuneCountInString(tail) < minTail {
		return title
	}
	for _, g := range groups {
		for _, v := range g.votes {
			other := tailOf(v.text)
			if v.source == fromTitleTag || v.key == flatKey(title) || flatKey(other) != flatKey(tail) {
				continue
			}
			if !shareWord(strings.ToLower(strings.TrimSuffix(title, tail)),
				strings.ToLower(strings.TrimSuffix(v.text, other))) {
				return tail
			}
		}
	}
	return title
}

// tailOf returns what follows the first separator in a title, or "".
func tailOf(s string) string {
	at := -1
	for _, sep := range [...]string{": ", " - ", " – ", " — ", " | ", " / "} {
		if i := strings.Index(s, sep); i >= 0 && (at < 0 || i+len(sep) < at) {
			at = i + len(sep)
		}
	}
	if at < 0 {
		return ""
	}
	return strings.TrimSpace(s[at:])
}
