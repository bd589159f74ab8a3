package box

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/widget"
)

// Copy is the overlay that asks what to copy.
func Copy(app *ui.App, p *text.Pane) *widget.Menu {
	a := p.Items.Article
	link := a.URL
	if link == "" {
		link = a.Ref
	}
	return widget.NewMenu(&app.Env, "Copy", "", []widget.MenuRow{
		{Key: "l", Label: "link", Detail: link, Take: func() tea.Cmd { return app.CopyText("link", link) }},
		{Key: "t", Label: "title", Detail: a.Title, Take: func() tea.Cmd { return app.CopyText("title", a.Title) }},
		{Key: "p", Label: "paragraph", Detail: p.Quoted(), Take: func() tea.Cmd {
			return app.CopyText("paragraph", p.Quote())
		}},
		{Key: "m", Label: "Markdown", Detail: "the whole article", Take: func() tea.Cmd {
			return copyMarkdown(app, p.Items)
		}},
	})
}

// copyMarkdown copies the whole article.
func copyMarkdown(app *ui.App, it *text.Items) tea.Cmd {
	a := it.Article
	if !it.Large() {
		return app.CopyText("article", markdownOf(a))
	}
	return app.CopyMade("article", func() string { return markdownOf(a) })
}

// markdownOf writes an article as Markdown, under its title.
func markdownOf(a *model.Article) string {
	text := a.Markdown()
	if a.Title != "" {
		text = "# " + model.Escape(a.Title) + "\n\n" + text
	}
	return text
}
