package render

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
)

const (
	// longWord is how many letters a word may have before it is drawn by its beginning alone: no language has such
	// words. In a script that writes no spaces a whole paragraph may be one word, so there it is longUnspaced.
	longWord     = 2_000
	longUnspaced = 10_000
	// longLine is how long a line of code may be; longer ones are written by programs.
	longLine = 10_000
	// shownWord is how much of what is too long is drawn.
	shownWord = 1_000
)

// shortened is a block as it is drawn: what nobody reads, a word or a line of code of thousands of letters, by its
// beginning and how much more there is. A block without such is returned as it is.
func shortened(b model.Block) model.Block {
	if prose, ok := b.(model.Prose); ok {
		prose.Source, prose.Plain = shortWords(prose.Source), shortWords(prose.Plain)
		return prose
	}
	if code, ok := b.(model.Code); ok {
		code.Source = shortLines(code.Source)
		return code
	}
	return b
}

// shortWords shortens the words of a text in Markdown that are nothing but letters. What is in an address stays.
func shortWords(s string) string {
	if len(s) <= longWord {
		return s
	}
	var b strings.Builder
	done := 0
	for at := 0; at < len(s); {
		end, letters, limit := word(s, at)
		if letters > limit && !inAddress(s[:at]) {
			shown := at + cutAt(s[at:end], shownWord)
			b.WriteString(s[done:shown] + more(letters-shownWord))
			done = end
		}
		at = max(end, at+1)
	}
	return b.String() + s[done:]
}

// word is the run of letters at a byte of a text: where it ends, how many there are, and how many there may be.
func word(s string, at int) (end, letters, limit int) {
	limit = longWord
	for end = at; end < len(s); letters++ {
		r, n := rune(s[end]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[end:])
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			break
		}
		if r >= 0x0E00 {
			limit = longUnspaced
		}
		end += n
	}
	return end, letters, limit
}

// inAddress reports whether a text ends in the middle of an address.
func inAddress(before string) bool {
	token := before[strings.LastIndexAny(before, " \n\t")+1:]
	return strings.Contains(token, "](") || strings.Contains(token, "<") || strings.Contains(token, "://")
}

// shortLines shortens the lines of code.
func shortLines(s string) string {
	if len(s) <= longLine {
		return s
	}
	var b strings.Builder
	for line := range strings.Lines(s) {
		if n := utf8.RuneCountInString(line); n > longLine {
			rest := ""
			if strings.HasSuffix(line, "\n") {
				rest, n = "\n", n-1
			}
			line = line[:cutAt(line, shownWord)] + more(n-shownWord) + rest
		}
		b.WriteString(line)
	}
	return b.String()
}

// cutAt is where the first n characters of a text end, in bytes.
func cutAt(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// more says how many characters are not drawn.
func more(n int) string { return "… (" + strconv.Itoa(n) + " characters more)" }
