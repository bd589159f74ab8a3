package write

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
)

// maxFormats is how many elements that mark words are kept around a word: what is nested deeper costs time and shows
// nothing.
const maxFormats = 12

// walk writes what is in n. holder is the element whose words they are: the nearest one that parts the text.
func (w *pageWriter) walk(n, holder *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.child(c, holder)
	}
}

// child writes a node that stands in holder.
func (w *pageWriter) child(n, holder *html.Node) {
	w.step(n)
	if slices.Contains(w.skipped, n) {
		return
	}
	switch n.Type {
	case html.TextNode:
		if w.keeps(holder) {
			w.text(n.Data)
		}
	case html.ElementNode:
		if t, ok := w.body.Turns[n]; ok {
			w.turn(t)
		} else if w.turnsAround[n] { // a list or table of messages is none
			w.flush()
			w.walk(n, n)
			w.flush()
		} else if m, ok := w.body.Marks[n]; ok {
			w.mark(m, n)
		} else if w.body.Beside[n] {
			break
		} else if !w.Unseen(n) || w.body.Notes != nil && w.body.Notes.Late[n] != nil {
			w.element(n, holder)
		}
	case html.ErrorNode, html.DocumentNode, html.CommentNode, html.DoctypeNode, html.RawNode:
	}
}

// element writes one element.
func (w *pageWriter) element(n, holder *html.Node) {
	if w.note(n, holder) {
		return
	}
	if math, block, ok := mathOf(w.Page, n); ok {
		w.math(math, block, holder)
		return
	}
	if level := dom.HeadingLevel(n); level > 0 {
		w.heading(n, level)
		return
	}
	if at := len(w.out); w.structure(n, holder) {
		for i := at; i < len(w.out); i++ {
			if w.out[i].Node == nil {
				w.out[i].Node = n
			}
		}
		return
	}
	if dom.PartsWords(n.DataAtom) {
		w.flush()
		w.walk(n, n)
		w.flush()
		return
	}
	w.inline(n, holder)
}

// structure writes what has parts of its own, and reports whether n is such an element.
func (w *pageWriter) structure(n, holder *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		return w.list(n)
	case atom.Li:
		return w.strayItem(n)
	case atom.Td, atom.Th:
		return dom.LineNumbers(n)
	case atom.Code:
		return w.loneCode(n)
	case atom.Div, atom.Aside, atom.Section, atom.Details:
		return w.callout(n)
	case atom.Dl:
		return w.definitions(n)
	case atom.Blockquote:
		return w.callout(n) || w.quote(n)
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		return w.code(n)
	case atom.Table:
		return w.table(n)
	case atom.Figure:
		return w.figure(n)
	case atom.Hr:
		w.flush()
		if !w.line && w.body.Inside(n) {
			w.out = append(w.out, block.Written{Markdown: block.Break, Kind: block.Rule})
		}
	case atom.Br:
		if w.keeps(holder) {
			w.br()
		}
	case atom.Img:
		w.picture(n, holder)
	case atom.Input:
		w.box(n)
	default:
		return false
	}
	return true
}

// inline writes an element that stands in a text.
func (w *pageWriter) inline(n, holder *html.Node) {
	if n.DataAtom == atom.A && w.isAnchor(n) {
		return
	}
	if n.DataAtom == atom.Span && w.dressed(n, holder) {
		return
	}
	if dom.StandsApart(n) && w.keeps(holder) {
		w.w.Soft = true
		defer func() { w.w.Soft = true }()
	}
	switch n.DataAtom {
	case atom.A, atom.Em, atom.I, atom.Strong, atom.B, atom.Del, atom.S, atom.Strike, atom.Code, atom.Kbd, atom.Samp,
		atom.Sup, atom.Sub:
		if n.DataAtom == atom.A && !w.leads(n) || w.formatted(n.DataAtom) || len(w.formats) >= maxFormats {
			break
		}
		w.format(n, n, holder)
		return
	case atom.Q:
		if w.keeps(holder) {
			w.w.Text("“")
			defer w.w.Text("”")
		}
	case atom.Rt:
		if w.keeps(holder) && (n.PrevSibling == nil || n.PrevSibling.DataAtom != atom.Rp) {
			w.text("(")
			defer w.w.Text(")")
		}
	}
	w.walk(n, holder)
}

// dressed writes a <span> that a page's style makes a line break or bold, and reports whether it is one.
func (w *pageWriter) dressed(n, holder *html.Node) bool {
	switch {
	case n.FirstChild == nil && dom.HasClass(n, "br"):
		if w.keeps(holder) {
			w.br()
		}
		return true
	case dom.HasClass(n, "strong", "bold") && !w.formatted(atom.Strong) && len(w.formats) < maxFormats:
		w.format(n, &html.Node{Type: html.ElementNode, DataAtom: atom.Strong, Data: "strong"}, holder)
		return true
	}
	return false
}

// format writes an element that marks its words as a tag does.
func (w *pageWriter) format(n, tag, holder *html.Node) {
	w.w.StartTag(html.Token{Data: tag.Data, DataAtom: tag.DataAtom, Attr: tag.Attr})
	w.formats = append(w.formats[:len(w.formats):len(w.formats)], tag)
	w.walk(n, holder)
	w.formats = w.formats[:len(w.formats)-1]
	w.w.EndTag(tag.Data)
}

// formatted reports whether the words are marked in the same way already.
func (w *pageWriter) formatted(a atom.Atom) bool {
	for _, n := range w.formats {
		if markOfTag(n.DataAtom) == markOfTag(a) {
			return true
		}
	}
	return false
}

// markOfTag returns the element of those that mark their words in the same way that stands for them all.
func markOfTag(a atom.Atom) atom.Atom {
	switch a {
	case atom.I:
		return atom.Em
	case atom.B:
		return atom.Strong
	case atom.S, atom.Strike:
		return atom.Del
	case atom.Kbd, atom.Samp:
		return atom.Code
	}
	return a
}

// isAnchor reports whether a link only says where it stands, as the sign beside a heading does.
func (w *writing) isAnchor(n *html.Node) bool {
	if _, fragment, ok := strings.Cut(dom.Attr(n, "href"), "#"); !ok || fragment == "" || n.FirstChild == nil {
		return false
	}
	text := w.TextOf(n)
	return text != "" && len(text) < 10 && strings.Trim(text, "#¶§🔗⚓∞☍\ufe0f\u200b ") == ""
}

// leads reports whether a link leads away from the page.
func (w *pageWriter) leads(n *html.Node) bool {
	href := strings.TrimSpace(dom.Attr(n, "href"))
	switch {
	case href == "" || href[0] == '#':
		return false
	case len(href) > len("javascript:") && strings.EqualFold(href[:len("javascript:")], "javascript:"):
		// and what does nothing leads nowhere
		return strings.Trim(strings.ToLower(href[len("javascript:"):]), " ;()0") != "void"
	}
	path, _, fragment := strings.Cut(href, "#")
	return !fragment || path != w.Origin
}

// text adds words. Where a line of the source ends, the words are parted as their script does it.
func (w *pageWriter) text(s string) {
	s = block.HTMLText(s)
	for {
		i := strings.IndexByte(s, '\n')
		if i < 0 {
			w.w.Text(s)
			return
		}
		w.w.Text(strings.TrimRight(s[:i], " \t"))
		w.w.Soft = true
		s = strings.TrimLeft(s[i:], " \t\n")
	}
}

// br breaks the line. A second one ends the paragraph.
func (w *pageWriter) br() {
	i := &w.w
	i.Soft = false
	i.Flush()
	i.Trim()
	if len(i.Markdown) > 0 && i.Markdown[len(i.Markdown)-1] == '\n' {
		w.flush()
		return
	}
	i.Newline()
}
