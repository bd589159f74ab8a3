package parse

import (
	"strings"

	"lede/model"
)

// council and market are paragraphs of an article.
const (
	council = "The council of Westhaven met on Monday to talk about the wall once more, and nobody in the hall " +
		"expected that the vote would come so soon after the flood."
	market = "By the evening the water had gone back, and the market opened again on the upper quay."
)

// words returns all plain text of an article.
func words(a model.Article) string {
	var b strings.Builder
	b.WriteString(a.Title + "\n")
	for _, s := range a.Sections {
		b.WriteString(s.Title + "\n")
		for _, block := range s.Blocks {
			b.WriteString(block.Text() + "\n")
		}
	}
	return b.String()
}

func tail(s string) string { return s[max(0, len(s)-100):] }
