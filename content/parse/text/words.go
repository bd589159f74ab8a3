package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/name"
)

// prefix is the words before a colon inside a short line, or "".
func prefix(s string) string {
	i := strings.IndexAny(s, ":：")
	if i <= 0 || i > 30 || i >= len(s)-3 {
		return ""
	}
	return s[:i]
}

// speaker reports whether a line begins with who says it: "THE CHAIR: We begin.", "Q: Why?".
func speaker(s string) bool {
	name, _, ok := strings.Cut(s[:min(len(s), 40)], ": ")
	name, _, _ = strings.Cut(name, " [")
	return ok && isCapitals(name)
}

// isCounter reports whether a line counts pictures or pages: "1 of 4", "3 / 4".
func isCounter(s string) bool {
	f := strings.Fields(s)
	return len(f) == 3 && lang.IsNumber(f[0]) && lang.IsNumber(f[2])
}

// alike is the same for lines that differ in numbers only, when they end with a bracket: "Comments (12)".
func alike(s string) string {
	if !strings.HasSuffix(s, ")") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

// unnumbered is a line without the mark or number that it begins with.
func unnumbered(s string) string {
	return bare(strings.TrimLeft(strings.TrimLeft(s, "-*•–·. \t"), "0123456789."))
}

// isSigned reports whether a line is a byline, with or without a date behind it.
func isSigned(s string) bool {
	rest, ok := name.Unsigned(s)
	if !ok {
		return false
	}
	words := strings.Fields(rest)
	if len(words) > 3 && len(words) < 9 && name.Plausible(strings.Join(words[:2], " ")) &&
		lang.HasDigit(words[len(words)-1]) {
		return true
	}
	return name.Byline(s, false) != nil
}

// isCredit reports whether a line is the credit of a picture: "Ines Okafor/Courier", "CreditJan de Vries".
func isCredit(s string) bool {
	if rest, ok := strings.CutPrefix(s, "Credit"); ok {
		r, _ := utf8.DecodeRuneInString(rest)
		return rest == "" || unicode.IsUpper(r)
	}
	author, agency, ok := strings.Cut(s, "/")
	return ok && len(s) <= 50 && name.Plausible(author) && agency != "" && !startsLower(agency)
}

// symbols is the share of four that a line has of the signs which prose has few of.
func symbols(s string) float64 {
	n := 0
	for _, r := range s {
		if strings.ContainsRune("$€£¥%=+*/\\_{}[]<>#@^~→›»«©", r) {
			n++
		}
	}
	return float64(min(n, 4)) / 4
}

// sentenceInside reports whether a sentence ends before the end of s. What ends with a full stop and is short is
// taken for an abbreviation.
func sentenceInside(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] != ' ' || startsLower(s[i+1:]) {
			continue
		}
		word := strings.TrimRight(lastWord(s[:i]), closers)
		if n := len(word); n > 3 && strings.ContainsAny(word[n-1:], ".!?") && strings.Trim(word[:n-1], "0123456789.") != "" {
			return true
		}
	}
	return false
}

// overlap is the share of the longer words of a line that the text below it repeats, endings aside.
func overlap(words []string, below string) float64 {
	below = strings.ToLower(below[:min(len(below), maxSize)])
	all, again := 0, 0
	for _, w := range words {
		if w = strings.ToLower(bare(w)); utf8.RuneCountInString(w) < 4 {
			continue
		}
		all++
		if strings.Contains(below, w[:len(w)-len(w)/4]) {
			again++
		}
	}
	return float64(again) / float64(max(1, all))
}

// conventional reports whether a line is a heading that many texts have.
func conventional(s string) bool { return headings()[strings.ToLower(bare(s))] }

// headings are such headings, in lower case.
var headings = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Wordings("heading")) })
