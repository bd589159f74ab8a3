package write

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
)

// definitions writes a list of terms with what they mean below.
func (w *pageWriter) definitions(n *html.Node) bool {
	if w.line || w.depth >= block.MaxNesting || w.apart(n) {
		return false
	}
	w.flush()
	d := definer{w: w}
	d.read(n)
	for _, p := range append(d.out, d.terms...) {
		p.Block = nil
		w.out = append(w.out, p)
	}
	return true
}

// definer collects terms with what they mean.
type definer struct {
	w          *pageWriter
	out, terms []block.Written
}

func (d *definer) read(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode || d.w.Unseen(c):
		case c.DataAtom == atom.Dt:
			if p := d.w.oneLine(c); p.Plain != "" {
				d.terms = append(d.terms, p)
			}
		case c.DataAtom == atom.Dd:
			d.meaning(d.w.inner(c))
		default:
			d.read(c)
		}
	}
}

func (d *definer) meaning(blocks []block.Written) {
	switch n := len(d.out); {
	case len(blocks) == 0:
	case len(d.terms) > 0:
		d.out = append(d.out, block.Meaning(append(d.terms, block.Join(blocks, false).Item(": "))))
		d.terms = nil
	case n > 0 && d.out[n-1].Defined && len(d.out[n-1].Markdown) < block.MaxItems*400:
		d.out[n-1] = block.Meaning([]block.Written{d.out[n-1], block.Join(blocks, false).Item(": ")})
	default:
		d.out = append(d.out, blocks...)
		return
	}
	if n := len(d.out); n > 0 {
		d.out[n-1].Defined = true
	}
}
