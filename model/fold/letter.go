package fold

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What Letter returns for a character that is not compared as one letter.
const (
	None    rune = -1 // a mark or an invisible character: it is not compared
	Several rune = -2 // more than one character: see Spell
)

// Letter returns what a character is compared as when a user looks for it: its small letter without accents, points
// and vowel marks, in its ordinary form and width. Letters that a script writes with a mark but counts as its own
// stay apart: й and и, が and か. All quotes are straight, all dashes are hyphens and all blanks are spaces.
func Letter(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		return r
	case r < tabled:
		return letters()[r]
	case r >= 0x3400 && r <= 0x9FFF, r >= 0xAC00 && r <= 0xD7A3: // ideographs and syllables
		return r
	}
	return single(r)
}

// Spell returns the characters that a character is compared as, where Letter returns Several.
func Spell(r rune) string {
	if s, ok := spelt(unicode.ToLower(r)); ok {
		return s
	}
	var b strings.Builder
	for _, part := range decomposed(r) {
		switch l := simple(unicode.ToLower(part)); {
		case l == Several:
			b.WriteString(Spell(part))
		case l >= 0:
			b.WriteRune(l)
		}
	}
	return b.String()
}

// Append appends what a character is compared as.
func Append(b []byte, r rune) []byte {
	switch l := Letter(r); l {
	case None:
		return b
	case Several:
		return append(b, Spell(r)...)
	default:
		return utf8.AppendRune(b, l)
	}
}

// AppendWord appends what a character of a word is compared as, which may be nothing. ok is false for a character
// between words, and nothing is appended.
func AppendWord(b []byte, r rune) (_ []byte, ok bool) {
	switch l := Letter(r); {
	case l == None || l == '\'': // "don't" is one word
		return b, true
	case r < utf8.RuneSelf && !IsAlnum(byte(r)): //nolint:gosec // ASCII
		return b, false
	case r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
		return b, false
	case l != Several:
		return utf8.AppendRune(b, l), true
	}
	for _, l := range Spell(r) {
		if unicode.IsLetter(l) {
			b = utf8.AppendRune(b, l)
		}
	}
	return b, true
}

// Next returns the first character of s, composed with those after it that make one letter with it, and how many bytes
// they take.
func Next(s string) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(s)
	if size < len(s) && s[size] >= 0xCC && r >= 0x400 {
		if next, n := utf8.DecodeRuneInString(s[size:]); joins(r, next) {
			return compose(s, size+n)
		}
	}
	return r, size
}

// joins reports whether a character and the next one make another letter.
func joins(r, next rune) bool {
	switch {
	case r <= 0x52F:
		return next == 0x306 || next == 0x308 // й, ё
	case next == 0x3099 || next == 0x309A || next == 0xFF9E || next == 0xFF9F:
		return r >= 0x3041 && r <= 0x30FF || r >= 0xFF66 && r <= 0xFF9D // kana and its voice marks
	}
	return r >= 0x1100 && r <= 0x1112 && next >= 0x1161 && next <= 0x1175 // the parts of a syllable
}

// compose composes the first n bytes of s, and the last part of a Korean syllable behind them.
func compose(s string, n int) (r rune, size int) {
	if last, more := utf8.DecodeRuneInString(s[n:]); last >= 0x11A8 && last <= 0x11C2 {
		n += more
	}
	r, _ = utf8.DecodeRuneInString(norm.NFKC.String(s[:n]))
	return r, n
}

// tabled is the first character whose letter is not looked up in a table: the alphabets are below.
const tabled = 0x2100

var letters = sync.OnceValue(func() *[tabled]rune {
	var t [tabled]rune
	for r := range t {
		t[r] = single(rune(r))
	}
	return &t
})

// single returns the letter of one character.
func single(r rune) rune {
	parts := decomposed(r)
	if len(parts) == 1 {
		return simple(unicode.ToLower(parts[0]))
	}
	letter := None
	for _, part := range parts {
		switch l := simple(unicode.ToLower(part)); {
		case l == None:
		case l == Several || letter != None:
			return Several
		default:
			letter = l
		}
	}
	return letter
}

// decomposed returns a character as the letter and the marks that it is made of, where those are to be compared by
// themselves.
func decomposed(r rune) []rune {
	switch {
	case r >= 0x400 && r <= 0x52F && unicode.ToLower(r) != 'ё', r >= 0xE00 && r <= 0xEFF, r >= 0x3041 && r <= 0x30FF:
		return []rune{r} // marked letters of Cyrillic and kana are letters of their own; Thai and Lao are written in parts
	case r == '´': // a blank with an accent, says Unicode
		return []rune{'′'}
	case r == '″': // two of ′
		return []rune{r}
	}
	var buf [utf8.UTFMax]byte
	d := norm.NFKD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
	if len(d) == 0 {
		return []rune{r}
	}
	if r >= 0xFF65 { // kana of half width
		d = norm.NFC.Bytes(d)
	}
	return []rune(string(d))
}

// simple returns the letter of a small one that has no decomposition.
func simple(r rune) rune {
	if _, ok := spelt(r); ok {
		return Several
	}
	switch {
	case unicode.Is(unmarked, r):
		return None
	case unicode.IsDigit(r):
		return digit(r)
	case unicode.IsSpace(r):
		return ' '
	}
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', 'ʻ', '׳':
		return '\''
	case '“', '”', '„', '‟', '″', '״':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '־':
		return '-'
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ', 'ð':
		return 'd'
	case 'ħ':
		return 'h'
	case 'ŧ':
		return 't'
	case 'ı':
		return 'i'
	case 'ς':
		return 'σ'
	case 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ې':
		return 'ي'
	case 'ة', 'ہ', 'ھ', 'ە':
		return 'ه'
	case 'ک':
		return 'ك'
	case 'ँ':
		return 'ं'
	}
	return r
}

// spelt returns how a small letter is spelt that stands for two.
func spelt(r rune) (string, bool) {
	switch r {
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'þ':
		return "th", true
	}
	return "", false
}

// digit returns the digit that has the value of r.
func digit(r rune) rune {
	for _, d := range unicode.Nd.R16 {
		if rune(d.Lo) <= r && r <= rune(d.Hi) {
			return '0' + (r-rune(d.Lo))%10
		}
	}
	return r
}

// unmarked are the marks that readers leave out when they type: accents, points of Hebrew, vowels and the stretching
// line of Arabic, dots below Indic letters; and what is invisible.
var unmarked = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x00AD, 0x00AD, 1},
		{0x0300, 0x036F, 1},
		{0x0483, 0x0487, 1},
		{0x0591, 0x05BD, 1},
		{0x05BF, 0x05BF, 1},
		{0x05C1, 0x05C2, 1},
		{0x05C4, 0x05C5, 1},
		{0x05C7, 0x05C7, 1},
		{0x0610, 0x061A, 1},
		{0x061C, 0x061C, 1},
		{0x0640, 0x0640, 1},
		{0x064B, 0x065F, 1},
		{0x0670, 0x0670, 1},
		{0x06D6, 0x06DC, 1},
		{0x06DF, 0x06E4, 1},
		{0x06E7, 0x06E8, 1},
		{0x06EA, 0x06ED, 1},
		{0x08CA, 0x08E1, 1},
		{0x08E3, 0x08FF, 1},
		{0x093C, 0x0C3C, 0x80}, // the dot below of each Indic script
		{0x0CBC, 0x0CBC, 1},
		{0x1AB0, 0x1ACE, 1},
		{0x1DC0, 0x1DFF, 1},
		{0x200B, 0x200F, 1},
		{0x2060, 0x2064, 1},
		{0x20D0, 0x20F0, 1},
		{0xFE00, 0xFE0F, 1},
		{0xFE20, 0xFE2F, 1},
		{0xFEFF, 0xFEFF, 1},
	},
	LatinOffset: 1,
}
