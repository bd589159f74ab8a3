package markdown

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/content/lang"
)

// emphasisParser parses emphasis as CommonMark does, but that punctuation inside of marks does not keep them from
// beginning or ending beside a letter of a script without spaces, nor, where it is a quotation mark or ends a
// sentence, strong marks beside any letter: 紙は**「白い」**です.
//
// See https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

func (p emphasisParser) Parse(_ ast.Node, block mdtext.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, p)
	if d == nil {
		return nil
	}
	after := ' '
	if d.OriginalLength < len(line) {
		after = util.ToRune(line, d.OriginalLength)
	}
	if line[0] == '*' {
		d.CanOpen = d.CanOpen || besideLetter(after, before, d.OriginalLength, unicode.Ps, unicode.Pi)
		d.CanClose = d.CanClose || besideLetter(before, after, d.OriginalLength, unicode.Pe, unicode.Pf, unicode.Po)
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// besideLetter reports whether marks between punctuation inside of them and a letter outside may begin or end there
// all the same. usual are the kinds of punctuation that stand on that side of words.
func besideLetter(inside, outside rune, marks int, usual ...*unicode.RangeTable) bool {
	switch {
	case util.IsSpaceRune(inside) || !util.IsPunctRune(inside) || util.IsSpaceRune(outside) || util.IsPunctRune(outside):
		return false
	case lang.IsUnspaced(outside) || lang.IsUnspaced(inside) || unicode.Is(unicode.Hangul, outside):
		return true
	}
	return marks >= 2 && (unicode.In(inside, usual...) || strings.ContainsRune(`"'`, inside)) &&
		!strings.ContainsRune("*_`~", inside)
}

// IsDelimiter implements parser.DelimiterProcessor.
func (emphasisParser) IsDelimiter(b byte) bool { return b == '*' || b == '_' }

// CanOpenCloser implements parser.DelimiterProcessor.
func (emphasisParser) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch implements parser.DelimiterProcessor.
func (emphasisParser) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }

// markParser parses highlighted words, ==as such==.
type markParser struct{}

var highlightKind = ast.NewNodeKind("Highlight")

// highlight is words that are highlighted.
type highlight struct{ ast.BaseInline }

func (*highlight) Kind() ast.NodeKind { return highlightKind }

func (n *highlight) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

func (markParser) Trigger() []byte { return []byte{'='} }

func (p markParser) Parse(_ ast.Node, block mdtext.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 2, p)
	if d == nil || d.OriginalLength != 2 {
		return nil
	}
	d.CanOpen = d.CanOpen && !isASCIILetter(before)
	d.CanClose = d.CanClose && (len(line) == 2 || !isASCIILetter(rune(line[2])))
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

func isASCIILetter(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// IsDelimiter implements parser.DelimiterProcessor.
func (markParser) IsDelimiter(b byte) bool { return b == '=' }

// CanOpenCloser implements parser.DelimiterProcessor.
func (markParser) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch implements parser.DelimiterProcessor.
func (markParser) OnMatch(int) ast.Node { return &highlight{} }
