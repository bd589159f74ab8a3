package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// newCopyMenu is the overlay that asks what to copy.
func newCopyMenu(r *reader) *menu {
	a := r.article()
	link := a.URL
	if link == "" {
		link = a.Ref
	}
	return newMenu(&r.app.env, "Copy", "", []menuRow{
		{key: "l", label: "link", detail: link, take: func() tea.Cmd { return r.app.copyText("link", link) }},
		{key: "t", label: "title", detail: a.Title, take: func() tea.Cmd { return r.app.copyText("title", a.Title) }},
		{key: "p", label: "paragraph", detail: r.text.quoted(), take: func() tea.Cmd { return r.app.copyText("paragraph", r.text.quote()) }},
		{key: "m", label: "Markdown", detail: "the whole article", take: func() tea.Cmd { return copyMarkdown(r) }},
	})
}

// copyMarkdown copies the whole article.
func copyMarkdown(r *reader) tea.Cmd {
	a := r.article()
	if r.text.items.size < largeText {
		return r.app.copyText("article", markdownOf(a))
	}
	put := r.app.Copy
	return func() tea.Msg { return textCopiedMsg{"article", false, put(markdownOf(a))} }
}

// markdownOf writes an article as Markdown.
func markdownOf(a *model.Article) string {
	var b strings.Builder
	if a.Title != "" {
		b.WriteString("# " + model.Escape(a.Title) + "\n\n")
	}
	for _, s := range a.Sections {
		if s.Title != "" {
			b.WriteString(strings.Repeat("#", min(max(s.Level, 1), 6)) + " " + model.Escape(s.Title) + "\n\n")
		}
		for _, block := range s.Blocks {
			b.WriteString(block.Markdown() + "\n\n")
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}
