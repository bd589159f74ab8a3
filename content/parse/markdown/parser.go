package markdown

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// mdParser returns the parser of CommonMark, GFM but for its bare addresses (inline.go finds those), definition
// lists, notes, formulas, and what vaults of notes have: links by name, comments, highlights. It may be used by
// several goroutines at once.
//
//nolint:gochecknoglobals // made once, when it is needed first
var mdParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(formulaBlockParser{}, 90),
			util.Prioritized(commentBlockParser{}, 91),
			util.Prioritized(containerParser{}, 92),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(noteParser{}, 999),
		)...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(noteMarkParser{}, 101),
			util.Prioritized(formulaParser{}, 102),
			util.Prioritized(texParser{}, 102),
			util.Prioritized(wikiLinkParser{}, 103),
			util.Prioritized(commentParser{}, 104),
			util.Prioritized(markParser{}, 105),
			util.Prioritized(emphasisParser{}, 499), // before the one of CommonMark
			util.Prioritized(extension.NewStrikethroughParser(), 500),
		)...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		)...),
	)
})

// mdParse parses a part of a text. References are the link definitions of the other parts.
func mdParse(source []byte, references []parser.Reference) ast.Node {
	pc := parser.NewContext()
	for _, r := range references {
		pc.AddReference(r)
	}
	return mdParser().Parse(mdtext.NewReader(source), parser.WithContext(pc))
}

// maxNoteLabel is the length of the longest label of a note, in bytes.
const maxNoteLabel = 200

var (
	noteKind     = ast.NewNodeKind("Note")
	noteMarkKind = ast.NewNodeKind("NoteMark")
)

// note is a footnote, where it stands in the source: "[^label]: text".
type note struct {
	ast.BaseBlock
	label string
}

func (*note) Kind() ast.NodeKind { return noteKind }

func (n *note) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// noteMark is the reference to a note in the text: "[^label]".
type noteMark struct {
	ast.BaseInline
	label  string
	cry    bool   // an exclamation mark stands before it
	inside []byte // what a note says that stands in the text: "^[text]"
}

func (*noteMark) Kind() ast.NodeKind { return noteMarkKind }

func (n *noteMark) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// noteLabel returns the label that text begins with, as in "[^label]", and the length of the whole; 0 when there is
// none.
func noteLabel(text []byte) (string, int) {
	if len(text) < 4 || text[0] != '[' || text[1] != '^' {
		return "", 0
	}
	for i := 2; i < min(len(text), maxNoteLabel); i++ {
		switch text[i] {
		case ']':
			return string(text[2:i]), i + 1
		case '[', ' ', '\t', '\n':
			return "", 0
		}
	}
	return "", 0
}

// noteParser parses notes. goldmark's own looks through all notes for each reference, which takes minutes for
// 20,000 of them, and drops the ones that nothing refers to.
type noteParser struct{}

func (noteParser) Trigger() []byte { return []byte{'['} }

func (noteParser) Open(_ ast.Node, reader mdtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	label, n := noteLabel(line[at:])
	if n < 4 || at+n >= len(line) || line[at+n] != ':' {
		return nil, parser.NoChildren
	}
	at += n + 1
	if util.IsBlank(line[at:]) {
		reader.Advance(at)
		return &note{label: label}, parser.NoChildren
	}
	reader.AdvanceAndSetPadding(at-segment.Padding, segment.Padding)
	return &note{label: label}, parser.HasChildren
}

func (noteParser) Continue(_ ast.Node, reader mdtext.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, mdtext.Reader, parser.Context) {}

func (noteParser) CanInterruptParagraph() bool { return true }

func (noteParser) CanAcceptIndentedLine() bool { return false }

// noteMarkParser parses the references to notes, whether a note of that label exists or not, and notes inside the
// text: "^[text]".
type noteMarkParser struct{}

func (noteMarkParser) Trigger() []byte { return []byte{'[', '!', '^'} }

func (noteMarkParser) Parse(_ ast.Node, block mdtext.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if line[0] == '^' {
		if n := innerNote(block, line); n != nil {
			return n
		}
		return blockName(block, line)
	}
	cry := line[0] == '!'
	if cry {
		line = line[1:]
	}
	label, n := noteLabel(line)
	if n == 0 || label == "" || cry && n < len(line) && (line[n] == '(' || line[n] == '[') { // a picture
		return nil
	}
	if cry {
		n++
	}
	block.Advance(n)
	return &noteMark{label: label, cry: cry}
}

// maxInnerNote is the length of the longest note inside a text, in bytes.
const maxInnerNote = 2000

// innerNote reads "^[text]", in which brackets are closed.
func innerNote(block mdtext.Reader, line []byte) ast.Node {
	if len(line) < 4 || line[1] != '[' {
		return nil
	}
	depth := 0
	for i := 1; i < min(len(line), maxInnerNote); i++ {
		switch line[i] {
		case '\\':
			i++
		case '^':
			if line[min(i+1, len(line)-1)] == '[' { // no note stands in a note
				return nil
			}
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				inside := bytes.TrimSpace(line[2:i])
				if len(inside) == 0 {
					return nil
				}
				block.Advance(i + 1)
				return &noteMark{inside: inside}
			}
		}
	}
	return nil
}
