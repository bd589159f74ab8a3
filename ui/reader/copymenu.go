package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/widget"
)

// newCopyMenu is the overlay that asks what to copy.
func newCopyMenu(r *reader) *widget.Menu {
	a := r.article()
	link := a.URL
	if link == "" {
		link = a.Ref
	}
	return widget.NewMenu(&r.app.Env, "Copy", "", []widget.MenuRow{
		{Key: "l", Label: "link", Detail: link, Take: func() tea.Cmd { return r.app.CopyText("link", link) }},
		{Key: "t", Label: "title", Detail: a.Title, Take: func() tea.Cmd { return r.app.CopyText("title", a.Title) }},
		{Key: "p", Label: "paragraph", Detail: r.text.Quoted(), Take: func() tea.Cmd {
			return r.app.CopyText("paragraph", r.text.Quote())
		}},
		{Key: "m", Label: "Markdown", Detail: "the whole article", Take: func() tea.Cmd { return copyMarkdown(r) }},
	})
}

// copyMarkdown copies the whole article.
func copyMarkdown(r *reader) tea.Cmd {
	a := r.article()
	if !r.text.Items.Large() {
		return r.app.CopyText("article", markdownOf(a))
	}
	return r.app.CopyMade("article", func() string { return markdownOf(a) })
}

// markdownOf writes an article as Markdown, under its title.
func markdownOf(a *model.Article) string {
	text := a.Markdown()
	if a.Title != "" {
		text = "# " + model.Escape(a.Title) + "\n\n" + text
	}
	return text
}
