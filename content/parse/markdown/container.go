package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/content/parse/block"
	"lede/model"
	"lede/model/clean"
)

var containerKind = ast.NewNodeKind("Container")

// container is a box that generators of documentation know: between lines of colons, or set in below a line that
// begins with "!!!" or "???". Its first line says of what kind it is, and may have a title.
//
// See https://docusaurus.io/docs/markdown-features/admonitions and
// https://squidfunk.github.io/mkdocs-material/reference/admonitions/.
type container struct {
	ast.BaseBlock
	head   string // the first line without its marks
	colons bool
	open   int // how many boxes between colons are open, itself among them
}

func (*container) Kind() ast.NodeKind { return containerKind }

func (n *container) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

type containerParser struct{}

func (containerParser) Trigger() []byte { return []byte{':', '!', '?'} }

func (containerParser) Open(_ ast.Node, in mdtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := in.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	head, colons := containerOpens(string(bytes.TrimSpace(line[at:])))
	if head == "" {
		return nil, parser.NoChildren
	}
	in.AdvanceToEOL()
	return &container{head: head, colons: colons, open: 1}, parser.HasChildren
}

// containerOpens returns what the first line of a box says behind its marks, "" for another line; colons reports
// whether they are colons.
func containerOpens(line string) (head string, colons bool) {
	for _, mark := range [...]string{"!!! ", "???+ ", "??? "} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			kind, title, _ := strings.Cut(rest, " ")
			if strings.ToLower(kind) != kind || model.CalloutKind(kind) == "" || title != "" && title[0] != '"' {
				return "", false
			}
			return rest, false
		}
	}
	rest := strings.TrimLeft(line, ":")
	if len(line)-len(rest) < 3 || strings.HasSuffix(rest, "::") {
		return "", false
	}
	return strings.TrimSpace(rest), true
}

func (containerParser) Continue(node ast.Node, in mdtext.Reader, _ parser.Context) parser.State {
	n, _ := node.(*container)
	line, _ := in.PeekLine()
	switch {
	case n.open == 0:
		return parser.Close
	case n.colons:
		n.count(string(bytes.TrimSpace(line)))
		if n.open == 0 {
			in.AdvanceToEOL()
			return parser.Continue | parser.NoChildren
		}
	case !util.IsBlank(line):
		at, padding := util.IndentPosition(line, in.LineOffset(), 4)
		if at < 0 {
			return parser.Close
		}
		in.AdvanceAndSetPadding(at, padding)
	}
	return parser.Continue | parser.HasChildren
}

// count counts the boxes that a line opens or closes.
func (n *container) count(line string) {
	if !strings.HasPrefix(line, ":::") {
		return
	}
	if strings.Trim(line, ":") == "" {
		n.open--
	} else if head, _ := containerOpens(line); head != "" {
		n.open++
	}
}

func (containerParser) Close(ast.Node, mdtext.Reader, parser.Context) {}

func (containerParser) CanInterruptParagraph() bool { return false }

func (containerParser) CanAcceptIndentedLine() bool { return false }

// container writes a box as a call-out, or what is in it where its first line has no name of a kind.
func (m *Reader) container(n *container, depth int) block.Written {
	below := m.blocks(n, depth+1)
	head, ok := containerHead(n.head)
	if !ok {
		return block.Join(below, false)
	}
	return m.callout(head, below, depth)
}

// containerHead reads what the first line of a box says: "note", "note[Title]", "note Title", `note "Title"`,
// "{note} Title".
func containerHead(line string) (model.Callout, bool) {
	line = strings.TrimLeft(line, "{")
	end := strings.IndexAny(line+" ", "[ }{")
	kind, title := line[:end], strings.TrimLeft(line[end:], "} ")
	if kind = model.CalloutKind(kind); kind == "" {
		return model.Callout{}, false
	}
	if i := strings.LastIndexByte(title, '{'); i >= 0 && strings.HasSuffix(title, "}") { // attributes
		title = title[:i]
	}
	return model.NewCallout(kind, clean.Line(strings.Trim(title, `[]" `))), true
}
