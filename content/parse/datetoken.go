package parse

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// dateToken is a number, a word or a sign in a printed date.
type dateToken struct {
	kind       dateKind
	value      int
	text       string // of signs and of words that are no names, folded
	start, end int    // bytes
	wide       int    // of a number: the bytes of a digit
}

func (t dateToken) digits() int { return (t.end - t.start) / max(t.wide, 1) }

type dateKind int

const (
	dateOther dateKind = iota // no part of a date
	dateFiller
	dateNumber
	dateMonth
	dateMonthMark // "tháng", before the number of a month
	dateWeekday
	dateAM
	datePM
	dateUnit // 年, 월, 日: after a number
	dateZone
	dateSuffix // "г.", "Uhr": ends a date or time
	dateEra    // "พ.ศ.": years of the Buddhist era
)

const (
	unitYear = iota + 1
	unitMonth
	unitDay
	unitHour
	unitMinute
)

// maxDateTokens is more than any date has: "Saturday, the 25th of September 2026 at 4:05:00 PM GMT+05:30" has 27 with its signs.
const maxDateTokens = 32

// dateTokens cuts the beginning of s into tokens, up to the first that no date has.
func dateTokens(s string) []dateToken {
	tokens := make([]dateToken, 0, 12)
	for i := 0; i < len(s) && len(tokens) < maxDateTokens; {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r != '\n' && unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			i += size
			continue
		}
		t := dateTokenAt(s, i, r, size)
		if t.kind == dateOther {
			break
		}
		tokens = append(tokens, t)
		i = t.end
	}
	return tokens
}

func dateTokenAt(s string, at int, r rune, size int) dateToken {
	if _, ok := digitValue(r); ok {
		return numberToken(s, at, size)
	}
	if kind, unit := dateSign(r); kind != dateOther && !dayOfWeek(s[at+size:]) {
		return dateToken{kind: kind, value: unit, text: s[at : at+size], start: at, end: at + size}
	}
	if !unicode.IsLetter(r) {
		return dateToken{}
	}
	return wordToken(s, at)
}

func numberToken(s string, at, wide int) dateToken {
	t := dateToken{kind: dateNumber, start: at, end: at, wide: wide}
	for t.end < len(s) {
		r, size := utf8.DecodeRuneInString(s[t.end:])
		v, ok := digitValue(r)
		if !ok || t.value > 1e6 {
			break
		}
		t.value = t.value*10 + v
		t.end += size
	}
	for _, ordinal := range []string{"st", "nd", "rd", "th", "er", "º", "ª", "°"} {
		if after, ok := strings.CutPrefix(s[t.end:], ordinal); ok && t.end-at <= 2 && !startsWithLetter(after) {
			t.end += len(ordinal)
			break
		}
	}
	return t
}

// dayOfWeek tells whether what follows 月 or 월 makes it the name of a day.
func dayOfWeek(after string) bool {
	return strings.HasPrefix(after, "曜") || strings.HasPrefix(after, "요일")
}

// startsWithLetter reports whether a text begins with a letter.
func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// digitValue is the value of a decimal digit of any script.
func digitValue(r rune) (int, bool) {
	if '0' <= r && r <= '9' {
		return int(r - '0'), true
	}
	if r < 0x660 || !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	if r >= 0x1d7ce {
		return 0, false // the styled digits do not start at a multiple of ten
	}
	for zero := r; ; zero-- {
		if !unicode.Is(unicode.Nd, zero-1) || r-zero == 9 {
			return int(r - zero), true
		}
	}
}

// dateSign reads signs, and words of one character that stand after a number.
func dateSign(r rune) (dateKind, int) {
	switch r {
	case ',', '.', '-', '/', ':', '·', '•', '|', '+', '–', '،', '、', '(', ')', '~', '：', '‐', '\'', '’', '॰':
		return dateFiller, 0
	case '年', '년':
		return dateUnit, unitYear
	case '月', '월':
		return dateUnit, unitMonth
	case '日', '일', '号', '號':
		return dateUnit, unitDay
	case '時', '时', '點', '点', '시':
		return dateUnit, unitHour
	case '分', '분':
		return dateUnit, unitMinute
	}
	return dateOther, 0
}

// wordToken reads the word at a place, as long as it can be.
func wordToken(s string, at int) dateToken {
	end, dots := at, 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		inner := r == '.' && dots < 3 && startsWithLetter(s[end+size:]) && end-at <= 9
		if inner {
			dots++
		}
		if !inner && !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '׳' && r != '॰' {
			break
		}
		end += size
		if end-at > 48 {
			break
		}
	}
	if t := nameToken(s, at, end); t.kind != dateOther || dots == 0 {
		return t
	}
	return nameToken(s, at, at+strings.IndexByte(s[at:end], '.'))
}

// weekdayAt returns the length of the name of a weekday at a place, or 0 when another word begins there.
func weekdayAt(s string, at int) int {
	if t := wordToken(s, at); t.kind == dateWeekday {
		return t.end - t.start
	}
	return 0
}

// nameToken looks a word up. Hebrew and Arabic write short words of place onto the name.
func nameToken(s string, at, end int) dateToken {
	word := strings.ToLower(s[at:end])
	t := dateToken{start: at, end: end, text: word}
	names := dateNames()
	for _, w := range []string{word, strings.TrimPrefix(word, "ב"), strings.TrimPrefix(word, "d’")} {
		if n, ok := names[strings.TrimRight(w, ".॰׳")]; ok {
			t.kind, t.value = n.kind, n.value
			break
		}
	}
	// Two words make one name: كانون الثاني.
	if after := strings.TrimLeft(s[end:], " "); t.kind == dateOther && after != s[end:] {
		next := after
		if i := strings.IndexAny(next, " ,،.0123456789"); i >= 0 {
			next = next[:i]
		}
		if n, ok := names[word+" "+next]; ok && next != "" {
			t.kind, t.value, t.end = n.kind, n.value, len(s)-len(after)+len(next)
		}
	}
	return t
}

// dateName is what a word means in a date. Of a zone the value is its quarters of an hour east of UTC.
type dateName struct {
	kind  dateKind
	value int
}

// dateNames maps folded words to their meaning.
var dateNames = sync.OnceValue(func() map[string]dateName {
	names := make(map[string]dateName, 2500)
	add := func(word string, n dateName) {
		if _, taken := names[word]; !taken {
			names[word] = n
		}
	}
	for line := range strings.Lines(strings.TrimSpace(monthNames)) {
		for m, forms := range strings.Fields(line)[1:] {
			for form := range strings.SplitSeq(forms, "/") {
				add(strings.ReplaceAll(form, "_", " "), dateName{dateMonth, m + 1})
			}
		}
	}
	for kind, words := range dateWords {
		for word := range strings.FieldsSeq(words) {
			add(word, dateName{kind: dateKind(kind)})
		}
	}
	for word, quarters := range zoneOffsets() {
		add(word, dateName{dateZone, quarters})
	}
	for line := range strings.Lines(strings.TrimSpace(weekdayNames)) {
		for _, word := range strings.Fields(line)[1:] {
			add(word, dateName{kind: dateWeekday})
		}
	}
	return names
})
