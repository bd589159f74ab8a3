package render

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxLetters is the longest run of letters and figures that is drawn whole, in characters. No script has such words or sentences: it is
	// data, or filler that keeps a reader from what follows.
	maxLetters = 4000
	// firstLetters and lastLetters are how much of a longer one is drawn.
	firstLetters = 1000
	lastLetters  = 200
)

// foldLong returns a text with the middle of endless words left out, and says how much that is.
func foldLong(s string) string {
	if len(s) <= maxLetters {
		return s
	}
	var b strings.Builder
	done, start, letters := 0, 0, 0
	end := func(at int) {
		if letters > maxLetters {
			from, to := ahead(s, start, firstLetters), back(s, at, lastLetters)
			b.WriteString(s[done:from] + " … " + strconv.Itoa(letters-firstLetters-lastLetters) + " characters more … ")
			done = to
		}
		letters = 0
	}
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '+' && r != '/' && r != '=' {
			end(i)
			continue
		}
		if letters == 0 {
			start = i
		}
		letters++
	}
	end(len(s))
	if done == 0 {
		return s
	}
	return b.String() + s[done:]
}

// ahead returns the place n characters behind another.
func ahead(s string, at, n int) int {
	for ; n > 0; n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// back returns the place n characters before another.
func back(s string, at, n int) int {
	for ; n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return at
}
