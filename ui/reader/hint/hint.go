// Package hint lays labels over the links in view, by which they are followed.
package hint

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

// Letters are what labels are made of, the easiest to reach first.
const Letters = "asdfgjklewiopqrtyuvbnmcxzh"

// None is no link.
const None = -1

// Hints are labels laid over the links in view. Typing a label follows its link: at once when the footer has shown
// its host, else, and when the link's text looks like another address, after one more enter. In capitals it leads to
// the browser. The link that is selected is followed by enter; the footer shows where it leads.
type Hints struct {
	env      *widget.Env
	where    func(model.Link) string         // where a link leads
	holds    func(url string) render.Holding // what the library has of it
	rows     []action.Row                    // what the keys do
	Links    []text.VisibleLink
	labels   []string
	typed    string
	Browse   bool // it was typed in capitals
	Selected int  // the link that enter follows, or none
}

// New labels links, with one of them selected, or none.
func New(
	env *widget.Env, links []text.VisibleLink, selected int, where func(model.Link) string,
	holds func(url string) render.Holding, rows []action.Row,
) *Hints {
	return &Hints{
		env: env, where: where, holds: holds, rows: rows,
		Links: links, labels: hintLabels(len(links)), Selected: selected,
	}
}

// Relabel lays the labels over text that has been drawn anew. It reports false when other links are in view: then the
// labels go.
func (h *Hints) Relabel(visible []text.VisibleLink) bool {
	links := text.JoinRows(visible)
	same := slices.EqualFunc(links, h.Links, func(a, b text.VisibleLink) bool {
		return a.URL == b.URL && (a.URL != "" || a.Text == b.Text)
	})
	if same {
		h.Links = links
	}
	return same
}

// hintLabels are n labels of one length, none the start of another.
func hintLabels(n int) []string {
	labels := make([]string, n)
	for i := range labels {
		labels[i] = string(Letters[i%len(Letters)])
		if n > len(Letters) {
			labels[i] = string(Letters[i/len(Letters)%len(Letters)]) + labels[i]
		}
	}
	return labels
}

// Takes reports whether a letter is one that labels are made of.
func (h *Hints) Takes(letter string) bool {
	return letter != "" && strings.Contains(Letters, letter)
}

// Asked reports whether one label has been typed, which waits for enter.
func (h *Hints) Asked() bool { return h.Selected >= 0 && h.typed != "" }

// Add adds a letter to what is typed. It returns the link to follow at once, none when there is none yet: one whose
// label is whole but whose host has not been shown, or whose text misleads, waits for enter.
func (h *Hints) Add(letter string, browse bool) int {
	h.typed, h.Browse, h.Selected = h.typed+letter, browse, None
	i := slices.Index(h.labels, h.typed)
	if i >= 0 && (ui.Misleads(h.Links[i].Text, h.Links[i].URL) || !h.told(i)) {
		h.Selected, i = i, None
	}
	return i
}

// Step selects the next link, or the one before.
func (h *Hints) Step(by int) {
	n := len(h.Links)
	if h.typed = ""; h.Selected < 0 && by < 0 {
		h.Selected = 0
	}
	h.Selected = (h.Selected + by + n) % n
}

// Begins reports whether a label begins with what was typed.
func (h *Hints) Begins() bool {
	for _, label := range h.labels {
		if strings.HasPrefix(label, h.typed) {
			return true
		}
	}
	return false
}
