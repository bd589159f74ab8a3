package ui

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// hintLetters are what labels are made of, the easiest to reach first.
const hintLetters = "asdfgjklewiopqrtyuvbnmcxzh"

// none is no link.
const none = -1

// hints are labels laid over the links in view. Typing a label follows its link: at once when the footer has shown its
// host, else, and when the link's text looks like another address, after one more enter. In capitals it leads to the browser. The link
// that is selected is followed by enter; the footer shows where it leads.
type hints struct {
	links    []visibleLink
	labels   []string
	typed    string
	browse   bool // it was typed in capitals
	selected int  // the link that enter follows, or none
}

// startHints labels the links in view, with one of them selected, or none.
func (r *reader) startHints(selected int) tea.Cmd {
	links := joinRows(r.visibleLinks())
	if len(links) == 0 {
		if r.items.article.Loose > 0 {
			return r.app.notify("The links of this page lead nowhere: lede does not know where it is from. Name it with --base-url " + cmp.Or(r.items.article.URL, "ADDRESS") + ".")
		}
		return r.app.notify("There is no link on the screen.")
	}
	r.hints = &hints{links: links, labels: hintLabels(len(links)), selected: selected}
	return nil
}

// relabel lays the labels over text that has been drawn anew. They go when other links are in view.
func (r *reader) relabel() {
	links := joinRows(r.visibleLinks())
	if !slices.EqualFunc(links, r.hints.links, func(a, b visibleLink) bool { return a.URL == b.URL && (a.URL != "" || a.text == b.text) }) {
		r.hints = nil
		return
	}
	r.hints.links = links
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

// hintKey takes a key while links are labelled. One that means nothing here takes the labels away.
func (r *reader) hintKey(msg tea.KeyPressMsg) tea.Cmd {
	h, k := r.hints, r.app.keys
	asked := h.selected >= 0 && h.typed != "" // one label has been typed, and waits for enter
	letter := strings.ToLower(msg.Text)
	switch {
	case h.selected >= 0 && key.Matches(msg, k.move.Open):
		return r.takeHint(h.selected)
	case !asked && key.Matches(msg, k.links.Next, k.prompt.Next):
		h.step(1)
		return nil
	case !asked && key.Matches(msg, k.links.Prev, k.prompt.Prev):
		h.step(-1)
		return nil
	case asked, letter == "", !strings.Contains(hintLetters, letter):
		r.hints = nil
		return nil
	}
	h.typed, h.browse, h.selected = h.typed+letter, letter != msg.Text, none
	for i, label := range h.labels {
		switch l := h.links[i]; {
		case label != h.typed:
		case misleads(l.text, l.URL) || !h.told(r, i):
			h.selected = i
			return nil
		default:
			return r.takeHint(i)
		}
	}
	if !h.begins() {
		r.hints = nil
	}
	return nil
}

// step selects the next link, or the one before.
func (h *hints) step(by int) {
	n := len(h.links)
	if h.typed = ""; h.selected < 0 && by < 0 {
		h.selected = 0
	}
	h.selected = (h.selected + by + n) % n
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

// takeHint follows a link whose host has been shown.
func (r *reader) takeHint(i int) tea.Cmd {
	l, browse := r.hints.links[i], r.hints.browse
	r.hints = nil
	if browse || l.outside {
		return r.browseLink(l.link())
	}
	return r.followLink(l.link())
}

// takeLink follows a link that was clicked. One that leads to the browser, or whose text misleads, has to be confirmed.
func (r *reader) takeLink(l visibleLink) tea.Cmd {
	switch to := l.link(); {
	case misleads(l.text, l.URL):
		return r.askLink(to, r.followLink)
	case l.outside:
	case to.URL == "" || r.app.opens(to.URL) || r.held.of(to.URL) != render.NotHeld:
		return r.followLink(to)
	}
	return r.app.askBrowse(l.URL)
}

func (l visibleLink) link() model.Link { return model.Link{Title: l.text, URL: l.URL} }
