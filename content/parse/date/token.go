package date

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
)

// token is a number, a word or a sign in a printed date.
type token struct {
	kind       tokenKind
	value      int
	text       string // of signs and of words that are no names, folded
	start, end int    // bytes
	wide       int    // of a number: the bytes of a digit
}

func (t token) digits() int { return (t.end - t.start) / max(t.wide, 1) }

type tokenKind int

const (
	dateOther tokenKind = iota // no part of a date
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

// maxTokens is more than any date has: "Saturday, the 25th of September 2026 at 4:05:00 PM GMT+05:30" has 27 with its
// signs.
const maxTokens = 32

// tokens cuts the beginning of s into tokens, up to the first that no date has.
func tokens(s string) []token {
	tokens := make([]token, 0, 12)
	for i := 0; i < len(s) && len(tokens) < maxTokens; {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r != '\n' && unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			i += size
			continue
		}
		t := tokenAt(s, i, r, size)
		if t.kind == dateOther {
			break
		}
		tokens = append(tokens, t)
		i = t.end
	}
	return tokens
}

func tokenAt(s string, at int, r rune, size int) token {
	if _, ok := lang.DigitValue(r); ok {
		return numberToken(s, at, size)
	}
	if kind, unit := signAt(r); kind != dateOther && !dayOfWeek(s[at+size:]) {
		return token{kind: kind, value: unit, text: s[at : at+size], start: at, end: at + size}
	}
	if !unicode.IsLetter(r) {
		return token{}
	}
	return wordToken(s, at)
}

func numberToken(s string, at, wide int) token {
	t := token{kind: dateNumber, start: at, end: at, wide: wide}
	for t.end < len(s) {
		r, size := utf8.DecodeRuneInString(s[t.end:])
		v, ok := lang.DigitValue(r)
		if !ok || t.value > 1e6 {
			break
		}
		t.value = t.value*10 + v
		t.end += size
	}
	for _, ordinal := range []string{"st", "nd", "rd", "th", "er", "º", "ª", "°"} {
		if after, ok := strings.CutPrefix(s[t.end:], ordinal); ok && t.end-at <= 2 && !lang.StartsWithLetter(after) {
			t.end += len(ordinal)
			break
		}
	}
	return t
}

// dayOfWeek reports whether what follows 月 or 월 makes it the name of a day.
func dayOfWeek(after string) bool {
	return strings.HasPrefix(after, "曜") || strings.HasPrefix(after, "요일")
}

// signAt reads signs, and words of one character that stand after a number.
func signAt(r rune) (tokenKind, int) {
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
func wordToken(s string, at int) token {
	end, dots := at, 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		inner := r == '.' && dots < 3 && lang.StartsWithLetter(s[end+size:]) && end-at <= 9
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

// WeekdayAt returns the length of the name of a weekday at a place, or 0 when another word begins there.
func WeekdayAt(s string, at int) int {
	if t := wordToken(s, at); t.kind == dateWeekday {
		return t.end - t.start
	}
	return 0
}

// nameToken looks a word up. Hebrew and Arabic write short words of place onto the name.
func nameToken(s string, at, end int) token {
	word := strings.ToLower(s[at:end])
	t := token{start: at, end: end, text: word}
	names := meanings()
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

// meaning is what a word means in a date. Of a zone the value is its quarters of an hour east of UTC.
type meaning struct {
	kind  tokenKind
	value int
}

// meanings maps folded words to their meaning.
var meanings = sync.OnceValue(func() map[string]meaning {
	names := make(map[string]meaning, 2500)
	add := func(word string, n meaning) {
		if _, taken := names[word]; !taken {
			names[word] = n
		}
	}
	for _, months := range lang.Lines("month") {
		for m, forms := range strings.Fields(months) {
			for form := range strings.SplitSeq(forms, "/") {
				add(strings.ReplaceAll(form, "_", " "), meaning{dateMonth, m + 1})
			}
		}
	}
	for _, w := range words {
		for _, word := range lang.Words(w.words) {
			add(word, meaning{kind: w.kind})
		}
	}
	for word, quarters := range zoneOffsets() {
		add(word, meaning{dateZone, quarters})
	}
	for _, word := range lang.Words("weekday") {
		add(word, meaning{kind: dateWeekday})
	}
	return names
})
