package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
)

const (
	// maxTitle is how long a title may be, in columns.
	maxTitle = 200
	// maxRunIn is how long a run-in head may be, in bytes.
	maxRunIn   = 60
	maxSummary = 90 // columns of a title that is made of the first words
	// maxOpening is how many units title, byline and date may be spread over.
	maxOpening = 6
)

// opening reads the title, the byline, the date and the dateline, which begin a text, into e and returns the
// units that are left.
//
// A text without a title line is named by its run-in head, the words before a colon that open the first
// paragraph, and else by its first words, which then stay where they are.
func opening(e *model.Entry, units []unit) []unit {
	n := 0
	for n < len(units) && n < maxOpening/2 && imprint(e, units[n].text) {
		n++
	}
	units = units[n:]
	if len(units) > 1 && isTitle(units[0]) && (e.Title == "" || e.Title == oneLine(units[0].text)) {
		e.Title = oneLine(units[0].text)
		units = units[1:]
	}
	units = withoutImprint(e, units)
	if len(units) == 0 {
		return units
	}
	if e.Title == "" {
		e.Title, units[0].text = runIn(units[0])
	}
	e.Dateline = dateline(firstProse(units))
	return units
}

// textHead reads what the first lines of plain text state, as text does.
func textHead(e *model.Entry, s string) {
	if len(s) > headBytes {
		s = s[:headBytes]
		s = s[:max(strings.LastIndexByte(s, '\n'), 0)]
	}
	opening(e, shapes(s))
}

// headBytes is how much of a text its title and what goes with it are looked for in.
const headBytes = 2 << 10

// isTitle tells whether a text that begins with u has u for its title.
func isTitle(u unit) bool {
	if u.kind != plainUnit && u.kind != headingUnit || !hasLetter(u.text) {
		return false
	}
	n := columns(u.text)
	switch {
	case n > maxTitle:
		return false
	case u.kind == headingUnit:
		return true
	case strings.HasSuffix(u.text, "."):
		return n <= maxTitle/2
	case endsSentence(u.text):
		return n <= maxTitle*3/4
	}
	return true
}

// withoutImprint takes the lines that only say who wrote the text, and when, out of the first units.
func withoutImprint(e *model.Entry, units []unit) []unit {
	kept := units[:0:0]
	for i, u := range units {
		if i >= maxOpening || len(u.text) > 3*maxTitle {
			return append(kept, units[i:]...)
		}
		if u.kind != plainUnit || !imprint(e, u.text) {
			kept = append(kept, u)
		}
	}
	return kept
}

// firstProse returns the text of the first paragraph among the first units.
func firstProse(units []unit) string {
	for i, u := range units {
		if i < maxOpening && u.kind == plainUnit && len(u.text) > 2*maxRunIn {
			return u.text
		}
	}
	return ""
}

// runIn names a text after its first unit and returns what is left of that.
func runIn(u unit) (title, rest string) {
	head, rest, ok := strings.Cut(u.text, ": ")
	if ok && u.kind == plainUnit && isRunIn(head) && rest != "" && !startsLower(rest) {
		return head, strings.TrimSpace(rest)
	}
	return firstWords(u.text), u.text
}

// isRunIn tells whether the words before a colon are a head: few, most of them written large, and no dateline.
func isRunIn(head string) bool {
	words := strings.Fields(head)
	if len(head) > maxRunIn || len(words) == 0 || len(words) > 9 || strings.ContainsAny(head, ".!?;\"“”„«»(") {
		return false
	}
	large := 0
	for _, w := range words {
		if !startsLower(w) {
			large++
		}
	}
	return large*2 > len(words) && !startsLower(head) && head != strings.ToUpper(head)
}

// firstWords returns the first sentence of s, or as many words of it as make a title.
func firstWords(s string) string {
	s = oneLine(s[:min(len(s), 4*maxTitle)])
	end := 0
	for i, r := range s {
		if r == ' ' && columns(s[:i]) > maxSummary {
			break
		}
		if r == ' ' {
			end = i
		}
		if r == ' ' && endsSentence(s[:i]) && i > maxSummary/3 {
			return strings.TrimRight(s[:i], ".")
		}
	}
	if columns(s) <= maxSummary {
		return strings.TrimRight(s, ".")
	}
	if end == 0 {
		return string([]rune(s)[:maxSummary/2]) + "…"
	}
	return strings.TrimRight(s[:end], " ,;:–—-") + "…"
}

// dateline returns the place and agency that open a report, "GENEVA (AP)" or "BEIRUT, March 7 (Reuters)", or "".
func dateline(s string) string {
	head := s[:min(len(s), 100)]
	cut := -1
	for _, dash := range []string{" — ", " – ", " - ", " -- ", "— ", " —"} {
		if i := strings.Index(head, dash); i > 0 && (cut < 0 || i < cut) {
			cut = i
		}
	}
	if cut < 0 {
		return ""
	}
	head = strings.TrimSpace(head[:cut])
	place, agency, bracketed := strings.Cut(head, "(")
	place, _, _ = strings.Cut(place, ",")
	place = strings.TrimSpace(place)
	first, _ := utf8.DecodeRuneInString(place)
	switch {
	case len(place) < 3 || !unicode.IsUpper(first) || len(strings.Fields(place)) > 4 || strings.ContainsAny(head, "\"“”:;!?"):
		return ""
	case bracketed:
		if !strings.HasSuffix(agency, ")") || len(agency) > 30 {
			return ""
		}
	case place != strings.ToUpper(place):
		return ""
	}
	return head
}

// hasLetter reports whether a text has a letter.
func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
