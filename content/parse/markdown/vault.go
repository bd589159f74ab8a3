package markdown

import (
	"bytes"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"

	"lede/content/parse/block"
	"lede/model/fold"
)

var (
	wikiLinkKind = ast.NewNodeKind("WikiLink")
	commentKind  = ast.NewNodeKind("Comment")
)

// wikiLink is a link to another note of a vault, or what is taken in from there: "[[Note#Part|words]]",
// "![[picture.png]]".
//
// See https://help.obsidian.md/links.
type wikiLink struct {
	ast.BaseInline
	target, label string
	embed         bool
}

func (*wikiLink) Kind() ast.NodeKind { return wikiLinkKind }

func (n *wikiLink) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// words are what is shown of it: its own words, or else the name of the note and of the part in it.
func (n *wikiLink) words() string {
	if n.label != "" && (!n.embed || !isSize(n.label)) {
		return n.label
	}
	return strings.ReplaceAll(strings.Trim(n.target, "#^ "), "#", " > ")
}

// isPicture reports whether a picture is taken in.
func (n *wikiLink) isPicture() bool {
	switch strings.ToLower(path.Ext(n.target)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp":
		return n.embed
	}
	return false
}

func (n *wikiLink) write(w *block.Inline) { w.Text(block.UnmarkedWords(n.words())) }

// isSize reports whether the words of a picture are how large it is shown: "300", "300x200".
func isSize(s string) bool {
	return s != "" && s[0] != 'x' && strings.Trim(s, "0123456789x") == "" && strings.Count(s, "x") < 2
}

// maxWikiLink is the length of the longest link by name, in bytes.
const maxWikiLink = 400

type wikiLinkParser struct{}

func (wikiLinkParser) Trigger() []byte { return []byte{'[', '!'} }

func (wikiLinkParser) Parse(_ ast.Node, in mdtext.Reader, pc parser.Context) ast.Node {
	line, _ := in.PeekLine()
	rest, embed := bytes.CutPrefix(line, []byte("!"))
	rest, ok := bytes.CutPrefix(rest, []byte("[["))
	end := bytes.Index(rest[:min(len(rest), maxWikiLink)], []byte("]]"))
	if !ok || end <= 0 {
		return nil
	}
	inside, after := string(rest[:end]), rest[end+2:]
	if strings.ContainsAny(inside, "[]\n`<>") || strings.TrimSpace(inside) == "" ||
		len(after) > 0 && strings.IndexByte("([:", after[0]) >= 0 {
		return nil
	}
	if _, named := pc.Reference(inside); named {
		return nil
	}
	target, label, _ := strings.Cut(strings.ReplaceAll(inside, `\|`, "|"), "|") // in a table the bar has a backslash
	in.Advance(len(line) - len(after))
	return &wikiLink{target: strings.TrimSpace(target), label: strings.TrimSpace(label), embed: embed}
}

// comment is what Obsidian does not show: %%as this%%.
type comment struct{ ast.BaseInline }

func (*comment) Kind() ast.NodeKind { return commentKind }

func (n *comment) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// commentSign begins and ends a comment.
const commentSign = "%%"

// commentParser parses comments in a line. See https://help.obsidian.md/syntax.
type commentParser struct{}

func (commentParser) Trigger() []byte { return []byte{'%'} }

func (commentParser) Parse(_ ast.Node, in mdtext.Reader, _ parser.Context) ast.Node {
	line, _ := in.PeekLine()
	rest, ok := bytes.CutPrefix(line, []byte(commentSign))
	if !ok || block.IsWordRune(in.PrecendingCharacter()) {
		return nil
	}
	end := bytes.Index(rest, []byte(commentSign))
	if end <= 0 || rest[0] == '%' {
		return nil
	}
	in.Advance(end + 2*len(commentSign))
	return &comment{}
}

// blockName reads the name that vaults of notes give to a paragraph at its end, for links to lead there: " ^d0e4f2".
// It is no text.
func blockName(in mdtext.Reader, line []byte) ast.Node {
	name := bytes.TrimRight(line[1:], " ")
	letter := false
	for _, c := range name {
		letter = letter || c|0x20 >= 'a' && c|0x20 <= 'z'
		if !fold.IsAlnum(c) && c != '-' {
			return nil
		}
	}
	if before := in.PrecendingCharacter(); !letter || len(name) < 2 || before != ' ' && before != '\n' {
		return nil
	}
	in.Advance(len(line))
	return &comment{}
}

// commentBlock is a comment of several lines.
type commentBlock struct {
	ast.BaseBlock
	ended bool
}

func (*commentBlock) Kind() ast.NodeKind { return commentKind }

func (n *commentBlock) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// commentBlockParser parses comments that begin a line and end in a later one.
type commentBlockParser struct{}

func (commentBlockParser) Trigger() []byte { return []byte{'%'} }

func (commentBlockParser) Open(_ ast.Node, in mdtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := in.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], []byte(commentSign)) || bytes.Contains(line[at+2:], []byte(commentSign)) ||
		!bytes.Contains(in.Source()[segment.Stop:], []byte(commentSign)) {
		return nil, parser.NoChildren
	}
	in.AdvanceToEOL()
	return &commentBlock{}, parser.NoChildren
}

func (commentBlockParser) Continue(node ast.Node, in mdtext.Reader, _ parser.Context) parser.State {
	n, _ := node.(*commentBlock)
	if n.ended {
		return parser.Close
	}
	line, _ := in.PeekLine()
	n.ended = bytes.Contains(line, []byte(commentSign))
	in.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (commentBlockParser) Close(ast.Node, mdtext.Reader, parser.Context) {}

func (commentBlockParser) CanInterruptParagraph() bool { return false }

func (commentBlockParser) CanAcceptIndentedLine() bool { return false }
