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
			switch block := block.(type) {
			case Prose:
				b.WriteString(block.Text() + "\n")
			case Post:
				b.WriteString(block.Author + " " + block.Handle + " " + block.Text() + "\n")
			case Code, Related, Notice, Image:
			}
		}
	}
	return b.String()
}
