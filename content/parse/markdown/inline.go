package markdown

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lede/content/parse/block"
	"lede/model/address"
)

// children writes the inline nodes of a block.
func (m *Reader) children(w *block.Inline, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		m.inline(w, n)
	}
}

func (m *Reader) inline(w *block.Inline, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.Text(block.UnmarkedWords(m.slice(n.Segment.Start, n.Segment.Stop)))
		if n.HardLineBreak() {
			w.Newline()
		} else if n.SoftLineBreak() {
			w.Soft = true
		}
	case *ast.String:
		w.Text(string(n.Value))
	case *ast.CodeSpan:
		w.Code(m.code(n))
	case *ast.Emphasis:
		mark := "*"
		if n.Level == 2 {
			mark = "**"
		}
		m.marked(w, n, mark)
	case *extast.Strikethrough:
		m.marked(w, n, "~~")
	case *ast.Link:
		m.link(w, n)
	case *ast.Image:
		url, _ := address.Check(block.Unmarked(string(n.Destination)), m.base)
		w.Picture(m.description(n), url)
	case *ast.AutoLink:
		m.autoLink(w, n)
	case *ast.RawHTML:
		w.Tags(m.lines(n.Segments))
	case *extast.TaskCheckBox:
		m.task(w, n)
	case *noteMark:
		w.Text(m.noteMark(n))
	case *texFormula:
		w.Formula("$`" + strings.TrimSpace(unbarred(n, m.slice(n.segment.Start, n.segment.Stop))) + "`$")
	case *formula:
		w.Formula(m.formula(n))
	case *wikiLink:
		n.write(w)
	case *comment:
	default:
		m.children(w, n)
	}
}

// marked writes words between marks.
func (m *Reader) marked(w *block.Inline, n ast.Node, mark string) {
	w.Gap()
	if n.PreviousSibling() != nil && !block.IsWordRune(m.firstRune(n)) {
		w.Loosen()
	}
	from := len(w.Markdown)
	w.Marks = from
	w.Within(func() { m.children(w, n) })
	w.Emphasis(from, mark)
}

// firstRune returns the first character of the words of a node.
func (m *Reader) firstRune(n ast.Node) rune {
	for ; n != nil; n = n.FirstChild() {
		if t, ok := n.(*ast.Text); ok {
			r, _ := utf8.DecodeRuneInString(m.slice(t.Segment.Start, t.Segment.Stop))
			return r
		}
	}
	return utf8.RuneError
}

// task writes the box of a task. The text after it keeps its distance.
func (m *Reader) task(w *block.Inline, n *extast.TaskCheckBox) {
	box := "[ ] "
	if n.IsChecked {
		box = "[x] "
	}
	w.Markdown = append(w.Markdown, box...)
	w.Plain = append(w.Plain, box...)
}

// link writes a link whose address is checked. One inside the page is only its words; any other
// that is refused says so.
func (m *Reader) link(w *block.Inline, n *ast.Link) {
	destination := block.Unmarked(string(n.Destination))
	url, err := address.Check(destination, m.base)
	w.Gap()
	md, plain := len(w.Markdown), len(w.Plain)
	w.Depth++
	w.Within(func() { m.children(w, n) })
	w.Depth--
	switch {
	case w.Depth > 0:
	case err == nil:
		w.Linked(md, plain, url)
	case errors.Is(err, address.ErrRelative):
		if destination != "" && destination[0] != '#' {
			w.Words(" (" + strings.TrimSpace(block.Fold(destination)) + ")")
		}
	default:
		w.Refused(err)
	}
}

// autoLink writes an address in angle brackets.
func (m *Reader) autoLink(w *block.Inline, n *ast.AutoLink) {
	label := string(n.Label(m.source))
	destination := label
	if n.AutoLinkType == ast.AutoLinkEmail {
		destination = "mailto:" + label
	}
	w.Gap()
	if url, err := address.Check(destination, ""); err == nil && w.Depth == 0 {
		w.Link(label, url)
	} else if w.Words(label); err != nil {
		w.Refused(err)
	}
}

// code returns the text of a code span.
func (m *Reader) code(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.WriteString(m.slice(t.Segment.Start, t.Segment.Stop))
		}
	}
	return unbarred(n, b.String())
}

// unbarred takes the backslash off the bars in code or a formula that stands in a table.
func unbarred(n ast.Node, s string) string {
	for up := n.Parent(); up != nil; up = up.Parent() {
		if up.Kind() == extast.KindTableCell {
			return strings.ReplaceAll(s, `\|`, "|")
		}
	}
	return s
}

// words returns the plain words of a node, as the description of a picture.
func (m *Reader) words(n ast.Node) string {
	w := block.Inline{Base: m.base}
	m.children(&w, n)
	w.Flush()
	return strings.TrimSpace(string(w.Plain))
}
