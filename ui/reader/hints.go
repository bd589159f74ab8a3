package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/ui"
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
	links    []text.VisibleLink
	labels   []string
	typed    string
	browse   bool // it was typed in capitals
	selected int  // the link that enter follows, or none
}

// orAddress is an address as a command takes it, or what is to be written there.
func orAddress(url string) string {
	if url == "" {
		return "ADDRESS"
	}
	return clean.Shell(url)
}

// label labels the links in view, with one of them selected, or none.
func (l *links) label(selected int) tea.Cmd {
	r := l.reader
	visible, a := text.JoinRows(r.text.VisibleLinks()), r.article()
	if len(visible) == 0 {
		if a.Loose > 0 {
			return r.app.Notify("The links of this page lead nowhere: lede does not know where it is from. " +
				"Name it with --base-url " + orAddress(a.URL) + ".")
		}
		return r.app.Notify("There is no link on the screen.")
	}
	l.hints = &hints{
		env: &r.app.Env, where: l.where, holds: l.of,
		links: visible, labels: hintLabels(len(visible)), selected: selected,
	}
	return nil
}

// relabel lays the labels over text that has been drawn anew. They go when other links are in view.
func (l *links) relabel() {
	if l.hints != nil && !l.hints.relabel(l.reader.text.VisibleLinks()) {
		l.hints = nil
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

// letter takes a letter of a label. A key that is none, or begins no label, takes the labels away.
func (l *links) letter(msg tea.KeyPressMsg) tea.Cmd {
	h, letter := l.hints, strings.ToLower(msg.Text)
	if h == nil {
		return nil
	}
	if h.asked() || letter == "" || !strings.Contains(hintLetters, letter) {
		return l.drop()
	}
	if i := h.add(letter, letter != msg.Text); i >= 0 {
		return l.takeHint(i)
	}
	if !h.begins() {
		l.hints = nil
	}
	return nil
}

// drop takes the labels away.
func (l *links) drop() tea.Cmd {
	l.hints = nil
	return nil
}

// takeSelected follows the link that is selected.
func (l *links) takeSelected() tea.Cmd {
	if l.hints.selected < 0 {
		return l.drop()
	}
	return l.takeHint(l.hints.selected)
}

// choose selects the next link, or the one before.
func (l *links) choose(step int) tea.Cmd {
	if l.hints.asked() {
		return l.drop()
	}
	l.hints.step(step)
	return nil
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

// takeHint follows a link whose host has been shown.
func (l *links) takeHint(i int) tea.Cmd {
	link, browse := l.hints.links[i], l.hints.browse
	l.hints = nil
	if browse || link.Outside {
		return l.browse(link.Link())
	}
	return l.follow(link.Link())
}
