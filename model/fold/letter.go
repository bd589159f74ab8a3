package fold

import "unicode"

// IsAccent reports whether r is one of the accents that Latin letters are composed with. The marks of other scripts are
// letters of their own and stay.
func IsAccent(r rune) bool { return 0x300 <= r && r <= 0x36F || r == 0xAD }

// Lower returns the small letter of a character.
func Lower(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		return r
	}
	return unicode.ToLower(r)
}

// AppendLetter appends a lower-case letter without its accent.
func AppendLetter(b []byte, r rune) []byte {
	if r < 0x80 {
		return append(b, byte(r)) //nolint:gosec // ASCII
	}
	switch r {
	case 'ß':
		return append(b, "ss"...)
	case 'æ':
		return append(b, "ae"...)
	case 'œ':
		return append(b, "oe"...)
	case 'ё':
		r = 'е'
	}
	const plain = "aaaaaa\x00ceeeeiiii\x00nooooo\x00ouuuuy\x00y" // à to ÿ
	if 0xE0 <= r && r <= 0xFF && plain[r-0xE0] != 0 {
		return append(b, plain[r-0xE0])
	}
	const extended = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii\x00\x00jjkk\x00llllllllllnnnnnn\x00\x00\x00oooooo\x00\x00rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz" // Ā to ž
	if i := int(r - 0x100); 0 <= i && i < len(extended) && extended[i] != 0 {
		return append(b, extended[i])
	}
	return append(b, string(r)...)
}
