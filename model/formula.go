package model

import "strings"

// MaxFormula is the length of the longest formula in a line of text, in bytes.
const MaxFormula = 1000

// Formula returns the length of the formula that s begins with, as Markdown writes one in a line: $a_1$, $$a_1$$ or
// $`a_1`$. It is 0 when s begins with none: prices are no formulas. before is the text that s follows.
//
// See the page "Writing mathematical expressions" of docs.github.com.
func Formula(before, s string) int {
	sign := "$"
	if strings.HasPrefix(s, "$$") {
		sign = "$$"
	}
	coded := strings.HasPrefix(s, sign+"`") // nothing but a formula is written so, whatever stands beside it
	if !strings.HasPrefix(s, sign) ||
		!coded && (alnumAt(before, len(before)-1) || strings.HasSuffix(before, "$") || strings.HasSuffix(before, `\`)) {
		return 0
	}
	rest := s[len(sign):min(len(s), MaxFormula)]
	if i := strings.Index(rest, "\n\n"); i >= 0 {
		rest = rest[:i]
	}
	end := closing(rest, sign)
	if end <= 0 {
		return 0
	}
	n := end + 2*len(sign)
	if !coded && (alnumAt(s, n) || n < len(s) && s[n] == '$') || !looksFormula(rest[:end]) {
		return 0
	}
	return n
}

// closing returns where the formula that s begins with ends, before sign; -1 when it does not.
func closing(s, sign string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if strings.HasPrefix(s[i:], sign) {
			return i
		}
	}
	return -1
}

// looksFormula reports whether what is between two dollars is a formula: it begins and ends without a space, and it
// has a sign of one or is no more than short names.
func looksFormula(s string) bool {
	switch {
	case strings.TrimSpace(s) != s:
		return false
	case s[0] == '`':
		return len(s) > 2 && s[len(s)-1] == '`' && strings.IndexByte(s[1:len(s)-1], '`') < 0
	case strings.IndexByte(s, '`') >= 0:
		return false
	case s[0] >= '0' && s[0] <= '9':
		return strings.ContainsAny(s, `\^_{}=`) || strings.IndexByte(s, ' ') < 0
	case strings.ContainsAny(s, `\^_{}=<>+*`):
		return true
	}
	for word := range strings.FieldsSeq(s) {
		if len(strings.Trim(word, ",.()")) > 2 {
			return false
		}
	}
	return true
}

// FormulaSource returns what a formula says, without its dollars and backticks, and the dollars that stand on each
// side.
func FormulaSource(s string) (source, sign string) {
	sign = s[:len(s)-len(strings.TrimLeft(s, "$"))]
	s = s[len(sign) : len(s)-len(sign)]
	if len(s) > 2 && s[0] == '`' {
		s = s[1 : len(s)-1]
	}
	return s, sign
}
