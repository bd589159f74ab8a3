package parse

import "lede/model"

// markdown reads Markdown.
func markdown(s string, o Options) model.Article {
	var e model.Entry
	m, rest := frontMatter(s)
	m.entry(&e, o.Base)
	a := text(rest, o)
	if e.Title == "" {
		e.Title = firstHeading(rest)
	}
	a.Entry = e
	return a
}

func plainInline(s string) string { return s }
