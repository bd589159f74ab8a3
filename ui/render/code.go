package render

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"lede/ui/theme"
)

// The most code that is coloured in one block, by lines and bytes, and the longest line in it. chroma takes some 4 ms
// a kB; beyond, a key would be felt to wait for colours.
const (
	maxColouredLines = 100
	maxColoured      = 4 << 10
	maxColouredLine  = 400
)

// tabWidth is how far apart tab stops are, in cells.
const tabWidth = 4

// codeMargin stands before code, and continued before the rest of a line that was too long.
const (
	codeMargin = "  "
	continued  = "↪ "
)

// code draws program text, line for line. A line too long goes on below, marked at its margin.
func (r *Renderer) code(language, source string, width int) []Line {
	source = ExpandTabs(strings.TrimRight(source, "\n"))
	if source == "" {
		return nil
	}
	language, _, _ = strings.Cut(strings.TrimSpace(language), " ")
	painted := painting{runs: r.press.coloured(language, source)}
	lines := make([]Line, 0, strings.Count(source, "\n")+1)
	margin, sign, wide := codeMargin, r.theme.Dim.Render(continued), Width(codeMargin)
	chop(source, width-wide, func(from, to int, goesOn bool) {
		before := margin
		if goesOn {
			before = sign
		}
		line := Line{Styled: before + painted.paint(source, from, to), Text: source[from:to], Col: wide}
		if from == to {
			line.Styled = ""
		}
		lines = append(lines, line)
	})
	return lines
}

// ExpandTabs writes the tabs of a text as spaces up to the next tab stop.
func ExpandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	col := 0
	for i := 0; i < len(s); {
		size, width := next(s[i:])
		switch s[i] {
		case '\t':
			width = tabWidth - col%tabWidth
			b.WriteString(Spaces(width))
		default:
			b.WriteString(s[i : i+size])
		}
		col += width
		if s[i] == '\n' {
			col = 0
		}
		i += size
	}
	return b.String()
}

// chop breaks code into lines of at most width cells: at a space where one is near, which is not drawn then, or else
// anywhere. goesOn is true for the parts of a line after its first.
func chop(s string, width int, line func(from, to int, goesOn bool)) {
	start, used, goesOn := 0, 0, false
	space, before := -1, 0 // the last space of the line, and the cells before it
	for i := 0; i < len(s); {
		size, wide := next(s[i:])
		if s[i] == '\n' {
			line(start, i, goesOn)
			i += size
			start, used, goesOn = i, 0, false
			continue
		}
		if s[i] == ' ' {
			space, before = i, used
		}
		if used+wide > width && used > 0 {
			end, begin, cells := i, i, 0
			if space > start && before >= width*2/3 {
				end, begin, cells = space, space+1, used-before-1
			}
			line(start, end, goesOn)
			start, used, goesOn = begin, cells, true
		}
		i += size
		used += wide
	}
	line(start, len(s), goesOn)
}

// registry guards chroma's list of styles, which all of the program shares and Glamour reads without a lock, and the
// language of patient.
var registry sync.Mutex

// coloured has Glamour colour code of a known language; any other is one run. A language is never guessed.
func (p *press) coloured(language, source string) []run {
	p.lock.Lock()
	defer p.lock.Unlock()
	plain := in(p.code(), source)
	if p.theme.Code().Style == nil || !known(language) || !colourable(source) {
		return plain
	}
	runs := p.colour(language, source)
	if join(runs) != source {
		return plain
	}
	return runs
}

// colour returns what Glamour draws of code, at most as many bytes as it has.
func (p *press) colour(language, source string) []run {
	registry.Lock()
	defer registry.Unlock()
	if styles.Registry[p.theme.Code().Style.Name] == nil {
		styles.Register(p.theme.Code().Style)
	}
	if p.coder == nil {
		sheet := ansi.StyleConfig{CodeBlock: ansi.StyleCodeBlock{Theme: p.theme.Code().Style.Name}}
		p.coder = newGlamour(ansi.Options{Styles: sheet, ChromaFormatter: p.theme.Code().Formatter})
	}
	patient.Lexer = lexers.Get(language)
	name := patient.config.Name
	all := []byte(name + source)
	block := ast.NewFencedCodeBlock(ast.NewTextSegment(text.NewSegment(0, len(name))))
	block.Lines().Append(text.NewSegment(len(name), len(all)))
	drawn, err := p.render(p.coder, block, all)
	if err != nil {
		return nil
	}
	return upTo(readRuns(bytes.TrimPrefix(drawn, []byte("\n"))), len(source))
}

// upTo cuts runs to a size in bytes. chroma ends code with a line break.
func upTo(runs []run, size int) []run {
	for i := range runs {
		if len(runs[i].text) >= size {
			runs[i].text = runs[i].text[:size]
			return runs[:i+1]
		}
		size -= len(runs[i].text)
	}
	return runs
}

// code is the pen of code that is not coloured.
func (p *press) code() string {
	if p.plainCode == nil {
		pen := ""
		if p.theme.Code().Style == nil {
			block := p.theme.Sheet.CodeBlock.StylePrimitive
			pen = p.penOf(theme.Over(place{kind: itemText}.ground(p.theme), block))
		} else if runs := p.colour("plaintext", "x"); len(runs) > 0 {
			pen = runs[0].pen
		}
		p.plainCode = &pen
	}
	return *p.plainCode
}

func colourable(source string) bool {
	if len(source) > maxColoured || strings.Count(source, "\n") >= maxColouredLines || !utf8.ValidString(source) {
		return false
	}
	for line := range strings.Lines(source) {
		if len(line) > maxColouredLine {
			return false
		}
	}
	return true
}

// known reports whether there is a lexer for a language as a source names it.
func known(language string) bool {
	if language == "" || len(language) > 24 || strings.ContainsAny(language, "*?[\\/ ") {
		return false
	}
	return lexers.Get(language) != nil
}
