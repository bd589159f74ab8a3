package parse

import "lede/model"

// headPage is how much of a page is read for what a list shows of it, in bytes.
const headPage = 64 << 10

// pageHead reads what a list shows of a page from its beginning, and about how many words it has: as many as the beginning has by its size,
// without what no reader sees.
func pageHead(e *model.Entry, s string, o Options) {
	start := clip(s, headPage)
	p := newPage(start, o)
	p.whole = true
	p.metadata(e)
	w := pageWriter{page: p}
	w.begin()
	w.walk(p.doc, p.doc)
	w.flush()
	for _, b := range w.out {
		e.Words += model.Words(b.plain)
	}
	if len(s) > len(start) {
		e.Words = int(float64(e.Words) * float64(len(s)) / float64(len(start)))
	}
}
