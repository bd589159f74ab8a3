package hint

import (
	"slices"
	"strings"

	"lede/ui"
	"lede/ui/render"
	"lede/ui/widget"
)

// Lay draws the labels over the rows of the view.
func (h *Hints) Lay(rows []string, x int) {
	for i, l := range h.Links {
		if !strings.HasPrefix(h.labels[i], h.typed) || l.Row >= len(rows) {
			continue
		}
		if i == h.Selected {
			rows[l.Row] = render.Highlight(render.Line{Styled: rows[l.Row]}, x+l.From, x+l.To, h.env.Theme.Selected).Styled
		}
		label := h.env.Theme.Hint.Render(h.labels[i])
		if ui.Misleads(l.Text, l.URL) {
			label += h.env.Theme.Error.Render("!")
		}
		rows[l.Row] = render.Overlay(rows[l.Row], x+l.From, label)
	}
}

// Footer shows where the labels lead, or the link that is selected.
func (h *Hints) Footer() string {
	if h.Selected >= 0 {
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
func (h *Hints) leads(typed string) []*lead {
	var all []*lead
	at := map[string]*lead{}
	for i, link := range h.Links {
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
func (h *Hints) told(i int) bool {
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
func (h *Hints) question() string {
	l, t, e := h.Links[h.Selected], h.env.Theme, h.env
	var keys []string
	for _, row := range h.rows {
		switch {
		case row.Name == "previous-link", row.Name == "next-link" && (h.typed != "" || len(h.Links) < 2):
		default:
			keys = append(keys, e.HintText(row.Key(), row.Words))
		}
	}
	w := e.W - 1
	switch holding := h.holds(l.URL); {
	case l.URL == "":
		return ui.Leading(t.Strong, "It has no address; enter looks for it.", "", "no address", w, keys)
	case ui.Misleads(l.Text, l.URL):
		return ui.Leading(t.Error, ui.Misleading(LeadsTo(l.URL), l.Text, w, keys), ui.LeadSign, ui.Host(l.URL), w, keys)
	case holding != render.NotHeld:
		return ui.Leading(t.Strong, LeadsTo(l.URL)+" · "+holding.String()+".", ui.LeadSign, ui.Host(l.URL), w, keys)
	default:
		return ui.Leading(t.Strong, LeadsTo(l.URL)+".", ui.LeadSign, ui.Host(l.URL), w, keys)
	}
}

// LeadsTo begins a sentence with the host that an address leads to.
func LeadsTo(url string) string { return "It leads to " + ui.HostEnd(url, ui.MaxHost) }
