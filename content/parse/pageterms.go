package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// definitions writes a list of terms with what they mean below.
func (w *pageWriter) definitions(n *html.Node) bool {
	if w.line || w.depth >= maxNesting || w.apart(n) {
		return false
	}
	w.flush()
	d := definer{w: w}
	d.read(n)
	for _, p := range append(d.out, d.terms...) {
		p.block = nil
		w.out = append(w.out, p)
	}
	return true
}

// definer collects terms with what they mean.
type definer struct {
	w          *pageWriter
	out, terms []written
}

func (d *definer) read(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode || d.w.unseen(c):
		case c.DataAtom == atom.Dt:
			if p := d.w.oneLine(c); p.plain != "" {
				d.terms = append(d.terms, p)
			}
		case c.DataAtom == atom.Dd:
			d.meaning(d.w.inner(c))
		default:
			d.read(c)
		}
	}
}

func (d *definer) meaning(blocks []written) {
	switch n := len(d.out); {
	case len(blocks) == 0:
	case len(d.terms) > 0:
		d.out = append(d.out, meaning(append(d.terms, joinWritten(blocks, false).item(": "))))
		d.terms = nil
	case n > 0 && d.out[n-1].defined && len(d.out[n-1].md) < maxItems*400:
		d.out[n-1] = meaning([]written{d.out[n-1], joinWritten(blocks, false).item(": ")})
	default:
		d.out = append(d.out, blocks...)
		return
	}
	if n := len(d.out); n > 0 {
		d.out[n-1].defined = true
	}
}
