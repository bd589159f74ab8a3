package parse

import (
	"cmp"

	"lede/content/parse/block"
	"lede/content/parse/feed"
)

// declared are the labels of the encoding that the source is in, as whoever sent it declares, and as a page does
// itself.
func (o Options) declared(data []byte) []string {
	format := cmp.Or(o.Format, namedFormat(o.Name))
	if format == HTML || format == "" && looksPage(string(data[:min(len(data), pageStart)])) {
		return []string{o.Charset, block.PageCharset(data)}
	}
	return []string{o.Charset, feed.Charset(data)}
}
