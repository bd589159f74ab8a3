// Package script knows what the breaking and measuring of lines needs to know of scripts: where words of Thai end,
// and how many cells terminals draw for the letters of South and Southeast Asia.
package script

import "unicode"

// Cells returns how many cells a terminal draws for a user-perceived character that takes so many columns by the
// rules for characters. In the scripts of South and Southeast Asia terminals draw each letter, and each vowel sign
// beside it, in a cell of its own, whatever they combine to.
func Cells(cluster string, columns int) int {
	n, drawn := 0, false
	for i, r := range cluster {
		switch {
		case !indic(r) && i == 0:
			n = columns
		case indic(r):
			drawn = true
			if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
				n++
			}
		}
	}
	if !drawn {
		return columns
	}
	return n
}

// indic reports whether a character is of a script of South or Southeast Asia.
func indic(r rune) bool {
	return r >= 0x0900 && r <= 0x0EFF || r >= 0x1000 && r <= 0x109F || r >= 0x1700 && r <= 0x17FF ||
		r >= 0x1900 && r <= 0x1AAF || r >= 0x1B00 && r <= 0x1CFF || r >= 0xA800 && r <= 0xA82F ||
		r >= 0xA880 && r <= 0xA8FF ||
		r >= 0xA930 && r <= 0xA95F || r >= 0xA980 && r <= 0xAADF || r >= 0xAAE0 && r <= 0xABFF ||
		r >= 0x11000 && r <= 0x11FFF
}
