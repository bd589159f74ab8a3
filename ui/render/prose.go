package render

import (
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/model"
	"lede/model/guard"
	"lede/ui/theme"
)

const (
	// maxRich is the most Markdown that is read in one block, in bytes. A larger block is drawn by its words alone, so
	// that no block holds up the screen.
	maxRich = 64 << 10
	// The most table cells, and openings of links that Markdown is read for. goldmark takes quadratic time and memory for
	// more.
	maxCells = 20_000
	maxLinks = 1500
)

// parsers read Markdown. They are made when they are first used.
type parsers struct {
	inlines func() parser.Parser // reads a source as nothing but paragraphs
	blocks  func() parser.Parser // reads everything
}

func newParsers() parsers { return parsers{sync.OnceValue(newInlines), sync.OnceValue(newBlocks)} }

// drawProse draws prose by its kind.
func (r *Renderer) drawProse(p model.Prose) []Line {
	p.Source = p.Headed()
	switch {
	case p.Kind == model.Rule:
		return r.rule(r.width)
	case !readable(p.Source):
		return r.plain(p.Text(), r.width, placeOf(p))
	case p.Kind == model.Paragraph || p.Kind == "":
		if words, ok := unmarked(p.Source); ok {
			return r.plain(words, r.width, placeOf(p))
		}
		return r.markdown(r.parsers.inlines(), p, placeOf(p))
	}
	return r.markdown(r.parsers.blocks(), p, placeOf(p))
}

// placeOf is the place of prose that stands in nothing else.
func placeOf(p model.Prose) place {
	if p.Standfirst {
		return place{}.in(inStandfirst)
	}
	return place{}
}

// plain wraps the words of a paragraph without markup, in the look that Glamour gives such words there.
func (r *Renderer) plain(words string, width int, where place) []Line {
	words = untabbed(words)
	pen, reset := r.press.pen(where), ""
	if pen != "" {
		reset = theme.Reset
	}
	lines := make([]Line, 0, len(words)/width+1)
	wrap(words, width, func(from, to int) {
		line := Line{Styled: words[from:to], Text: words[from:to]}
		if line.Text != "" {
			line.Styled = pen + line.Styled + reset
		}
		lines = append(lines, line)
	})
	return trimmed(lines)
}

// readable reports whether a source may be read as Markdown.
func readable(source string) bool {
	if len(source) > maxRich || strings.Count(source, "](") > maxLinks {
		return false
	}
	lines, bars := 0, 0
	for line := range strings.Lines(source) {
		lines++
		bars = max(bars, strings.Count(line, "|"))
		if bars*lines > maxCells {
			return false
		}
	}
	return !guard.Costly(source)
}

func (r *Renderer) markdown(p parser.Parser, b model.Prose, where place) []Line {
	source := []byte(b.Source)
	d := drawing{Renderer: r, source: source, continued: b.Continued}
	return trimmed(d.children(p.Parse(text.NewReader(source)), frame{place: where, width: r.width}))
}

// trimmed drops empty lines at both ends.
func trimmed(lines []Line) []Line {
	for len(lines) > 0 && lines[0].Text == "" && lines[0].Styled == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].Text == "" && lines[len(lines)-1].Styled == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// newInlines makes the parser for a source that is a paragraph, whatever its first characters look like.
func newInlines() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewLinkifyParser(), 999))...),
	)
}

// newBlocks makes the parser for everything else.
func newBlocks() parser.Parser { return goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser() }

// unmarked returns the words of a paragraph whose source has no markup but escapes, and whether it is one.
func unmarked(source string) (words string, ok bool) {
	escaped := false
	for i := 0; i < len(source); i++ {
		switch source[i] {
		case '`', '*', '_', '[', '<', '~', '\n', '@':
			return "", false
		case '\\':
			escaped = true
			i++ // the next character is not markup
			if i < len(source) && source[i] == '\n' {
				return "", false
			}
		case '&':
			escaped = true
		case ':':
			if strings.HasPrefix(source[i:], "://") {
				return "", false
			}
		case 'w':
			if strings.HasPrefix(source[i:], "www.") {
				return "", false
			}
		}
	}
	if escaped {
		source = literal(source)
	}
	return source, true
}

// literal is the text that a stretch of Markdown without inline elements stands for: escapes are resolved, and of
// the references those that clean text is written with, which all stand for printable ASCII or a tab. No other
// reference is decoded, so that none can become a control.
func literal(s string) string {
	if !strings.ContainsAny(s, "\\&") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			i++
			b.WriteByte(s[i])
		case s[i] == '&':
			c, size := reference(s[i:])
			b.WriteString(c)
			i += size - 1
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// reference is the character that s begins with, written as one of the references that are decoded, or "&".
func reference(s string) (c string, size int) {
	for _, known := range [...][2]string{{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", `"`}} {
		if strings.HasPrefix(s, known[0]) {
			return known[1], len(known[0])
		}
	}
	if end := strings.IndexByte(s[:min(len(s), len("&#126;"))], ';'); end > 2 && s[1] == '#' {
		if n, err := strconv.ParseInt(s[2:end], 10, 32); err == nil && (n == '\t' || n >= ' ' && n <= '~') {
			return string(rune(n)), end + 1
		}
	}
	return "&", 1
}

// rawText joins the lines of a block whose text is taken as it is.
func rawText(n ast.Node, source []byte) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(source))
	}
	return strings.TrimRight(b.String(), "\n")
}
