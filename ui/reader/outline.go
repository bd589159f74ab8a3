package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/widget"
)

// newOutlineMenu is the outline as an overlay: typing filters, enter jumps.
func newOutlineMenu(r *reader) *widget.Menu {
	it := r.text.Items
	rows := make([]widget.MenuRow, len(it.Sections))
	for i := range rows {
		rows[i] = widget.MenuRow{
			Label:  it.SectionName(i),
			Detail: r.text.SectionDetail(i),
			Take:   func() tea.Cmd { return r.toSection(i) },
		}
	}
	m := widget.NewMenu(&r.app.Env, "Outline", "type to find a section", rows)
	m.Rows.To(r.text.Section())
	return m
}
