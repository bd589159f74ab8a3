package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"

	"lede/content/parse/block"
	"lede/model"
)

var (
	formulaKind      = ast.NewNodeKind("Formula")
	formulaBlockKind = ast.NewNodeKind("FormulaBlock")
)

// formula is a formula in a line of text, with its dollars.
type formula struct {
	ast.BaseInline
	segment mdtext.Segment
}

func (*formula) Kind() ast.NodeKind { return formulaKind }

func (n *formula) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// formulaParser parses formulas in a line: see model.Formula.
type formulaParser struct{}

func (formulaParser) Trigger() []byte { return []byte{'$'} }

func (formulaParser) Parse(_ ast.Node, in mdtext.Reader, _ parser.Context) ast.Node {
	line, segment := in.PeekLine()
	n := model.Formula(string(in.PrecendingCharacter()), string(line[:min(len(line), model.MaxFormula)]))
	if n == 0 {
		return nil
	}
	in.Advance(n)
	return &formula{segment: segment.WithStop(segment.Start + n)}
}

// formula returns a formula of a line as it stands.
func (m *Reader) formula(n *formula) string {
	return unbarred(n, m.slice(n.segment.Start, n.segment.Stop))
}

// texFormula is a formula in a line between \( and \), or \[ and \], as TeX writes one.
type texFormula struct{ formula }

func (*texFormula) Kind() ast.NodeKind { return formulaKind }

// texParser parses such formulas. Brackets behind backslashes may be words as well, so what is between them must look
// like a formula.
type texParser struct{}

func (texParser) Trigger() []byte { return []byte{'\\'} }

func (texParser) Parse(_ ast.Node, in mdtext.Reader, _ parser.Context) ast.Node {
	line, segment := in.PeekLine()
	line = line[:min(len(line), model.MaxFormula)]
	if len(line) < 5 || line[1] != '(' && line[1] != '[' {
		return nil
	}
	until := `\)`
	if line[1] == '[' {
		until = `\]`
	}
	end := bytes.Index(line[2:], []byte(until))
	if end <= 0 || !isTeX(string(line[2:2+end]), line[1] == '(') {
		return nil
	}
	in.Advance(end + 4)
	return &texFormula{formula{segment: mdtext.NewSegment(segment.Start+2, segment.Start+2+end)}}
}

// isTeX reports whether words are a formula: they have a command of TeX, or, where short is set, whatever may stand
// between dollars.
func isTeX(s string, short bool) bool {
	if strings.ContainsAny(s, "`\n") || strings.TrimSpace(s) == "" {
		return false
	}
	if short && model.Formula("", "$"+strings.TrimSpace(s)+"$") > 0 {
		return true
	}
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '\\' {
			if next := s[i+1] | 0x20; next >= 'a' && next <= 'z' {
				return true
			}
			i++
		}
	}
	return false
}

// formulaBlock is a formula that stands by itself. Its lines are those of the formula without what opens and closes
// it.
type formulaBlock struct {
	ast.BaseBlock
	until string // what ends it, or "" when it has ended
}

func (*formulaBlock) Kind() ast.NodeKind { return formulaBlockKind }

func (n *formulaBlock) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// formulaBlockParser parses formulas between two dollars, or \[ and \], at the beginning and the end of lines, and
// LaTeX from \begin to \end.
type formulaBlockParser struct{}

func (formulaBlockParser) Trigger() []byte { return []byte{'$', '\\'} }

// maxFormulaBlock is how far the end of a formula is looked for, in bytes.
const maxFormulaBlock = 4 << 10

func (formulaBlockParser) Open(_ ast.Node, in mdtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := in.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	text := bytes.TrimSpace(line[at:])
	until, from := formulaOpens(text)
	if until == "" {
		return nil, parser.NoChildren
	}
	n := &formulaBlock{until: until}
	if inner, ok := bytes.CutSuffix(text[from:], []byte(until)); ok && len(text) > len(until) &&
		len(bytes.TrimSpace(inner)) > 0 {
		n.until = ""
		if until[0] == '\\' && len(until) > 2 { // an environment of LaTeX keeps its names
			inner = text
		}
		start := segment.Start + at + bytes.Index(line[at:], inner)
		n.Lines().Append(mdtext.NewSegment(start, start+len(inner)))
	} else if !formulaEnds(in.Source(), segment.Stop, until, pc) {
		return nil, parser.NoChildren
	} else if from < len(text) || until[0] == '\\' && len(until) > 2 {
		if len(until) > 2 {
			from = 0
		}
		n.Lines().Append(mdtext.NewSegment(segment.Start+at+from, segment.Stop))
	}
	in.AdvanceToEOL()
	return n, parser.NoChildren
}

// formulaOpens returns what ends the formula that a line begins, and where in the line the formula begins; "" when
// the line begins none.
func formulaOpens(text []byte) (until string, from int) {
	switch {
	case bytes.HasPrefix(text, []byte("$$")) && !bytes.HasPrefix(text, []byte("$$$")) &&
		!bytes.HasPrefix(text, []byte("$$`")):
		return "$$", 2
	case string(text) == `\[`:
		return `\]`, 2
	case bytes.HasPrefix(text, []byte(`\begin{`)):
		if end := bytes.IndexByte(text, '}'); end > 0 && end < 40 {
			return `\end` + string(text[len(`\begin`):end+1]), end + 1
		}
	}
	return "", 0
}

// endlessFormulas is up to where no formula ends, by what would end it: of many that begin and do not end each would
// look through the same lines.
//
//nolint:gochecknoglobals // a name for values in the contexts of parsers
var endlessFormulas = parser.NewContextKey()

// formulaEnds reports whether one of the lines from at on, up to an empty one, ends with what ends a formula.
func formulaEnds(source []byte, at int, until string, pc parser.Context) bool {
	endless, _ := pc.ComputeIfAbsent(endlessFormulas, func() any { return map[string]int{} }).(map[string]int)
	if at < endless[until] {
		return false
	}
	rest := source[at:min(len(source), at+maxFormulaBlock)]
	endless[until] = at + len(rest)
	for len(rest) > 0 {
		line, more, _ := bytes.Cut(rest, []byte("\n"))
		if line = bytes.TrimSpace(line); bytes.HasSuffix(line, []byte(until)) {
			delete(endless, until)
			return true
		} else if len(bytes.Trim(line, "> ")) == 0 {
			endless[until] = at
			return false
		}
		rest = more
	}
	return false
}

func (formulaBlockParser) Continue(node ast.Node, in mdtext.Reader, _ parser.Context) parser.State {
	n, _ := node.(*formulaBlock)
	line, segment := in.PeekLine()
	text := bytes.TrimRight(line, " \t\n")
	if n.until == "" || len(text) == 0 {
		return parser.Close
	}
	inner, last := bytes.CutSuffix(text, []byte(n.until))
	if last {
		if len(n.until) > 2 {
			inner = text
		}
		n.until = ""
		segment = segment.WithStop(segment.Start + len(inner))
	}
	if len(bytes.TrimSpace(inner)) > 0 || !last {
		n.Lines().Append(segment)
	}
	in.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (formulaBlockParser) Close(ast.Node, mdtext.Reader, parser.Context) {}

func (formulaBlockParser) CanInterruptParagraph() bool { return true }

func (formulaBlockParser) CanAcceptIndentedLine() bool { return false }

// formulaOf writes a formula that stands by itself as code that is called math, which is how GitHub writes one too.
func (m *Reader) formulaOf(n *formulaBlock, depth int) block.Written {
	return block.CodeOf("math", strings.Trim(m.lines(n.Lines()), "\n"), depth)
}
