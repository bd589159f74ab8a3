package clean

import "unicode/utf8"

// Clip returns at most the first max bytes of s, cut between characters.
func Clip(s string, max int) string {
	if len(s) <= max {
		return s
	}
	for max > 0 && !utf8.RuneStart(s[max]) {
		max--
	}
	return s[:max]
}
