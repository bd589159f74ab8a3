package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold writes a text in lower case, with plain apostrophes and single spaces, for comparing with wordings.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '´':
			r = '\''
		case r == '：':
			r = ':'
		case r == '\u00ad' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\ufe0f':
			continue
		case r == '\u0307':
			continue // what the lower case of İ leaves above the i
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// wordsBy holds words by their first byte, so that a text is compared with few of many that it may begin with.
type wordsBy [256][]string

// byFirst returns words by their first byte; none may be "".
func byFirst(words []string) *wordsBy {
	var by wordsBy
	for _, w := range words {
		by[w[0]] = append(by[w[0]], w)
	}
	return &by
}

// clip returns at most the first max bytes of s, cut between characters.
func clip(s string, max int) string {
	if len(s) <= max {
		return s
	}
	for max > 0 && !utf8.RuneStart(s[max]) {
		max--
	}
	return s[:max]
}

// sentenceEnd tells whether a text ends like a sentence, closing quotes and brackets aside.
func sentenceEnd(s string) bool {
	s = strings.TrimRight(s, " \t\n\"'”’»“)]』」）】")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？।؟۔‼⁉", r) && s != ""
}

// isEmoji tells whether a character is a picture: emoji, arrow, dingbat, flag.
func isEmoji(r rune) bool {
	return r >= 0x1f000 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf || r >= 0x2b00 && r <= 0x2bff || r >= 0x2190 && r <= 0x21ff || r == '▶' || r == '►'
}

// isDense tells whether a character belongs to a script of which one counts for two: Chinese, Japanese, Korean.
func isDense(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7ff || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xff60 || r >= 0x20000 && r <= 0x3ffff)
}
