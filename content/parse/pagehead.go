package parse

import (
	"lede/model"
	"lede/model/clean"
)

// headPage is how much of a page is read for what a list shows of it, in bytes.
const headPage = 64 << 10

// pageHead reads what a list shows of a page from its beginning, and about how many words it has: as many as the beginning has by its size,
// without what no reader sees.
func pageHead(e *model.Entry, s string, o pageOptions) {
	start := clean.Clip(s, headPage)
	page := parseDOM(start, o.origin, nil)
	*e, _ = readMeta(page, *e)
	written, err := try("count the words of a page", newWriting(page, bodyKept{page: page}.everything()).page)
	if err != nil {
		o.log(err)
	}
	for _, b := range written {
		e.Words += model.Words(b.Plain)
	}
	if len(s) > len(start) {
		e.Words = int(float64(e.Words) * float64(len(s)) / float64(len(start)))
	}
}
