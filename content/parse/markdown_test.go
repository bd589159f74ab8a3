package parse

import (
	"strings"

	"lede/model"
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
