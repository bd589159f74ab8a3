package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
)

// helpRow is a row of the help or the palette.
type helpRow struct {
	action.Row
	bound *action.Bound // what it does on the present screen; nil for an action of another one
	words haystack
}

// help is the overlay that lists every action with its keys, those of the present screen first. Enter does the
// selected one of those,
// and so the same overlay, with the names first, is the command palette.
type help struct {
	picker
	app     *App
	palette bool
	all     []helpRow
	shown   []helpRow
}

func newHelp(a *App) *help {
	h := &help{picker: picker{env: &a.env, head: "Keys", hint: "type to find a key"}, app: a}
	here := h.here()
	return h.with(append(here, h.elsewhere(here)...))
}

// newPalette is the help by names: only what can be done here.
func newPalette(a *App) *help {
	h := &help{picker: picker{env: &a.env, head: "Commands", hint: "type the name of a command"}, app: a, palette: true}
	return h.with(slices.DeleteFunc(h.here(), func(r helpRow) bool { return r.Numbered }))
}

func (h *help) with(all []helpRow) *help {
	h.over, h.all, h.size = h, all, len(all)
	h.narrow()
	return h
}

// here is what the top screen and the app itself can do now.
func (h *help) here() []helpRow {
	var all []helpRow
	for b := range action.Join(append(h.app.top().actions(), h.app.always())...) {
		if b.Offered() && !slices.ContainsFunc(all, func(r helpRow) bool { return r.Key() == b.Key() && r.Words == b.Words }) {
			all = append(all, newHelpRow(b.Row, &b))
		}
	}
	return all
}

// elsewhere is the actions of all other screens.
func (h *help) elsewhere(here []helpRow) []helpRow {
	known := map[string]bool{}
	for _, r := range here {
		known[r.name()] = true
		known[action.Moving+r.Key()] = true // here it has a name of its own
	}
	var all []helpRow
	for _, row := range h.app.tables() {
		if r := newHelpRow(row, nil); !known[r.name()] && !known[row.Where+r.Key()] {
			all = append(all, r)
		}
	}
	return all
}

func newHelpRow(row action.Row, b *action.Bound) helpRow {
	r := helpRow{Row: row, bound: b}
	group := row.Where
	if b != nil {
		group = ""
	}
	r.words = newHaystack(row.Words, group, strings.Join(row.Keys, " "))
	return r
}

// name tells rows apart.
func (r helpRow) name() string { return r.Key() + " " + r.Words }

func (h *help) narrow() {
	h.shown = h.shown[:0:0]
	typed := strings.TrimSpace(h.prompt.text)
	p := newPattern(typed)
	for want := atStart; want < unmatched; want++ {
		for _, r := range h.all {
			m := p.match(r.words)
			if typed != "" && r.Key() == typed {
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

// choose closes the overlay and does the selected action, when it is one of the screen below.
func (h *help) choose() tea.Cmd {
	if len(h.shown) == 0 {
		return nil
	}
	r := h.shown[h.rows.at]
	if r.bound == nil || r.Numbered {
		return nil
	}
	return tea.Batch(h.env.pop(), h.app.do(*r.bound))
}

func (h *help) lines(r rect) []string { return h.draw(r, h.row) }

func (h *help) row(i, w int) string {
	r, t := h.shown[i], h.env.theme
	mark := h.mark(i)
	if h.palette {
		return spread(mark+r.Words, t.Dim.Render(r.Key()), w)
	}
	group := ""
	if r.bound == nil {
		group = r.Where
	}
	column := max(min(keyColumn, w/3), render.Width(r.Key())+1)
	return spread(mark+render.Pad(allKeys(r.Row, column), column)+r.Words, t.Dim.Render(group), w)
}

// keyColumn is how wide the names of keys are in the help, where there is room.
const keyColumn = 16

// allKeys names the keys of an action, as many as a column holds.
func allKeys(r action.Row, column int) string {
	names := r.Key()
	if r.Numbered {
		return names
	}
	for _, k := range r.Keys[1:] {
		if more := names + " " + action.Label(k); render.Width(more) < column {
			names = more
		}
	}
	return names
}

func (h *help) actions() []action.Set {
	table := action.Table[*help]{choosing[*help]("do it"), closing[*help]("close")}
	return overlayActions(h, append(table, stepping[*help]()...))
}
