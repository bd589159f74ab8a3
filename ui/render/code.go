package render

import (
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"lede/ui/theme"
)

// The most code that is coloured in one block, by lines and bytes, and the longest line in it. chroma takes some 4 ms a
// kB; beyond, a key would be felt to wait for colours.
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
	painted := painting{runs: r.coloured(language, source)}
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
// anywhere. goesOn tells of the parts of a line after its first.
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

// coloured splits code of a known language into its tokens; any other is one run.
func (r *Renderer) coloured(language, source string) []run {
	plain := []run{{text: source}}
	lexer := lexerFor(language)
	if lexer == nil || !colourable(source) {
		return plain
	}
	tokens, err := lexer.Tokenise(&chroma.TokeniseOptions{State: "root"}, source)
	if err != nil {
		return plain
	}
	var runs []run
	size := 0
	for t := tokens(); t != chroma.EOF && size+len(t.Value) <= len(source); t = tokens() {
		runs = append(runs, styled(t.Value, r.theme.Syntax(token(t.Type))))
		size += len(t.Value)
	}
	if join(runs) != source {
		return plain
	}
	return runs
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

// lexerFor finds the lexer for a language as a source names it, or nil. A language is never guessed.
func lexerFor(language string) chroma.Lexer {
	language, _, _ = strings.Cut(strings.TrimSpace(language), " ")
	if language == "" || len(language) > 24 || strings.ContainsAny(language, "*?[\\/") {
		return nil
	}
	return lexers.Get(language)
}

// token is the look of a kind of chroma's tokens.
func token(t chroma.TokenType) theme.Token {
	switch {
	case t.InCategory(chroma.Comment):
		return theme.CommentToken
	case t.InSubCategory(chroma.LiteralString):
		return theme.StringToken
	case t.InSubCategory(chroma.LiteralNumber), t == chroma.KeywordConstant, t == chroma.NameConstant:
		return theme.NumberToken
	case t.InCategory(chroma.Keyword):
		return theme.KeywordToken
	case t == chroma.NameFunction, t == chroma.NameClass, t == chroma.NameTag, t == chroma.NameAttribute:
		return theme.NameToken
	case t == chroma.GenericDeleted:
		return theme.DeletedToken
	case t == chroma.GenericInserted:
		return theme.InsertedToken
	case t == chroma.GenericHeading, t == chroma.GenericSubheading, t == chroma.GenericStrong:
		return theme.KeywordToken
	}
	return theme.PlainToken
}
