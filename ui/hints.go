package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// hintLetters are what labels are made of, the easiest to reach first.
const hintLetters = "asdfgjklewiopqrtyuvbnmcxzh"

// hints are labels laid over the links in view. Typing a label follows its link: at once when the footer has shown its
// host, else, and when the link's text looks like another address, after one more enter.
type hints struct {
	links   []visibleLink
	labels  []string
	typed   string
	pending int // the link that waits for enter, -1 for none
}

// startHints labels the links in view.
func (r *reader) startHints() tea.Cmd {
	links := joinRows(r.visibleLinks())
	if len(links) == 0 {
		return r.app.notify("There is no link on the screen.")
	}
	r.hints = &hints{links: links, labels: hintLabels(len(links)), pending: -1}
	return nil
}

// joinRows makes one of the pieces of a link that goes on in the next row.
func joinRows(links []visibleLink) []visibleLink {
	var joined []visibleLink
	last := -2
	for _, l := range links {
		n := len(joined) - 1
		if n >= 0 && joined[n].URL == l.URL && l.row == last+1 {
			joined[n].text += " " + l.text
			last = l.row
			continue
		}
		joined = append(joined, l)
		last = l.row
	}
	return joined
}

// hintLabels are n labels of one length, none the start of another.
func hintLabels(n int) []string {
	labels := make([]string, n)
	for i := range labels {
		labels[i] = string(hintLetters[i%len(hintLetters)])
		if n > len(hintLetters) {
			labels[i] = string(hintLetters[i/len(hintLetters)%len(hintLetters)]) + labels[i]
		}
	}
	return labels
}

func (r *reader) hintKey(msg tea.KeyPressMsg) tea.Cmd {
	h := r.hints
	switch {
	case h.pending >= 0 && key.Matches(msg, r.app.keys.move.Open):
		r.hints = nil
		return r.openLink(h.links[h.pending])
	case h.pending >= 0, msg.Text == "", !strings.Contains(hintLetters, msg.Text):
		r.hints = nil
		return nil
	}
	h.typed += msg.Text
	for i, label := range h.labels {
		if label != h.typed {
			continue
		}
		if misleads(h.links[i].text, h.links[i].URL) || !h.told(r.app, i) {
			h.pending = i
			return nil
		}
		r.hints = nil
		return r.openLink(h.links[i])
	}
	if !h.begins() {
		r.hints = nil
	}
	return nil
}

// begins tells whether a label begins with what was typed.
func (h *hints) begins() bool {
	for _, label := range h.labels {
		if strings.HasPrefix(label, h.typed) {
			return true
		}
	}
	return false
}

// takeLink follows a link that was clicked; one whose text misleads has to be confirmed.
func (r *reader) takeLink(l visibleLink) tea.Cmd {
	if misleads(l.text, l.URL) {
		r.hints = &hints{links: []visibleLink{l}, labels: []string{hintLetters[:1]}, pending: 0}
		return nil
	}
	return r.openLink(l)
}

func (r *reader) openLink(l visibleLink) tea.Cmd {
	return r.followLink(model.Link{Title: l.text, URL: l.URL})
}

// lay draws the labels over the rows of the view.
func (h *hints) lay(a *App, rows []string, x int) {
	for i, l := range h.links {
		if !strings.HasPrefix(h.labels[i], h.typed) || l.row >= len(rows) {
			continue
		}
		label := a.theme.Hint.Render(h.labels[i])
		if misleads(l.text, l.URL) {
			label += a.theme.Error.Render("!")
		}
		rows[l.row] = render.Overlay(rows[l.row], x+l.From, label)
	}
}

// footer tells where the labels lead.
func (h *hints) footer(a *App) string {
	if h.pending >= 0 {
		return h.question(a) + "  enter open  esc cancel"
	}
	parts := make([]string, 0, len(h.links))
	for i := range h.links {
		if strings.HasPrefix(h.labels[i], h.typed) {
			parts = append(parts, h.lead(a, i))
		}
	}
	return strings.Join(parts, hintGap)
}

// maxHost is the most cells that a host takes beside its label.
const maxHost = 32

// hintGap stands between two hosts in the footer.
const hintGap = "  "

// lead is a label and where it leads.
func (h *hints) lead(a *App, i int) string {
	return a.theme.Hint.Render(h.labels[i]) + " " + hostEnd(h.links[i].URL, maxHost)
}

// told tells whether the footer had room for the host of link i from the start.
func (h *hints) told(a *App, i int) bool {
	used := 1
	for n := range i + 1 {
		used += render.Width(h.lead(a, n) + hintGap)
	}
	return used <= a.w
}

// question tells where the link leads that waits for an answer.
func (h *hints) question(a *App) string {
	l := h.links[h.pending]
	leads := "It leads to " + hostEnd(l.URL, max(8, a.w-len(" It leads to .  enter open  esc cancel ")))
	if !misleads(l.text, l.URL) {
		return leads + "."
	}
	says := render.Truncate(l.text, max(8, a.w-render.Width(leads)-len(", its text says .  enter open  esc cancel ")))
	return a.theme.Error.Render(leads + ", its text says " + says + ".")
}
