package parse

import (
	"strings"

	"golang.org/x/net/html"

	"lede/model"
)

// mark writes what takes the place of the element n. What is not the article's has been taken out of the mark (liftsettle.go).
func (w *pageWriter) mark(m mark, n *html.Node) {
	if len(m.blocks) == 0 {
		return
	}
	w.flush()
	for _, b := range m.blocks {
		p := written{md: b.Markdown(), plain: b.Text(), block: b, node: n, why: why{rule: m.why}}
		switch b := b.(type) {
		case model.Image:
			p.kind = imageUnit
			if w.line {
				w.w.picture(b.Text(), b.URL)
			}
		case model.Code:
			p.kind = codeUnit
		case model.Post, model.Related, model.Notice:
			p.kind = imageUnit // the words say nothing more
		case model.Prose:
		}
		if w.line {
			continue
		}
		if w.depth > 0 {
			p.block = nil
		}
		w.out = append(w.out, p)
	}
}

// quote writes a quotation.
func (w *pageWriter) quote(n *html.Node) bool {
	if w.line || w.depth >= maxNesting || w.apart(n) {
		return false
	}
	w.flush()
	p := joinWritten(w.inner(n), false)
	if p.md == "" {
		return true
	}
	p.md = "> " + strings.ReplaceAll(strings.ReplaceAll(p.md, "\n", "\n> "), "\n> \n", "\n>\n")
	p.kind, p.block, p.level = quoteUnit, nil, 0
	w.add(p)
	return true
}

// apart tells whether something stands in an element that is a block of its own and is lost inside of another.
func (w *writing) apart(n *html.Node) bool { return w.holds[n] }
