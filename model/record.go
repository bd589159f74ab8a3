package model

import "strings"

// Record is an article and what the user did with it: what a query is matched against.
type Record struct {
	Article Article
	Status  Status
	Feeds   []Subscription // those that it came by
}

// SearchText returns what a search without a field looks through besides title and byline: the headings, the prose,
// and the posts with their authors.
func (a Article) SearchText() string {
	var b strings.Builder
	size := 0
	a.eachSearched(func(text string) { size += len(text) + 1 })
	b.Grow(size) // a long text that grows takes three times its length
	a.eachSearched(func(text string) {
		b.WriteString(text)
		b.WriteByte('\n')
	})
	return b.String()
}

// eachSearched calls f for the titles of the sections and the texts of the blocks that search looks through.
func (a Article) eachSearched(f func(text string)) {
	for _, s := range a.Sections {
		f(s.Title)
		for _, block := range s.Blocks {
			if text := Searched(block); text != "" {
				f(text)
			}
		}
	}
}

// Searched returns the text of a block that search looks through.
func Searched(b Block) string {
	if post, ok := b.(Post); ok {
		return post.Author + " " + post.Handle + " " + post.Text()
	}
	if prose, ok := b.(Prose); ok {
		return prose.Text()
	}
	return ""
}
