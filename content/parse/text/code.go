package text

import (
	"strings"

	"lede/content/parse/block"
	"lede/model"
)

// codeIndent is how far code is set in.
const codeIndent = 4

// fenced takes code between lines of three backticks.
func (p *shaper) fenced() int {
	first := p.lines[p.at].text
	if !strings.HasPrefix(first, "```") || strings.ContainsAny(first[3:], "` ") {
		return 0
	}
	for i, l := range p.lines[p.at+1:] {
		if l.text == "```" {
			text := rawLines(p.lines[p.at+1:p.at+1+i], 0)
			p.add(block.Unit{Text: text, Kind: block.Code, Block: model.Code{Language: first[3:], Source: text}})
			return i + 2
		}
	}
	return 0
}

// code takes lines that are set in, in a text of which most lines are not: code when they look like it, or else a
// quotation when they are several lines of one paragraph.
func (p *shaper) code() int {
	if p.lines[p.at].indent < codeIndent || p.indented*2 > len(p.lines) {
		return 0
	}
	n, marks := 0, 0
	for p.at+n < len(p.lines) && p.lines[p.at+n].indent >= codeIndent {
		if looksLikeCode(p.lines[p.at+n].text) {
			marks++
		}
		n++
	}
	run := p.lines[p.at : p.at+n]
	switch {
	case marks*3 >= n:
		p.add(block.Unit{Text: rawLines(run, minIndent(run)), Kind: block.Code})
	case n > 1 && p.at+n >= p.group || n > 2:
		p.quote(run)
	default:
		return 0
	}
	return n
}

// looksLikeCode reports whether a line has what programs and commands have and prose has not.
func looksLikeCode(s string) bool {
	for _, start := range []string{
		"$ ", "# ", "//", "/*", "#include", "</", "}", "{", ")", "@", "import ", "func ", "def ", "var ", "let ", "const ",
		"return", "if (", "for (",
	} {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	for _, end := range []string{";", "{", "}", "(", "()", "/>", "[", "=", "\\", "):"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	for _, mark := range []string{" = ", "==", "!=", ":=", "->", "=>", "&&", "||", "();", "::", "</", " --"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

// rawLines joins lines as they stand, without the first columns of white space.
func rawLines(lines []line, columns int) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
			if l.gap {
				b.WriteByte('\n')
			}
		}
		b.WriteString(strings.TrimRight(block.Dedent(l.raw, columns), " \t\r"))
	}
	return b.String()
}

func minIndent(lines []line) int {
	n := lines[0].indent
	for _, l := range lines {
		n = min(n, l.indent)
	}
	return n
}
