package parse

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	mdtext "github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"lede/model"
)

// rule is a thematic break that is never taken for front matter or for the line below a heading.
const rule = "***"

// written is a block as Markdown that can be rendered alone and as plain text.
type written struct {
	md, plain string
	links     []model.Link
	kind      unitKind
	level     int         // of a heading
	block     model.Block // when it is no prose
	continued bool
	defined   bool       // a term with what it means
	why       why        // of a page: the rule that made it what it is,
	node      *html.Node // and the element that it was made of
}

// slice returns a part of the source.
func (m *mdReader) slice(from, to int) string { return m.text[from:to] }

// lines returns the source of segments. What a tab was that stands half in the margin are spaces.
func (m *mdReader) lines(segments *mdtext.Segments) string {
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
func (m *mdReader) inlines(n ast.Node) inline {
	w := inline{base: m.base}
	m.children(&w, n)
	w.flush()
	w.trim()
	w.unbreak()
	return w
}

// line writes the words of a block that has no line breaks.
func (m *mdReader) line(n ast.Node) inline {
	w := inline{base: m.base, cell: true}
	m.children(&w, n)
	w.flush()
	w.trim()
	return w
}

// unbreak takes line breaks off the end.
func (w *inline) unbreak() {
	for strings.HasSuffix(string(w.md), "\\\n") {
		w.md = w.md[:len(w.md)-2]
		w.plain = w.plain[:max(0, len(w.plain)-1)]
		w.trim()
	}
}

// block writes one block. Nesting beyond the deepest level is written flat.
func (m *mdReader) block(n ast.Node, depth int) written {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return m.paragraph(n, depth)
	case *ast.Heading:
		w := m.line(n)
		return written{md: strings.Repeat("#", n.Level) + " " + string(w.md), plain: string(w.plain), links: w.links, kind: headingUnit}
	case *ast.ThematicBreak:
		return written{md: rule, kind: ruleUnit}
	case *ast.CodeBlock:
		return codeOf("", m.lines(n.Lines()), depth)
	case *ast.FencedCodeBlock:
		return codeOf(unmarked(string(n.Language(m.source))), m.lines(n.Lines()), depth)
	case *ast.HTMLBlock:
		return joinWritten(m.html(n), false)
	case *ast.Blockquote:
		return m.quote(n, depth)
	case *ast.List:
		return m.nestedList(n, depth)
	case *extast.Table:
		return m.wholeTable(n)
	case *extast.DefinitionList:
		return joinWritten(m.definitions(n, depth), false)
	case *note:
		m.notes = append(m.notes, noteText{n.label, joinWritten(m.blocks(n, depth+1), false)})
		return written{}
	}
	return joinWritten(m.blocks(n, depth), false)
}

// paragraph writes a paragraph. One that is a picture and nothing else is an image.
func (m *mdReader) paragraph(n ast.Node, depth int) written {
	if image, ok := n.FirstChild().(*ast.Image); ok && depth == 0 && image.NextSibling() == nil {
		url, _ := address(unmarked(string(image.Destination)), m.base)
		return imageOf(url, m.words(image), unmarked(string(image.Title)))
	}
	w := m.inlines(n)
	return written{md: string(w.md), plain: string(w.plain), links: w.links}
}

// imageOf makes an image with its description and its caption, each on one line.
func imageOf(url, alt, caption string) written {
	i := model.Image{URL: url, Alt: oneLine(alt), Caption: oneLine(caption)}
	return written{md: i.Markdown(), plain: i.Text(), kind: imageUnit, block: i}
}

// codeOf writes code. At the top it is a block of its own.
func codeOf(language, source string, depth int) written {
	language, _, _ = strings.Cut(strings.ReplaceAll(oneLine(language), "`", ""), " ")
	c := model.Code{Language: language, Source: strings.TrimRight(source, "\n")}
	p := written{md: c.Markdown(), plain: c.Source, kind: codeUnit}
	if depth == 0 {
		p.block = c
	}
	return p
}

// blocks writes the blocks of a container.
func (m *mdReader) blocks(n ast.Node, depth int) []written {
	var all []written
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if p := m.block(c, max(depth, 1)); p.md != "" {
			p.block = nil
			all = append(all, p)
		}
	}
	return all
}

func (m *mdReader) quote(n ast.Node, depth int) written {
	p := joinWritten(m.blocks(n, depth+1), false)
	p.kind = quoteUnit
	if p.md != "" && depth < maxNesting {
		p.md = "> " + strings.ReplaceAll(strings.ReplaceAll(p.md, "\n", "\n> "), "\n> \n", "\n>\n")
	}
	return p
}

// joinWritten puts blocks one below the other, with an empty line between them. Tight ones have none where they are
// told apart without it.
func joinWritten(all []written, tight bool) written {
	if len(all) == 1 {
		return all[0]
	}
	var md, plain strings.Builder
	var p written
	for i, b := range all {
		if i > 0 {
			md.WriteByte('\n')
			plain.WriteByte('\n')
			if !tight || !parts(all[i-1], b) {
				md.WriteByte('\n')
			}
		}
		md.WriteString(b.md)
		plain.WriteString(b.plain)
		p.links = append(p.links, b.links...)
	}
	p.md, p.plain = md.String(), plain.String()
	return p
}

// parts tells whether a block on the line below another is read as a block of its own.
func parts(before, b written) bool {
	switch b.kind {
	case listUnit:
		number := b.md != "" && b.md[0] >= '0' && b.md[0] <= '9'
		return before.kind == listUnit || !number && !emptyItem(b.md) || strings.HasPrefix(b.md, "1. ") || strings.HasPrefix(b.md, "1) ")
	case quoteUnit:
		return before.kind == plainUnit
	case codeUnit, ruleUnit, headingUnit:
		return true
	case plainUnit:
		return before.kind == headingUnit || before.kind == codeUnit || before.kind == ruleUnit
	case tableUnit, imageUnit:
	}
	return false
}

// emptyItem tells whether a list begins with an item without words, which does not end a paragraph.
func emptyItem(md string) bool {
	line, _, _ := strings.Cut(md, "\n")
	return len(line) < 3
}

// list makes units of a top-level list, of at most maxItems items each.
func (m *mdReader) list(n *ast.List) {
	mark := n.Marker
	if m.lastMark != 0 && m.lastMark == mark { // what stood between two lists is gone, but they stay two
		mark = map[byte]byte{'-': '*', '*': '-', '+': '-', '.': ')', ')': '.'}[mark]
	}
	var items []written
	size, continued := 0, false
	for c, i := n.FirstChild(), 0; c != nil; c, i = c.NextSibling(), i+1 {
		item := m.item(c, n, mark, i, 1)
		items = append(items, item)
		size += len(item.md)
		if len(items) == maxItems || size > maxItems*400 || c.NextSibling() == nil {
			p := listOf(items, n.IsTight, continued)
			m.add(p)
			items, size, continued = items[:0], 0, true
		}
	}
	m.lastMark = mark
}

// listOf joins items to a list, or to the part of one that continues another.
func listOf(items []written, tight, continued bool) written {
	p := written{}
	if len(items) == 1 {
		p = items[0]
	} else {
		p = joinWritten(items, tight)
	}
	p.kind, p.block, p.continued = listUnit, nil, continued
	return p
}

func (m *mdReader) nestedList(n *ast.List, depth int) written {
	var items []written
	for c, i := n.FirstChild(), 0; c != nil; c, i = c.NextSibling(), i+1 {
		items = append(items, m.item(c, n, n.Marker, i, depth+1))
	}
	if depth >= maxNesting {
		return flowed(items)
	}
	p := joinWritten(items, n.IsTight)
	p.kind = listUnit
	return p
}

// flowed puts what is nested too deep to be set in into running text. Blocks that are no paragraphs keep their lines.
func flowed(all []written) written {
	var flat []written
	for _, b := range all {
		if last := len(flat) - 1; last >= 0 && b.kind == plainUnit && flat[last].kind == plainUnit {
			flat[last].md += " " + b.md
			flat[last].plain += " " + b.plain
			flat[last].links = append(flat[last].links, b.links...)
			continue
		}
		flat = append(flat, b)
	}
	return joinWritten(flat, false)
}

// item writes the item of a list with its mark. Numbers go on from the list's start.
func (m *mdReader) item(n ast.Node, list *ast.List, mark byte, i, depth int) written {
	if depth > maxNesting {
		return flowed(m.blocks(n, depth))
	}
	p := joinWritten(m.blocks(n, depth), list.IsTight)
	if list.IsOrdered() {
		return p.item(strconv.Itoa(min(list.Start+i, 999_999_999)) + string(mark) + " ")
	}
	return p.item(string(mark) + " ")
}

// item sets what is written in, below its mark. Numbers are part of the plain text.
func (p written) item(mark string) written {
	indent := "\n" + strings.Repeat(" ", len(mark))
	md := strings.ReplaceAll(p.md, "\n", indent)
	md = strings.ReplaceAll(md, indent+"\n", "\n\n")
	p.md = strings.TrimRight(mark+md, " ")
	if mark[0] >= '0' && mark[0] <= '9' {
		p.plain = mark + p.plain
	}
	p.kind, p.block = listUnit, nil
	return p
}

// definitions writes terms with what they mean below, a block each. Terms without a meaning, and the other
// way round, are paragraphs.
func (m *mdReader) definitions(n ast.Node, depth int) []written {
	var all, terms []written
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extast.KindDefinitionTerm {
			if w := m.line(c); len(w.plain) > 0 {
				terms = append(terms, written{md: string(w.md), plain: string(w.plain), links: w.links})
			}
			continue
		}
		p := joinWritten(m.blocks(c, depth+1), false)
		switch {
		case p.md == "":
		case len(terms) > 0:
			all = append(all, meaning(append(terms, p.item(": "))))
			terms = nil
		case len(all) > 0 && all[len(all)-1].kind == listUnit:
			all[len(all)-1] = meaning([]written{all[len(all)-1], p.item(": ")})
		default:
			p.kind, p.block = plainUnit, nil
			all = append(all, p)
		}
	}
	return append(all, terms...)
}

// meaning joins terms and what they mean, a line each.
func meaning(all []written) written {
	var p written
	for i, b := range all {
		if i > 0 {
			p.md += "\n"
			p.plain += "\n"
		}
		p.md += b.md
		p.plain += b.plain
		p.links = append(p.links, b.links...)
	}
	p.kind = listUnit
	return p
}
