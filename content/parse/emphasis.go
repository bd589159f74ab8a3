package parse

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// emphasis marks what has been written since from. Pages mark what they like; where Markdown would not read the marks as such, the words
// stay as they are.
func (w *inline) emphasis(from int, mark string) {
	content := string(w.md[from:])
	core := strings.TrimSpace(content)
	if core == "" || strings.HasPrefix(core, mark) && strings.HasSuffix(core, mark) && len(mark) == 2 {
		return
	}
	if mark == "*" && (core[0] == '*' || core[len(core)-1] == '*') && !strings.HasPrefix(core, "**") {
		mark = "_"
	}
	before := ' '
	if from > 0 && strings.HasPrefix(content, core) {
		before, _ = utf8.DecodeLastRune(w.md[:from])
	}
	if mark == "~~" && (before == '~' || core[0] == '~' || core[len(core)-1] == '~') {
		return // Markdown reads no run of four
	}
	if before == '*' && mark[0] == '*' {
		mark = strings.Repeat("_", len(mark))
	}
	first, _ := utf8.DecodeRuneInString(core)
	last, _ := utf8.DecodeLastRuneInString(core)
	if joins(before) && (!joins(first) || mark[0] == '_') {
		return
	}
	w.wrap(from, mark, mark)
	if !joins(last) || mark[0] == '_' {
		end := len(w.md)
		for end > 0 && w.md[end-1] != mark[0] {
			end--
		}
		w.shut = end
	}
}

// joins tells whether a character belongs to a word: neither space nor punctuation.
func joins(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r) && r != utf8.RuneError
}

// numbered writes the first letter of words by its number, which begins like punctuation, where a mark of emphasis stands before it that
// would be none.
func (w *inline) numbered(words string) string {
	r, size := utf8.DecodeRuneInString(words)
	if w.shut == 0 || w.shut != len(w.md) || w.shut == w.marks || !joins(r) {
		return words
	}
	w.md = append(w.md, "&#"+strconv.Itoa(int(r))+";"...)
	return words[size:]
}
