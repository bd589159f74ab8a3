package page

import (
	"lede/content/parse/page/body"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/meta"
	"lede/content/parse/page/write"
	"lede/model"
	"lede/model/clean"
)

// headPage is how much of a page is read for what a list shows of it, in bytes.
const headPage = 64 << 10

// Head reads what a list shows of a page from its beginning, and about how many words it has: as many as the
// beginning has by its size, without what no reader sees.
func Head(e *model.Entry, s string, o Options) {
	start := clean.Clip(s, headPage)
	page := dom.Parse(start, o.Origin, nil)
	*e, _ = meta.Read(page, *e)
	written, err := dom.Try("count the words of a page", write.NewWriting(page, body.Kept{Page: page}.Everything()).Whole)
	if err != nil {
		o.Log(err)
	}
	for _, b := range written {
		e.Words += model.Words(b.Plain)
	}
	if len(s) > len(start) {
		e.Words = int(float64(e.Words) * float64(len(s)) / float64(len(start)))
	}
}
