package block

import "strings"

const (
	// shortLine is the length in bytes below which a line is likely to be a block of its own.
	shortLine = 40
	// longLines is how many longer lines count for one block.
	longLines = 4
)

// Structured divides a text at the line up to which its blocks are told apart (see Most). number is that of the line
// that rest begins with.
func Structured(s string) (head, rest string, number int) {
	left := longLines * Most(len(s))
	at := 0
	for number = 1; at < len(s); number++ {
		end := strings.IndexByte(s[at:], '\n')
		if end < 0 {
			end = len(s) - at - 1
		}
		switch {
		case end >= shortLine:
			left--
		case end > 0:
			left -= longLines
		}
		if left < 0 {
			return s[:at], s[at:], number
		}
		at += end + 1
	}
	return s, "", number
}
