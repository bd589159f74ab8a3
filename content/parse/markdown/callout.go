package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/content/parse/block"
	"lede/model"
	"lede/model/clean"
)

// calloutHead reads the first line of a quotation that makes it a call-out, "[!kind] Title", and takes that line off.
// A sign behind the brackets says whether the box is folded; everything is shown here.
//
// See https://docs.github.com/en/get-started/writing-on-github (alerts) and https://help.obsidian.md/callouts.
func (m *Reader) calloutHead(quote ast.Node) (model.Callout, bool) {
	p, ok := quote.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return model.Callout{}, false
	}
	line := p.Lines().At(0)
	kind, _, ok := strings.Cut(m.slice(line.Start, line.Stop), "]")
	kind, marked := strings.CutPrefix(kind, "[!")
	_, words := p.FirstChild().(*ast.Text) // and no link
	if kind = model.CalloutKind(kind); !ok || !marked || !words || kind == "" {
		return model.Callout{}, false
	}
	_, title, _ := strings.Cut(m.firstLine(p), "]")
	return model.NewCallout(kind, clean.Line(strings.TrimLeft(title, "-+ "))), true
}

// firstLine takes the first line off a paragraph, and the paragraph away when it has no other. It returns the line's
// words.
func (m *Reader) firstLine(p *ast.Paragraph) string {
	w := block.Inline{Base: m.base, Cell: true}
	for n := p.FirstChild(); n != nil; n = p.FirstChild() {
		p.RemoveChild(p, n)
		m.inline(&w, n)
		if t, ok := n.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			break
		}
	}
	if p.FirstChild() == nil {
		p.Parent().RemoveChild(p.Parent(), p)
	}
	w.Flush()
	return string(w.Plain)
}
