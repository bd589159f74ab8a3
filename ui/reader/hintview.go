package reader

import (
	"slices"
	"strings"

	"lede/ui"
	"lede/ui/render"
	"lede/ui/widget"
)

// lay draws the labels over the rows of the view.
func (h *hints) lay(rows []string, x int) {
	for i, l := range h.links {
		if !strings.HasPrefix(h.labels[i], h.typed) || l.Row >= len(rows) {
			continue
		}
		if i == h.selected {
			rows[l.Row] = render.Highlight(render.Line{Styled: rows[l.Row]}, x+l.From, x+l.To, h.env.Theme.Selected).Styled
		}
		label := h.env.Theme.Hint.Render(h.labels[i])
		if ui.Misleads(l.Text, l.URL) {
			label += h.env.Theme.Error.Render("!")
		}
		rows[l.Row] = render.Overlay(rows[l.Row], x+l.From, label)
	}
}

// footer shows where the labels lead, or the link that is selected.
func (h *hints) footer() string {
	if h.selected >= 0 {
		return h.question()
	}
	var parts []string
	for _, l := range h.leads(h.typed) {
		parts = append(parts, l.line(h.env))
	}
	return strings.Join(parts, hintGap)
}

// hintGap stands between two hosts in the footer.
const hintGap = "  "

// lead is where some links lead, all to the same host: the footer names it once, so that it has room for more of
// them.
type lead struct {
	where string
	links []int
	keys  []string // their labels
}

// leads are the hosts that the links lead to whose labels begin with typed, in the order in which they are met.
func (h *hints) leads(typed string) []*lead {
	var all []*lead
	at := map[string]*lead{}
	for i, link := range h.links {
		if !strings.HasPrefix(h.labels[i], typed) {
			continue
		}
		where := h.where(link.Link())
		l := at[where]
		if l == nil {
			l = &lead{where: where}
			at[where], all = l, append(all, l)
		}
		l.links, l.keys = append(l.links, i), append(l.keys, h.labels[i])
	}
	return all
}

// line is the labels, and where they lead.
func (l *lead) line(e *widget.Env) string {
	return e.Theme.Hint.Render(strings.Join(l.keys, " ")) + " " + l.where
}

// told reports whether the footer had room for the host of link i from the start.
func (h *hints) told(i int) bool {
	used := 1
	for _, l := range h.leads("") {
		used += render.Width(l.line(h.env))
		if slices.Contains(l.links, i) {
			break
		}
		used += render.Width(hintGap)
	}
	return used <= h.env.W
}

// question shows where the selected link leads, and what the keys do.
func (h *hints) question() string {
	l, t, e := h.links[h.selected], h.env.Theme, h.env
	var keys []string
	for _, row := range h.rows {
		switch {
		case row.Name == "previous-link", row.Name == "next-link" && (h.typed != "" || len(h.links) < 2):
		default:
			keys = append(keys, e.HintText(row.Key(), row.Words))
		}
	}
	w := e.W - 1
	switch holding := h.holds(l.URL); {
	case l.URL == "":
		return ui.Leading(t.Strong, "It has no address; enter looks for it.", "", "no address", w, keys)
	case ui.Misleads(l.Text, l.URL):
		return ui.Leading(t.Error, ui.Misleading(leadsTo(l.URL), l.Text, w, keys), ui.LeadSign, ui.Host(l.URL), w, keys)
	case holding != render.NotHeld:
		return ui.Leading(t.Strong, leadsTo(l.URL)+" · "+holding.String()+".", ui.LeadSign, ui.Host(l.URL), w, keys)
	default:
		return ui.Leading(t.Strong, leadsTo(l.URL)+".", ui.LeadSign, ui.Host(l.URL), w, keys)
	}
}
