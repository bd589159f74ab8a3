package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// LastRune returns the last character of a text, utf8.RuneError when it has none.
func LastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// StartsWithLetter reports whether a text begins with a letter.
func StartsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// DigitValue is the value of a decimal digit of any script.
func DigitValue(r rune) (int, bool) {
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

// EndsSentence reports whether a text ends like a sentence, closing quotes and brackets aside.
func EndsSentence(s string) bool {
	s = strings.TrimRight(s, " \t\n\"'”’»“)]』」）】")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？।؟۔‼⁉", r) && s != ""
}

// IsEmoji reports whether a character is a picture: emoji, arrow, dingbat, flag.
func IsEmoji(r rune) bool {
	return r >= 0x1f000 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf || r >= 0x2b00 && r <= 0x2bff ||
		r >= 0x2190 && r <= 0x21ff || r == '▶' || r == '►'
}

// IsDense reports whether a character belongs to a script of which one counts for two: Chinese, Japanese, Korean.
func IsDense(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7ff ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xff60 || r >= 0x20000 && r <= 0x3ffff)
}

// HasDigit reports whether a text has a decimal digit of any script.
func HasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// IsUnspaced reports whether a character belongs to a script that is written without spaces between words: Chinese or
// Japanese.
func IsUnspaced(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F ||
		r >= 0xFF00 && r <= 0xFFEF)
}

// FirstRune returns the first character of a text, utf8.RuneError when it has none.
func FirstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// IsNumber reports whether a text is ASCII digits and nothing else.
func IsNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// HasLetter reports whether a text has a letter.
func HasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
