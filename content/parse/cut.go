package parse

import (
	"bytes"

	"lede/content/parse/charset"
	"lede/content/parse/markdown"
)

// Cut returns the longest beginning of data, itself the beginning of a longer source, that can be read by itself:
// its blocks are the first blocks of the whole.
//
// It ends before a line that begins a new block by itself: after an empty line, outside of front matter, fences, lists and
// HTML. Where there is no such place, as in one very long paragraph, list or block of code, it ends at the
// end of a line, and only the last block is shorter than in the whole.
//
// A web page ends where a tag begins. What is open there ends there too, so its last element is shorter; which elements are the article's is
// told from the beginning alone.
func Cut(data []byte) []byte {
	if c := charset.Sniff(data); c.Wide() {
		return charset.CutWide(data, c)
	}
	if looksPage(string(data[:min(len(data), pageStart)])) {
		if at := bytes.LastIndexByte(data, '<'); at > 0 {
			return data[:at]
		}
	}
	if at := markdown.Boundary(data); at > 0 {
		return data[:at]
	}
	if at := bytes.LastIndexByte(data, '\n'); at > 0 {
		return data[:at+1]
	}
	if at := bytes.LastIndexByte(data, ' '); at > 0 {
		return data[:at]
	}
	return data
}
