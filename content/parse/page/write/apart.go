package write

import (
	"golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/content/parse/page/lift"
	"lede/model"
)

// mark writes what takes the place of the element n. What is not the article's has been taken out of the mark
// (body/settle.go).
func (w *pageWriter) mark(m lift.Mark, n *html.Node) {
	if len(m.Blocks) == 0 {
		return
	}
	w.flush()
	for _, b := range m.Blocks {
		p := block.Written{Markdown: b.Markdown(), Plain: b.Text(), Block: b, Node: n, Why: block.Why{Rule: m.Why}}
		switch model.KindOf(b) {
		case model.ProseBlock:
		case model.CodeBlock:
			p.Kind = block.Code
		default:
			p.Kind = block.Image // the words say nothing more
		}
		if w.line {
			if picture, ok := b.(model.Image); ok {
				w.w.Picture(picture.Text(), picture.URL)
			}
			continue
		}
		if w.depth > 0 {
			p.Block = nil
		}
		w.out = append(w.out, p)
	}
}

// quote writes a quotation.
func (w *pageWriter) quote(n *html.Node) bool {
	if w.line || w.depth >= block.MaxNesting || w.apart(n) {
		return false
	}
	w.flush()
	p := block.Join(w.inner(n), false)
	if p.Markdown == "" {
		return true
	}
	p.Markdown = block.Quoted(p.Markdown)
	p.Kind, p.Block, p.Level = block.Quote, nil, 0
	w.add(p)
	return true
}

// apart reports whether something stands in an element that is a block of its own and is lost inside of another.
func (w *writing) apart(n *html.Node) bool { return w.holds[n] }
