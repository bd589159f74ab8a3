package guard

import (
	"strings"

	"lede/model/address"
)

const (
	// MaxNesting is how many levels of quotations and lists are kept.
	MaxNesting = 16
	// MaxColumns is how many columns a table has at most.
	MaxColumns = 256
	// MaxOpen is how many brackets or marks of emphasis in a paragraph may wait for their end.
	MaxOpen = 64

	maxIndent = 64  // columns that an item of a list is set in
	dense     = 500 // marks in a paragraph before it is looked at closely
)

// Costly reports whether Markdown is made to take long to read: Markdown would change it.
func Costly(s string) bool { return Markdown(s) != s }

// Markdown returns a Markdown text that is parsed in a time that grows with its length alone. An ordinary text is
// returned as it is. Of others, what only costs time is written so that it is text: quotations and lists nested
// beyond reason, tables of hundreds of columns, and brackets, addresses and marks that are opened by the hundred and
// never closed.
func Markdown(s string) string {
	g := walk{s: s}
	for g.at < len(s) {
		g.line()
	}
	g.paragraph(len(s))
	if g.out == nil {
		return s
	}
	g.out.WriteString(s[g.done:])
	return g.out.String()
}

// walk goes over the lines of a text. What lies before done is in out; out is nil as long as nothing had to
// be changed.
type walk struct {
	s           string
	out         *strings.Builder
	at, done    int
	start       int    // of the paragraph that the line belongs to
	fence       string // that the line stands in
	definitions int    // lines in a row that define a link
}

// replace writes with in the place of s[from:to].
func (g *walk) replace(from, to int, with string) {
	if g.out == nil {
		g.out = new(strings.Builder)
		g.out.Grow(len(g.s) + len(g.s)/8)
	}
	g.out.WriteString(g.s[g.done:from])
	g.out.WriteString(with)
	g.done = to
}

func (g *walk) line() {
	begin, end := g.at, len(g.s)
	if i := strings.IndexByte(g.s[g.at:], '\n'); i >= 0 {
		end = g.at + i
	}
	g.at = end + 1
	text := begin
	for text < end && (g.s[text] == ' ' || g.s[text] == '\t') {
		text++
	}
	if text == end {
		g.paragraph(begin)
		return
	}
	line := g.s[text:end]
	if g.inFence(line) {
		g.start = g.at
		return
	}
	switch c := line[0]; {
	case c == '>' || c == '-' || c == '*' || c == '+' || c >= '0' && c <= '9':
		g.nesting(begin, text, end)
	case c == '[':
		g.definition(begin, line)
		return
	}
	g.definitions = 0
	if len(line) > 2*MaxColumns && strings.Trim(line, "|:- \t") == "" && strings.Count(line, "|") > MaxColumns {
		g.replace(text, text, `\`)
	}
}

// inFence reports whether the line is part of a block of code.
func (g *walk) inFence(line string) bool {
	if g.fence != "" {
		if strings.HasPrefix(line, g.fence) && strings.Trim(line, g.fence[:1]+" \t") == "" {
			g.fence = ""
		}
		return true
	}
	if len(line) >= 3 && (line[:3] == "```" && !strings.Contains(strings.TrimLeft(line, "`"), "`") || line[:3] == "~~~") {
		g.fence = line[:len(line)-len(strings.TrimLeft(line, line[:1]))]
		return true
	}
	return false
}

// nesting takes away the marks of quotations and lists beyond the deepest level that is kept, and the indent of
// items that are set in deeper than that.
func (g *walk) nesting(begin, text, end int) {
	marks, at := 0, text
	for at < end {
		n := blockMark(g.s[at:end])
		if n == 0 {
			break
		}
		if marks++; marks == MaxNesting {
			g.deeper(at+n, end)
			break
		}
		at += n
	}
	if marks > 0 && g.s[text] != '>' && text-begin > maxIndent {
		if g.done <= begin {
			g.replace(begin, text, strings.Repeat(" ", maxIndent))
		}
	}
}

// deeper takes away the marks that follow the last level that is kept, unless they are a rule.
func (g *walk) deeper(from, end int) {
	at := from
	for at < end {
		n := blockMark(g.s[at:end])
		if n == 0 {
			break
		}
		at += n
	}
	if at > from && strings.Trim(g.s[from:end], "- *_\t") != "" {
		g.replace(from, at, "")
	}
}

// blockMark returns the length of the mark of a quotation or list that s begins with, with the space after it.
func blockMark(s string) int {
	n := 1
	switch c := s[0]; {
	case c == '>':
		for n < len(s) && n < 4 && s[n] == ' ' {
			n++
		}
		return n
	case c >= '0' && c <= '9':
		for n < len(s) && n < 10 && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	case c != '-' && c != '*' && c != '+':
		return 0
	}
	if n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	return n
}

// definition parts long runs of link definitions with empty lines, since each is cut off its paragraph by itself.
func (g *walk) definition(begin int, line string) {
	if !strings.Contains(line[:min(len(line), 1000)], "]:") {
		g.definitions = 0
		return
	}
	if g.definitions++; g.definitions%50 == 0 {
		g.paragraph(begin)
		g.replace(begin, begin, "\n")
	}
}

// paragraph ends the paragraph before the line at end, and looks at it closely when it is full of marks.
func (g *walk) paragraph(end int) {
	p := g.s[min(g.start, end):end]
	g.start, g.definitions = g.at, 0
	if len(p) < dense || strings.Count(p, "[")+strings.Count(p, "*")+strings.Count(p, "_")+strings.Count(p, "~") < dense {
		return
	}
	if with := calmed(p); with != p {
		from := end - len(p)
		if from < g.done { // a line of it has been changed already: too odd to be worth more care
			with, from = calmed(g.s[g.done:end]), g.done
		}
		g.replace(from, end, with)
	}
}

// opened counts the runs of a mark that wait for their end: by whether a run could end others too, and by its length
// modulo 3.
type opened [2][3]int

func (o *opened) add(n int, closes bool) { o[flag(closes)][n%3]++ }

// close takes off a run that one of n marks ends, and reports whether there is one. A run that may both begin and end
// others ends none when the lengths add up to a multiple of 3: see
// https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis.
func (o *opened) close(n int, opens bool) bool {
	for both := range o {
		for length, waiting := range o[both] {
			if waiting > 0 && (both == 0 && !opens || n%3 == 0 || (length+n)%3 != 0) {
				o[both][length]--
				return true
			}
		}
	}
	return false
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// calmed writes the marks of a paragraph with a backslash that would wait for their end in a long row.
func calmed(p string) string {
	var b strings.Builder
	open, brackets, done := [256]opened{}, 0, 0
	waiting, failed := 0, 0
	for i := 0; i < len(p); i++ {
		c := p[i]
		n := 1
		switch c {
		case '\\':
			i++
			continue
		case '[':
			if brackets++; brackets <= MaxOpen {
				continue
			}
			brackets--
		case ']':
			brackets = max(0, brackets-1)
			if i+1 == len(p) || p[i+1] != '(' || destinationEnds(p[i+2:]) {
				continue
			}
			i++
		case '*', '_', '~':
			for i+n < len(p) && p[i+n] == c {
				n++
			}
			closes := i > 0 && p[i-1] > ' '
			opens := i+n < len(p) && p[i+n] > ' '
			if closes && open[c].close(n, opens) {
				waiting--
				i += n - 1
				continue
			}
			if closes && open[c] != (opened{}) {
				failed++ // it is compared with all that wait
			}
			if opens && waiting < MaxOpen {
				open[c].add(n, closes)
				waiting++
			}
			if failed <= MaxOpen && (!opens || waiting < MaxOpen) {
				i += n - 1
				continue
			}
		default:
			continue
		}
		b.WriteString(p[done:i])
		for range n {
			b.WriteString(`\` + p[i:i+1])
		}
		i += n - 1
		done = i + 1
	}
	b.WriteString(p[done:])
	return b.String()
}

// destinationEnds reports whether the address of a link comes to an end before it is too long to be one.
func destinationEnds(s string) bool {
	s = s[:min(len(s), address.MaxBytes)]
	return strings.IndexByte(s, ')') >= 0 && (s[0] != '<' || strings.IndexByte(s, '>') >= 0)
}
