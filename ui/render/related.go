package render

import "lede/model"

// arrow leads to another article.
const arrow = "→ "

// related draws links to other articles: one beside its label, several below it.
func (r *Renderer) related(b model.Related) []Line {
	head := []run{styled(b.Label, r.theme.Accent)}
	if len(b.Links) == 0 {
		return trimmed(layout(head, r.width))
	}
	if len(b.Links) == 1 && b.Label != "" {
		head = append(head, styled(" "+arrow, r.theme.Accent))
		return hanging(layout(append(head, r.title(b.Links[0])...), r.width-hang), hang)
	}
	var lines []Line
	if b.Label != "" {
		lines = layout(head, r.width)
	}
	for _, l := range b.Links {
		title := layout(r.title(l), r.width-Width(arrow))
		lines = append(lines, indent(title, r.theme.Accent.Render(arrow), Spaces(Width(arrow)))...)
	}
	return lines
}

func (r *Renderer) title(l model.Link) []run {
	title := l.Title
	if title == "" {
		title = short(l.URL)
	}
	if l.URL == "" {
		return []run{styled(title, r.theme.Text)}
	}
	return append([]run{linked(title, l.URL, r.theme.Link)}, r.holding(l.URL)...)
}
