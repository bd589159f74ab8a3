package parse

import (
	"slices"

	"lede/content/parse/name"
	"lede/model"
)

// stateRules lets the user's rules for a site say title, byline and date.
func stateRules(page domPage, e *model.Entry, facts *metaFacts) {
	if s, text := page.ruled(page.rules.Title); text != "" {
		e.Title, facts.TitleNode = text, page.all(s)[0]
	}
	if s, text := page.ruled(page.rules.Byline); text != "" {
		e.Byline = bylines(page.texts(s))
	}
	if _, text := page.ruled(page.rules.Date); text != "" {
		if t, ok := ruledDate(text); ok {
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
