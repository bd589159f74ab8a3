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
	for _, s := range a.Sections {
		b.WriteString(s.Title + "\n")
		for _, block := range s.Blocks {
			if text := Searched(block); text != "" {
				b.WriteString(text + "\n")
			}
		}
	}
	return b.String()
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
