package ui

import (
	"slices"
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
	parts := []string{}
	for _, l := range h.leads(r, h.typed) {
		parts = append(parts, l.line(r.app))
	}
	return strings.Join(parts, hintGap)
}

// maxHost is the most cells that a host takes beside its label.
const maxHost = 32

// hintGap stands between two hosts in the footer.
const hintGap = "  "

// lead is where some links lead, all to the same host: the footer names it once, so that it has room for more of them.
type lead struct {
	where string
	links []int
	keys  []string // their labels
}

// leads are the hosts that the links lead to whose labels begin with typed, in the order in which they are met.
func (h *hints) leads(r *reader, typed string) []*lead {
	var all []*lead
	at := map[string]*lead{}
	for i, link := range h.links {
		if !strings.HasPrefix(h.labels[i], typed) {
			continue
		}
		where := r.whereLink(link.link())
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
func (l *lead) line(a *App) string {
	return a.theme.Hint.Render(strings.Join(l.keys, " ")) + " " + l.where
}

// told tells whether the footer had room for the host of link i from the start.
func (h *hints) told(r *reader, i int) bool {
	used := 1
	for _, l := range h.leads(r, "") {
		used += render.Width(l.line(r.app))
		if slices.Contains(l.links, i) {
			break
		}
		used += render.Width(hintGap)
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
