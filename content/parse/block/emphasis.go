package block

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Emphasis marks what has been written since from. Pages mark what they like; where Markdown would not read the marks
// as such, the words stay as they are.
func (w *Inline) Emphasis(from int, mark string) {
	content := string(w.Markdown[from:])
	core := strings.TrimSpace(content)
	if core == "" || strings.HasPrefix(core, mark) && strings.HasSuffix(core, mark) && len(mark) == 2 {
		return
	}
	if mark == "*" && (core[0] == '*' || core[len(core)-1] == '*') && !strings.HasPrefix(core, "**") {
		mark = "_"
	}
	before := ' '
	if from > 0 && strings.HasPrefix(content, core) {
		before, _ = utf8.DecodeLastRune(w.Markdown[:from])
	}
	if mark == "~~" && (before == '~' || core[0] == '~' || core[len(core)-1] == '~') {
		return // Markdown reads no run of four
	}
	if before == '*' && mark[0] == '*' {
		mark = strings.Repeat("_", len(mark))
	}
	first, _ := utf8.DecodeRuneInString(core)
	last, _ := utf8.DecodeLastRuneInString(core)
	if IsWordRune(before) && (!IsWordRune(first) || mark[0] == '_') {
		return
	}
	w.wrap(from, mark, mark)
	if !IsWordRune(last) || mark[0] == '_' {
		end := len(w.Markdown)
		for end > 0 && w.Markdown[end-1] != mark[0] {
			end--
		}
		w.shut = end
	}
}

// IsWordRune reports whether a character belongs to a word: neither space nor punctuation.
func IsWordRune(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r) && r != utf8.RuneError
}

// numbered writes the first letter of words by its number, which begins like punctuation, where a mark of emphasis
// stands before it that would be none.
func (w *Inline) numbered(words string) string {
	r, size := utf8.DecodeRuneInString(words)
	if w.shut == 0 || w.shut != len(w.Markdown) || w.shut == w.Marks || !IsWordRune(r) {
		return words
	}
	w.Markdown = append(w.Markdown, "&#"+strconv.Itoa(int(r))+";"...)
	return words[size:]
}
