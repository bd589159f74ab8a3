package parse

import (
	"errors"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// children writes the inline nodes of a block.
func (m *mdReader) children(w *inline, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		m.inline(w, n)
	}
}

func (m *mdReader) inline(w *inline, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(unmarkedWords(m.slice(n.Segment.Start, n.Segment.Stop)))
		if n.HardLineBreak() {
			w.newline()
		} else if n.SoftLineBreak() {
			w.soft = true
		}
	case *ast.String:
		w.text(string(n.Value))
	case *ast.CodeSpan:
		w.code(m.code(n))
	case *ast.Emphasis:
		mark := "*"
		if n.Level == 2 {
			mark = "**"
		}
		w.gap()
		from := len(w.md)
		w.marks = from
		w.within(func() { m.children(w, n) })
		w.emphasis(from, mark)
	case *extast.Strikethrough:
		w.gap()
		from := len(w.md)
		w.marks = from
		w.within(func() { m.children(w, n) })
		w.emphasis(from, "~~")
	case *ast.Link:
		m.link(w, n)
	case *ast.Image:
		url, _ := address(unmarked(string(n.Destination)), m.base)
		w.picture(m.words(n), url)
	case *ast.AutoLink:
		m.autoLink(w, n)
	case *ast.RawHTML:
		w.tags(m.lines(n.Segments))
	case *extast.TaskCheckBox:
		m.task(w, n)
	case *noteMark:
		if m.labels[n.label] {
			w.text("[" + m.noteNumber(n.label) + "]")
		} else {
			w.text("[^" + n.label + "]")
		}
	default:
		m.children(w, n)
	}
}

// task writes the box of a task. The text after it keeps its distance.
func (m *mdReader) task(w *inline, n *extast.TaskCheckBox) {
	box := "[ ] "
	if n.IsChecked {
		box = "[x] "
	}
	w.md = append(w.md, box...)
	w.plain = append(w.plain, box...)
}

// link writes a link whose address is checked. One inside the page is only its words; any other
// that is refused says so.
func (m *mdReader) link(w *inline, n *ast.Link) {
	destination := unmarked(string(n.Destination))
	url, err := address(destination, m.base)
	w.gap()
	md, plain := len(w.md), len(w.plain)
	w.depth++
	w.within(func() { m.children(w, n) })
	w.depth--
	switch {
	case w.depth > 0:
	case err == nil:
		w.linked(md, plain, url)
	case errors.Is(err, errRelative):
		if destination != "" && destination[0] != '#' {
			w.words(" (" + strings.TrimSpace(folded(destination)) + ")")
		}
	default:
		w.refused(err)
	}
}

// autoLink writes an address in angle brackets.
func (m *mdReader) autoLink(w *inline, n *ast.AutoLink) {
	label := string(n.Label(m.source))
	destination := label
	if n.AutoLinkType == ast.AutoLinkEmail {
		destination = "mailto:" + label
	}
	w.gap()
	if url, err := address(destination, ""); err == nil && w.depth == 0 {
		w.link(label, url)
	} else if w.words(label); err != nil {
		w.refused(err)
	}
}

// code returns the text of a code span.
func (m *mdReader) code(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.WriteString(m.slice(t.Segment.Start, t.Segment.Stop))
		}
	}
	for up := n.Parent(); up != nil; up = up.Parent() {
		if up.Kind() == extast.KindTableCell {
			return strings.ReplaceAll(b.String(), `\|`, "|")
		}
	}
	return b.String()
}

// words returns the plain words of a node, as the description of a picture.
func (m *mdReader) words(n ast.Node) string {
	w := inline{base: m.base}
	m.children(&w, n)
	w.flush()
	return strings.TrimSpace(string(w.plain))
}
