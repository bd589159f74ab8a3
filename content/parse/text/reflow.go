package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
)

// reflow joins the lines of one paragraph, which share no empty line. A paragraph of one line is returned as it
// stands in the source, without a copy.
func reflow(lines []line, hyphens hyphens) string {
	if len(lines) == 1 {
		return lines[0].text
	}
	out := []byte(lines[0].text)
	for i, l := range lines[1:] {
		keep, glue := seam(lines[i].text, l.text, hyphens)
		if !keep { // the hyphen was put there to divide the word
			out = out[:len(out)-1]
		}
		out = append(out, glue...)
		out = append(out, l.text...)
	}
	return string(out)
}

// seam returns how two lines of a paragraph are joined: whether the first keeps its last character, and what is
// between.
func seam(l, next string, known hyphens) (keep bool, glue string) {
	last, _ := utf8.DecodeLastRuneInString(l)
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case wide(last) && wide(first):
		return true, ""
	case last != '-' || len(l) < 2:
		return true, " "
	}
	before, _ := utf8.DecodeLastRuneInString(l[:len(l)-1])
	switch {
	case before == '-' || !unicode.IsLetter(before) && !unicode.IsDigit(before):
		return true, dashGlue(l)
	case !unicode.IsLetter(first) && !unicode.IsDigit(first) || suspended(firstWord(next)):
		return true, " "
	case known.divided(lastWord(l), firstWord(next)):
		return false, ""
	default:
		return true, ""
	}
}

// dashGlue parts what follows a dash at the end of a line: a dash of two hyphens has a space behind it when it has
// one before, a lone hyphen always.
func dashGlue(l string) string {
	if before, ok := strings.CutSuffix(l, "--"); ok && !strings.HasSuffix(before, " ") {
		return ""
	}
	return " "
}

// suspended reports whether a hyphen before a word stands for a part of a compound, as in "first- and second-class".
func suspended(word string) bool { return afterHyphen()[word] }

// afterHyphen are the words before which it does.
var afterHyphen = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("after-hyphen")) })

func firstWord(s string) string {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[:i]
	}
	return s
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// hyphens knows which of the words that are divided by a hyphen at a line's end are written as one word elsewhere in
// the text. Other hyphens stay: most lines that end with one were broken at a hyphen that belongs to the word.
type hyphens map[string]bool

// divided reports whether left, which ends with a hyphen, and right are one word that has been divided.
func (h hyphens) divided(left, right string) bool {
	return h[joined(left, right)]
}

// joined is the word that two halves make, without the punctuation around it.
func joined(left, right string) string {
	return strings.ToLower(bare(strings.TrimSuffix(left, "-")) + bare(right))
}

func bare(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// knownHyphens looks in the text itself for the words that its line ends divide.
func knownHyphens(lines []line) hyphens {
	var h hyphens
	for i := 1; i < len(lines); i++ {
		if l := lines[i-1].text; strings.HasSuffix(l, "-") && !lines[i].gap {
			if h == nil {
				h = hyphens{}
			}
			h[joined(lastWord(l), firstWord(lines[i].text))] = false
		}
	}
	if h == nil {
		return nil
	}
	for _, l := range lines {
		for word := range strings.FieldsSeq(l.text) {
			w := strings.ToLower(bare(word))
			if _, ok := h[w]; ok && w != "" {
				h[w] = true
			}
		}
	}
	return h
}
