package export

import (
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/model/clean"
)

// maxDepth is how deep nested lists and quotations are set in; deeper ones stand under each other.
const maxDepth = 16

// reader reads the Markdown of blocks. It is made when it is first needed, and may be used by several goroutines at
// once.
var reader = sync.OnceValue(func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
})

// tree is the Markdown of a block as it is made up.
func tree(source []byte) ast.Node { return reader().Parse(text.NewReader(source)) }

// setter lays out Markdown as plain text.
type setter struct {
	source []byte
	width  int
	out    []string
}

// layout writes Markdown as plain text: markers and bars stay, inline markup goes.
func layout(source string, width int) string {
	s := &setter{source: []byte(source), width: width}
	s.children(tree(s.source), "", "", 0)
	return clean.Text(strings.Join(s.out, "\n"))
}

// children lays out the blocks in n; the first line of the first one stands after first.
func (s *setter) children(n ast.Node, first, rest string, depth int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.block(c, first, rest, depth)
		first = rest
	}
}

func (s *setter) block(n ast.Node, first, rest string, depth int) {
	switch n := n.(type) {
	case *ast.Blockquote:
		if depth >= maxDepth {
			s.children(n, first, rest, depth)
			return
		}
		s.children(n, first+"> ", rest+"> ", depth+1)
	case *ast.List:
		s.list(n, first, rest, depth)
	case *ast.ThematicBreak:
		s.out = append(s.out, first+"* * *")
	case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock:
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			s.out = append(s.out, first+"    "+strings.TrimRight(expand(string(line.Value(s.source))), "\n"))
			first = rest
		}
	case *east.Table:
		s.table(n, first, rest)
	default:
		s.out = append(s.out, wrap(s.inline(n), s.width, first, rest))
	}
}

func (s *setter) list(n *ast.List, first, rest string, depth int) {
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "- "
		if n.IsOrdered() {
			marker = strconv.Itoa(number) + ". "
			number++
		}
		pad := strings.Repeat(" ", len(marker))
		if depth >= maxDepth {
			pad = ""
		}
		s.children(item, first+marker, rest+pad, depth+1)
		first = rest
	}
}

// inline is the words of n without markup.
func (s *setter) inline(n ast.Node) string {
	var b strings.Builder
	s.words(&b, n)
	return strings.TrimSpace(b.String())
}

func (s *setter) words(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(s.decoded(c))
			if c.HardLineBreak() {
				b.WriteByte('\n')
			} else if c.SoftLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(s.source))
		case *ast.RawHTML:
			b.Write(c.Segments.Value(s.source))
		case *east.TaskCheckBox:
			b.WriteString(map[bool]string{true: "[x] ", false: "[ ] "}[c.IsChecked])
		default:
			s.words(b, c)
		}
	}
}

func (s *setter) decoded(t *ast.Text) []byte {
	v := t.Value(s.source)
	if _, code := t.Parent().(*ast.CodeSpan); code || t.IsRaw() {
		return v
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(v)))
}
