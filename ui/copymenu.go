package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// newCopyMenu is the overlay that asks what to copy.
func newCopyMenu(r *reader) *menu {
	a := r.items.article
	link := a.URL
	if link == "" {
		link = a.Ref
	}
	return newMenu(r.app, "Copy", "", []menuRow{
		{key: "l", label: "link", detail: link, take: func() tea.Cmd { return r.app.copyText("link", link) }},
		{key: "t", label: "title", detail: a.Title, take: func() tea.Cmd { return r.app.copyText("title", a.Title) }},
		{key: "p", label: "paragraph", detail: r.quoted(), take: func() tea.Cmd { return r.app.copyText("paragraph", r.quote()) }},
		{key: "m", label: "Markdown", detail: "the whole article", take: func() tea.Cmd { return r.copyMarkdown() }},
	})
}

// quote is the paragraph with the present match, or else the first one in view.
func (r *reader) quote() string {
	if s := r.search; s != nil && s.now >= 0 {
		item, _ := s.at(s.now)
		if r.doc.sees(r.matchSpot(s.now)) {
			return r.doc.flow.text(item)
		}
	}
	text := ""
	r.doc.rows(func(_ int, s spot, it *drawn) bool {
		f, ok := r.doc.flow.(*articleFlow)
		if s.line >= it.gap && (!ok || f.all[f.real(s.item)].block != nil) {
			text = r.doc.flow.text(s.item)
		}
		return text == ""
	})
	return text
}

// quoted is the beginning of the quote, for the menu.
func (r *reader) quoted() string {
	const short = 41
	return render.Truncate(strings.Join(strings.Fields(r.quote()), " "), short)
}

func (r *reader) copyMarkdown() tea.Cmd {
	a := r.items.article
	if r.items.size < largeText {
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
