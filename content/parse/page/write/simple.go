package write

import (
	"lede/content/parse/block"
	"lede/content/parse/page/dom"
)

// simpleBlocks writes a page that is too large or too deep for a tree: what its tags say one after the other, as
// paragraphs, headings, lists, quotations, pictures and preformatted text with their links. Nothing is left out but
// scripts and styles.
func simpleBlocks(s, base string) []block.Written {
	if at := dom.IndexTag(s, 0, "body"); at >= 0 {
		s = s[at:]
	}
	return block.FromTags(s, base, true)
}
