package reader

import (
	"slices"
	"strings"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader/text"
	"lede/ui/render"
	"lede/ui/widget"
)

// hintLetters are what labels are made of, the easiest to reach first.
const hintLetters = "asdfgjklewiopqrtyuvbnmcxzh"

// none is no link.
const none = -1

// hints are labels laid over the links in view. Typing a label follows its link: at once when the footer has shown
// its host, else, and when the link's text looks like another address, after one more enter. In capitals it leads to
// the browser. The link that is selected is followed by enter; the footer shows where it leads.
type hints struct {
	env      *widget.Env
	where    func(model.Link) string         // where a link leads
	holds    func(url string) render.Holding // what the library has of it
	rows     []action.Row                    // what the keys do
	links    []text.VisibleLink
	labels   []string
	typed    string
	browse   bool // it was typed in capitals
	selected int  // the link that enter follows, or none
}

// newHints labels links, with one of them selected, or none.
func newHints(
	env *widget.Env, links []text.VisibleLink, selected int, where func(model.Link) string,
	holds func(url string) render.Holding, rows []action.Row,
) *hints {
	return &hints{
		env: env, where: where, holds: holds, rows: rows,
		links: links, labels: hintLabels(len(links)), selected: selected,
	}
}

// relabel lays the labels over text that has been drawn anew. It reports false when other links are in view: then the
// labels go.
func (h *hints) relabel(visible []text.VisibleLink) bool {
	links := text.JoinRows(visible)
	same := slices.EqualFunc(links, h.links, func(a, b text.VisibleLink) bool {
		return a.URL == b.URL && (a.URL != "" || a.Text == b.Text)
	})
	if same {
		h.links = links
	}
	return same
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

// takes reports whether a letter is one that labels are made of.
func (h *hints) takes(letter string) bool {
	return letter != "" && strings.Contains(hintLetters, letter)
}

// asked reports whether one label has been typed, which waits for enter.
func (h *hints) asked() bool { return h.selected >= 0 && h.typed != "" }

// add adds a letter to what is typed. It returns the link to follow at once, none when there is none yet: one whose
// label is whole but whose host has not been shown, or whose text misleads, waits for enter.
func (h *hints) add(letter string, browse bool) int {
	h.typed, h.browse, h.selected = h.typed+letter, browse, none
	i := slices.Index(h.labels, h.typed)
	if i >= 0 && (ui.Misleads(h.links[i].Text, h.links[i].URL) || !h.told(i)) {
		h.selected, i = i, none
	}
	return i
}

// step selects the next link, or the one before.
func (h *hints) step(by int) {
	n := len(h.links)
	if h.typed = ""; h.selected < 0 && by < 0 {
		h.selected = 0
	}
	h.selected = (h.selected + by + n) % n
}

// begins reports whether a label begins with what was typed.
func (h *hints) begins() bool {
	for _, label := range h.labels {
		if strings.HasPrefix(label, h.typed) {
			return true
		}
	}
	return false
}
