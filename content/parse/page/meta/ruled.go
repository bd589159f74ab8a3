package meta

import (
	"slices"

	"lede/content/parse/name"
	"lede/content/parse/page/dom"
	"lede/model"
)

// stateRules lets the user's rules for a site say title, byline and date.
func stateRules(page dom.Page, e *model.Entry, facts *Facts) {
	if s, text := page.Ruled(page.Rules.Title); text != "" {
		e.Title, facts.TitleNode = text, page.All(s)[0]
	}
	if s, text := page.Ruled(page.Rules.Byline); text != "" {
		e.Byline = bylines(page.Texts(s))
	}
	if _, text := page.Ruled(page.Rules.Date); text != "" {
		if t, ok := dom.RuledDate(text); ok {
			e.Published = t
		}
	}
}

// bylines are the authors that lines name; a line that does not read like names is one name.
func bylines(lines []string) []string {
	var all []string
	for _, line := range lines {
		names := name.Byline(line, true)
		if names == nil {
			name, _ := name.Unsigned(line)
			names = []string{name}
		}
		for _, name := range names {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}
