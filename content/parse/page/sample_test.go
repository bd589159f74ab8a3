package page

import (
	"strings"
	"unicode"

	"lede/model"
)

// aboutCouncil and aboutMarket are paragraphs of an article.
const (
	aboutCouncil = "The council of Westhaven met on Monday to talk about the wall once more, and nobody in the hall " +
		"expected that the vote would come so soon."
	aboutMarket = "By the evening the water had gone back, and the market opened again on the upper quay."
)

// said returns all that an article says.
func said(a model.Article) string {
	all := []string{a.Title}
	for _, s := range a.Sections {
		all = append(all, s.Title)
		for _, b := range s.Blocks {
			all = append(all, b.Text())
		}
	}
	return strings.Join(all, "\n")
}

// endOf returns the last bytes of a text.
func endOf(s string) string { return s[max(0, len(s)-100):] }

// bareText keeps the letters and digits of a text.
func bareText(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
