package parse

import (
	"strings"

	"lede/model"
)

// text reads plain text.
func text(s string, _ Options) model.Article {
	var a model.Article
	var lead model.Section
	for p := range strings.SplitSeq(s, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			lead.Blocks = append(lead.Blocks, model.Prose{Kind: model.Paragraph, Source: model.Escape(p), Plain: p})
		}
	}
	a.Sections = []model.Section{lead}
	return a
}
