// Package clean makes untrusted text safe to show: nothing that passes it can drive a terminal, hide
// words or reorder them.
//
// It works by code point, never by sequence, so what follows a forbidden character stays text. It has
// no dependencies, and every package may use it: the door is wherever text comes in.
package clean

import (
	"strings"
	"unicode/utf8"
)

// Text returns s with every forbidden character replaced or removed; newlines and tabs stay.
//
// Controls, bytes that are not UTF-8 and noncharacters become U+FFFD. Characters that are not seen or
// that reorder others are removed, but for the joiners, flag tags and variation selectors that scripts
// and emoji need; so are all marks after the eighth on one letter. A text with nothing to change is
// returned as it is, without a copy. Text(Text(s)) is Text(s).
func Text(s string) string {
	i := printable(s)
	if i == len(s) {
		return s
	}
	var b strings.Builder
	var f filter
	from := 0 // s[from:i] is kept, and not in b yet
	for i < len(s) {
		if n := printable(s[i:]); n > 0 {
			i += n
			f.reset(rune(s[i-1]))
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		v := replace
		if r != utf8.RuneError || size > 1 {
			v = f.judge(r)
		}
		if v != keep {
			if from == 0 {
				b.Grow(len(s))
			}
			b.WriteString(s[from:i])
			from = i + size
		}
		if v == replace {
			b.WriteRune(utf8.RuneError)
			f.reset(utf8.RuneError)
		}
		i += size
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// Line returns s clean, on one line: white space is folded to single spaces and trimmed.
func Line(s string) string {
	if strings.ContainsAny(s, "\r\v\f\u0085\u2028\u2029") {
		s = strings.NewReplacer("\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029",
			"\n").Replace(s)
	}
	s = Text(s)
	if folded(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// folded reports whether s has no white space but single spaces between words. It may say no to a
// text that has none either.
func folded(s string) bool {
	space := true
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && space, c < ' ', c >= 0x80:
			return false
		default:
			space = c == ' '
		}
	}
	return s == "" || !space
}

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
	lows  = 0x7F * ones
)

// printable returns how many bytes at the start of s are printable ASCII, newlines or tabs.
func printable(s string) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		if w&highs != 0 || other(w) {
			break
		}
	}
	for ; i < len(s); i++ {
		if c := s[i]; c >= 0x7F || c < ' ' && c != '\n' && c != '\t' {
			break
		}
	}
	return i
}

// other reports whether one of eight ASCII bytes is a control but for newline and tab. A byte of a sum below
// never carries into the next, since both of its parts are below 0x80.
func other(w uint64) bool {
	control := ^(w + (0x80-' ')*ones) & highs
	deleted := w + 1*ones
	newline := ^(w ^ '\n'*ones + lows)
	tab := ^(w ^ '\t'*ones + lows)
	return (control&^(newline|tab)|deleted)&highs != 0
}
