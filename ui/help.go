package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// keyRow is a row of the help or the palette.
type keyRow struct {
	group   string // the screen, "" for the present one
	binding key.Binding
	words   haystack
}

// help is the overlay that lists every key, those of the present screen first. Enter does what the selected one of those
// does, and so the same overlay, with the names first, is the command palette.
type help struct {
	picker
	palette bool
	all     []keyRow
	shown   []keyRow
}

func newHelp(a *App) *help {
	h := &help{picker: picker{app: a, head: "Keys", hint: "type to find a key"}}
	h.all = append(h.here(), h.elsewhere()...)
	h.size = len(h.all)
	h.narrow()
	return h
}

// newPalette is the help by names: only what can be done here.
func newPalette(a *App) *help {
	h := &help{picker: picker{app: a, head: "Commands", hint: "type the name of a command"}, palette: true}
	h.all = h.here()
	h.size = len(h.all)
	h.narrow()
	return h
}

// here is what the top screen and the app itself can do now.
func (h *help) here() []keyRow {
	c := &h.app.keys.common
	var all []keyRow
	for _, b := range append(h.app.top().bindings(), c.Help, c.Palette, c.Suspend, c.Quit) {
		if b.Enabled() {
			all = append(all, newKeyRow("", b))
		}
	}
	return all
}

// elsewhere is the keys of all other screens.
func (h *help) elsewhere() []keyRow {
	known := map[string]bool{}
	for _, r := range h.here() {
		known[r.name()] = true
		known["move"+r.binding.Help().Key] = true // here it has a name of its own
	}
	var all []keyRow
	for _, g := range h.app.keys.groups() {
		for _, b := range g.bindings {
			if r := newKeyRow(g.name, b); !known[r.name()] && !known[g.name+b.Help().Key] {
				all = append(all, r)
			}
		}
	}
	return all
}

func newKeyRow(group string, b key.Binding) keyRow {
	r := keyRow{group: group, binding: b}
	r.words = newHaystack(b.Help().Desc, group, strings.Join(b.Keys(), " "))
	return r
}

// name tells bindings apart.
func (r keyRow) name() string { return r.binding.Help().Key + " " + r.binding.Help().Desc }

func (h *help) narrow() {
	h.shown = h.shown[:0:0]
	typed := strings.TrimSpace(h.prompt.text)
	p := newPattern(typed)
	for want := atStart; want < unmatched; want++ {
		for _, r := range h.all {
			m := p.match(r.words)
			if typed != "" && r.binding.Help().Key == typed {
				m = atStart // a key by itself: "]"
			} else if len(p.words) == 0 && typed != "" {
				m = unmatched
			}
			if m == want {
				h.shown = append(h.shown, r)
			}
		}
	}
	h.fit(len(h.shown))
}

func (h *help) update(msg tea.Msg) tea.Cmd { return h.picker.update(msg, h) }

// choose closes the overlay and presses the selected key, when it means something to the screen below.
func (h *help) choose() tea.Cmd {
	if len(h.shown) == 0 {
		return nil
	}
	r := h.shown[h.rows.at]
	if r.group != "" && r.group != "move" {
		return nil
	}
	cmd := h.app.pop()
	return tea.Batch(cmd, h.app.press(keyPress(r.binding.Keys()[0])))
}

func (h *help) lines(r rect) []string { return h.draw(r, h.row) }

func (h *help) row(i, w int) string {
	r, t := h.shown[i], h.app.theme
	mark := h.mark(i)
	does := r.binding.Help().Desc
	if h.palette {
		return spread(mark+does, t.Dim.Render(r.binding.Help().Key), w)
	}
	column := max(min(keyColumn, w/3), render.Width(r.binding.Help().Key)+1)
	return spread(mark+render.Pad(allKeys(r.binding, column), column)+does, t.Dim.Render(r.group), w)
}

// keyColumn is how wide the names of keys are in the help, where there is room.
const keyColumn = 16

// allKeys names the keys of a binding, as many as a column holds.
func allKeys(b key.Binding, column int) string {
	names := b.Help().Key
	if names == keyLabel("1") { // all the digits
		return names
	}
	for _, k := range b.Keys()[1:] {
		if more := names + " " + keyLabel(k); render.Width(more) < column {
			names = more
		}
	}
	return names
}

func (h *help) bindings() []key.Binding {
	k := h.app.keys.prompt
	k.Accept.SetHelp("enter", "do it")
	k.Cancel.SetHelp("esc", "close")
	return []key.Binding{k.Accept, k.Cancel, k.Next, k.Prev}
}
