package ui

import (
	"strings"

	"lede/ui/render"
)

// lay draws the labels over the rows of the view.
func (h *hints) lay(a *App, rows []string, x int) {
	for i, l := range h.links {
		if !strings.HasPrefix(h.labels[i], h.typed) || l.row >= len(rows) {
			continue
		}
		if i == h.selected {
			rows[l.row] = render.Highlight(render.Line{Styled: rows[l.row]}, x+l.From, x+l.To, a.theme.Selected).Styled
		}
		label := a.theme.Hint.Render(h.labels[i])
		if misleads(l.text, l.URL) {
			label += a.theme.Error.Render("!")
		}
		rows[l.row] = render.Overlay(rows[l.row], x+l.From, label)
	}
}

// hintFooter tells where the labels lead, or the link that is selected.
func (r *reader) hintFooter() string {
	h := r.hints
	if h.selected >= 0 {
		return h.question(r)
	}
	parts := make([]string, 0, len(h.links))
	for i := range h.links {
		if strings.HasPrefix(h.labels[i], h.typed) {
			parts = append(parts, h.lead(r, i))
		}
	}
	return strings.Join(parts, hintGap)
}

// maxHost is the most cells that a host takes beside its label.
const maxHost = 32

// hintGap stands between two hosts in the footer.
const hintGap = "  "

// lead is a label and where it leads.
func (h *hints) lead(r *reader, i int) string {
	return r.app.theme.Hint.Render(h.labels[i]) + " " + r.whereLink(h.links[i].link())
}

// told tells whether the footer had room for the host of link i from the start.
func (h *hints) told(r *reader, i int) bool {
	used := 1
	for n := range i + 1 {
		used += render.Width(h.lead(r, n) + hintGap)
	}
	return used <= r.app.w
}

// question tells where the selected link leads, and what the keys do.
func (h *hints) question(r *reader) string {
	l, t := h.links[h.selected], r.app.theme
	keys := []string{r.app.footerKey(bind("open", "enter").Help())}
	if h.typed == "" && len(h.links) > 1 {
		keys = append(keys, r.app.footerKey(r.app.keys.links.Next.Help()))
	}
	keys = append(keys, r.app.footerKey(bind("cancel", "esc").Help()))
	w := r.app.w - 1
	switch holding := r.held.of(l.URL); {
	case l.URL == "":
		return leading(t.Strong, "It has no address; enter looks for it.", "", "no address", w, keys)
	case misleads(l.text, l.URL):
		return leading(t.Error, misleading(leadsTo(l.URL), l.text, w, keys), leadSign, host(l.URL), w, keys)
	case holding != render.NotHeld:
		return leading(t.Strong, leadsTo(l.URL)+" · "+holding.String()+".", leadSign, host(l.URL), w, keys)
	default:
		return leading(t.Strong, leadsTo(l.URL)+".", leadSign, host(l.URL), w, keys)
	}
}
