package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	mdtext "github.com/yuin/goldmark/text"

	"lede/content/parse/block"
	"lede/model"
)

// slice returns a part of the source.
func (m *Reader) slice(from, to int) string { return m.text[from:to] }

// lines returns the source of segments. What a tab was that stands half in the margin are spaces.
func (m *Reader) lines(segments *mdtext.Segments) string {
	var b strings.Builder
	for i := range segments.Len() {
		s := segments.At(i)
		if s.Padding > 0 {
			b.WriteString(strings.Repeat(" ", s.Padding))
		}
		b.WriteString(m.slice(s.Start, s.Stop))
	}
	return b.String()
}

// inlines writes the words of a block.
func (m *Reader) inlines(n ast.Node) block.Inline {
	w := block.Inline{Base: m.base}
	m.children(&w, n)
	w.Flush()
	w.Trim()
	w.Unbreak()
	return w
}

// line writes the words of a block that has no line breaks.
func (m *Reader) line(n ast.Node) block.Inline {
	w := block.Inline{Base: m.base, Cell: true}
	m.children(&w, n)
	w.Flush()
	w.Trim()
	return w
}

// block writes one block. Nesting beyond the deepest level is written flat.
func (m *Reader) block(n ast.Node, depth int) block.Written {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return m.paragraph(n)
	case *ast.Heading:
		w := m.line(n)
		return block.Written{
			Markdown: strings.Repeat("#", n.Level) + " " + string(w.Markdown), Plain: string(w.Plain),
			Links: w.Links, Kind: block.Heading,
		}
	case *ast.ThematicBreak:
		return block.Written{Markdown: block.Break, Kind: block.Rule}
	case *ast.CodeBlock:
		return block.CodeOf("", m.lines(n.Lines()), depth)
	case *ast.FencedCodeBlock:
		return block.CodeOf(block.Unmarked(string(n.Language(m.source))), m.lines(n.Lines()), depth)
	case *ast.HTMLBlock:
		return block.Join(m.html(n), false)
	case *ast.Blockquote:
		return m.quote(n, depth)
	case *ast.List:
		return m.nestedList(n, depth)
	case *extast.Table:
		return m.wholeTable(n)
	case *extast.DefinitionList:
		return block.Join(m.definitions(n, depth), false)
	case *formulaBlock:
		return m.formulaOf(n, depth)
	case *container:
		return m.container(n, depth)
	case *commentBlock:
		return block.Written{}
	case *note:
		m.notes = append(m.notes, noteText{n.label, block.Join(m.blocks(n, depth+1), false)})
		return block.Written{}
	}
	return block.Join(m.blocks(n, depth), false)
}

// paragraph writes a paragraph.
func (m *Reader) paragraph(n ast.Node) block.Written {
	w := m.inlines(n)
	return block.Written{Markdown: string(w.Markdown), Plain: string(w.Plain), Links: w.Links}
}

// blocks writes the blocks of a container.
func (m *Reader) blocks(n ast.Node, depth int) []block.Written {
	var all []block.Written
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if p := m.block(c, max(depth, 1)); p.Markdown != "" {
			p.Block = nil
			all = append(all, p)
		}
	}
	return all
}

func (m *Reader) quote(n ast.Node, depth int) block.Written {
	if head, ok := m.calloutHead(n); ok && depth < block.MaxNesting {
		return m.callout(head, m.blocks(n, depth+1), depth)
	}
	p := block.Join(m.blocks(n, depth+1), false)
	p.Kind = block.Quote
	if p.Markdown != "" && depth < block.MaxNesting {
		p.Markdown = block.Quoted(p.Markdown)
	}
	return p
}

// callout writes a call-out; one in another block is a quotation with its head as the first paragraph.
func (m *Reader) callout(head model.Callout, below []block.Written, depth int) block.Written {
	c := block.CalloutOf(head, below)
	if depth > 0 {
		return block.HeadedOf(c)
	}
	return c
}

// list makes units of a top-level list, of at most maxItems items each. One of pictures alone is the pictures.
func (m *Reader) list(n *ast.List) {
	if pictures := m.listedPictures(n); pictures != nil {
		for _, p := range pictures {
			m.add(p)
		}
		return
	}
	mark := n.Marker
	size, continued := 0, m.goesOn.here && mark == m.goesOn.mark
	m.goesOn.mark = mark
	if continued {
		mark, n.Start = m.lastMark, m.goesOn.number
	} else if m.lastMark != 0 && m.lastMark == mark { // what stood between two lists is gone, but they stay two
		mark = map[byte]byte{'-': '*', '*': '-', '+': '-', '.': ')', ')': '.'}[mark]
	}
	var items []block.Written
	for c, i := n.FirstChild(), 0; c != nil; c, i = c.NextSibling(), i+1 {
		item := m.item(c, n, mark, i, 1)
		items = append(items, item)
		size += len(item.Markdown)
		if len(items) == block.MaxItems || size > block.MaxItems*400 || c.NextSibling() == nil {
			p := block.ListOf(items, n.IsTight, continued)
			m.add(p)
			items, size, continued = items[:0], 0, true
		}
	}
	m.lastMark, m.goesOn.number = mark, n.Start+n.ChildCount()
}

func (m *Reader) nestedList(n *ast.List, depth int) block.Written {
	var items []block.Written
	for c, i := n.FirstChild(), 0; c != nil; c, i = c.NextSibling(), i+1 {
		items = append(items, m.item(c, n, n.Marker, i, depth+1))
	}
	if depth >= block.MaxNesting {
		return flowed(items)
	}
	p := block.Join(items, n.IsTight)
	p.Kind = block.List
	return p
}

// flowed puts what is nested too deep to be set in into running text. Blocks that are no paragraphs keep their lines.
func flowed(all []block.Written) block.Written {
	var flat []block.Written
	for _, b := range all {
		if last := len(flat) - 1; last >= 0 && b.Kind == block.Plain && flat[last].Kind == block.Plain {
			flat[last].Markdown += " " + b.Markdown
			flat[last].Plain += " " + b.Plain
			flat[last].Links = append(flat[last].Links, b.Links...)
			continue
		}
		flat = append(flat, b)
	}
	return block.Join(flat, false)
}

// item writes the item of a list with its mark. Numbers go on from the list's start.
func (m *Reader) item(n ast.Node, list *ast.List, mark byte, i, depth int) block.Written {
	if depth > block.MaxNesting {
		return flowed(m.blocks(n, depth))
	}
	p := block.Join(m.blocks(n, depth), list.IsTight)
	if list.IsOrdered() {
		return p.Item(strconv.Itoa(min(list.Start+i, 999_999_999)) + string(mark) + " ")
	}
	return p.Item(string(mark) + " ")
}

// definitions writes terms with what they mean below, a block each. Terms without a meaning, and the other
// way round, are paragraphs.
func (m *Reader) definitions(n ast.Node, depth int) []block.Written {
	var all, terms []block.Written
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extast.KindDefinitionTerm {
			if w := m.line(c); len(w.Plain) > 0 {
				terms = append(terms, block.Written{Markdown: string(w.Markdown), Plain: string(w.Plain), Links: w.Links})
			}
			continue
		}
		p := block.Join(m.blocks(c, depth+1), false)
		switch {
		case p.Markdown == "":
		case len(terms) > 0:
			all = append(all, block.Meaning(append(terms, p.Item(": "))))
			terms = nil
		case len(all) > 0 && all[len(all)-1].Kind == block.List:
			all[len(all)-1] = block.Meaning([]block.Written{all[len(all)-1], p.Item(": ")})
		default:
			p.Kind, p.Block = block.Plain, nil
			all = append(all, p)
		}
	}
	return append(all, terms...)
}
