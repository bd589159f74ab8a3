package parse

import (
	"strings"

	"lede/content/parse/markdown"
)

// cut returns the longest beginning of a text, itself the beginning of a longer one, that can be read by itself:
// its blocks are the first blocks of the whole.
//
// It ends before a line that begins a new block by itself: after an empty line, outside of front matter, fences,
// lists and HTML. Where there is no such place, as in one very long paragraph, list or block of code, it ends at the
// end of a line, and only the last block is shorter than in the whole.
//
// A web page ends where a tag begins. What is open there ends there too, so its last element is shorter; which
// elements are the article's is told from the beginning alone.
func cut(s string, f Format) string {
	if at := strings.LastIndexByte(s, '<'); f == HTML && at > 0 {
		return s[:at]
	}
	if at := markdown.Boundary(s); at > 0 {
		return s[:at]
	}
	if at := strings.LastIndexByte(s, '\n'); at > 0 {
		return s[:at+1]
	}
	if at := strings.LastIndexByte(s, ' '); at > 0 {
		return s[:at]
	}
	return s
}
