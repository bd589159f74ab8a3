// Package box is the boxes over an article: its outline, its related links, its topics, the trail, and what to copy or
// to keep of it. Each is made of what it shows and of what is done with a row.
package box

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/reader/text"
	"lede/ui/widget"
)

// Outline is the outline as an overlay: typing filters, enter goes to a section.
func Outline(env *widget.Env, p *text.Pane, to func(section int) tea.Cmd) *widget.Menu {
	it := p.Items
	rows := make([]widget.MenuRow, len(it.Sections))
	for i := range rows {
		rows[i] = widget.MenuRow{
			Label:  it.SectionName(i),
			Detail: p.SectionDetail(i),
			Take:   func() tea.Cmd { return to(i) },
		}
	}
	m := widget.NewMenu(env, "Outline", "type to find a section", rows)
	m.Rows.To(p.Section())
	return m
}
