package write

import (
	"golang.org/x/net/html"

	"lede/content/parse/block"
)

// callout writes a box with a title of its own, and reports whether n is one. Inside of a list or another quotation
// it is a quotation that begins with the title.
func (w *pageWriter) callout(n *html.Node) bool {
	if w.line || w.depth >= block.MaxNesting || w.apart(n) {
		return false
	}
	head, title := w.Callout(n)
	if title == nil {
		return false
	}
	w.flush()
	w.skipped = append(w.skipped, title)
	below := w.inner(n)
	w.skipped = w.skipped[:len(w.skipped)-1]
	if len(below) == 0 && !w.keeps(title) {
		return true
	}
	p := block.CalloutOf(head, below)
	if w.depth > 0 {
		p = block.HeadedOf(p)
	}
	w.add(p)
	return true
}
