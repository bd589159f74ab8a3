package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/content/parse/block"
	"lede/content/parse/name"
	"lede/model"
)

// MaxRunIn is how long a run-in head may be, in bytes.
const MaxRunIn = 60

// MaxOpening is how many units title, byline and date may be spread over.
const MaxOpening = 6

// WithoutImprint takes the lines that only say who wrote the text, and when, out of the first units.
func WithoutImprint(e *model.Entry, units []block.Unit) []block.Unit {
	kept := units[:0:0]
	for i, u := range units {
		if i >= MaxOpening || len(u.Text) > 3*name.MaxTitle {
			return append(kept, units[i:]...)
		}
		if u.Kind != block.Plain || !name.Imprint(e, u.Text) {
			kept = append(kept, u)
		}
	}
	return kept
}

// FirstProse returns the text of the first paragraph among the first units.
func FirstProse(units []block.Unit) string {
	for i, u := range units {
		if i < MaxOpening && u.Kind == block.Plain && len(u.Text) > 2*MaxRunIn {
			return u.Text
		}
	}
	return ""
}

// Dateline returns the place and agency that open a report, "GENEVA (AP)" or "BEIRUT, March 7 (Reuters)", or "".
func Dateline(s string) string {
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
	case len(place) < 3 || !unicode.IsUpper(first) || len(strings.Fields(place)) > 4 ||
		strings.ContainsAny(head, "\"“”:;!?"):
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
