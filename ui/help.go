package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/widget"
)

// helpRow is a row of the help or the palette.
type helpRow struct {
	action.Row
	bound *action.Bound // what it does on the present screen; nil for an action of another one
	words widget.Haystack
}

// Help is the overlay that lists every action with its keys, those of the present screen first. Enter does the
// selected one of those,
// and so the same overlay, with the names first, is the command palette.
type Help struct {
	widget.Picker
	app     *App
	palette bool
	all     []helpRow
	Shown   []helpRow
}

func newHelp(a *App) *Help {
	h := &Help{Picker: widget.Picker{Env: &a.Env, Head: "Keys", Hint: "type to find a key"}, app: a}
	here := h.here()
	return h.with(append(here, h.elsewhere(here)...))
}

// newPalette is the help by names: only what can be done here.
func newPalette(a *App) *Help {
	h := &Help{
		Picker: widget.Picker{Env: &a.Env, Head: "Commands", Hint: "type the name of a command"}, app: a,
		palette: true,
	}
	return h.with(slices.DeleteFunc(h.here(), func(r helpRow) bool { return r.Numbered }))
}

func (h *Help) with(all []helpRow) *Help {
	h.Over, h.all, h.Size = h, all, len(all)
	h.Narrow()
	return h
}

// here is what the top screen and the app itself can do now.
func (h *Help) here() []helpRow {
	var all []helpRow
	for b := range action.Join(append(h.app.actions(), h.app.always()...)...) {
		if b.Offered() && !slices.ContainsFunc(all, func(r helpRow) bool {
			return r.Key() == b.Key() && r.Words == b.Words
		}) {
			all = append(all, newHelpRow(b.Row, &b))
		}
	}
	return all
}

// elsewhere is the actions of all other screens.
func (h *Help) elsewhere(here []helpRow) []helpRow {
	known := map[string]bool{}
	for _, r := range here {
		known[r.name()] = true
		known[action.Moving+r.Key()] = true // here it has a name of its own
	}
	var all []helpRow
	for _, row := range h.app.Tables() {
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
	r.words = widget.NewHaystack(row.Words, group, strings.Join(row.Keys, " "))
	return r
}

// name identifies a row.
func (r helpRow) name() string { return r.Key() + " " + r.Words }

// Narrow gathers the rows that the typed words leave.
func (h *Help) Narrow() {
	h.Shown = h.Shown[:0:0]
	typed := strings.TrimSpace(h.Prompt.Text)
	p := widget.NewPattern(typed)
	for want := widget.AtStart; want < widget.Unmatched; want++ {
		for _, r := range h.all {
			m := p.Match(r.words)
			if typed != "" && r.Key() == typed {
				m = widget.AtStart // a key by itself: "]"
			} else if len(p.Words) == 0 && typed != "" {
				m = widget.Unmatched
			}
			if m == want {
				h.Shown = append(h.Shown, r)
			}
		}
	}
	h.Fit(len(h.Shown))
}

// Choose closes the overlay and does the selected action, when it is one of the screen below.
func (h *Help) Choose() tea.Cmd {
	if len(h.Shown) == 0 {
		return nil
	}
	r := h.Shown[h.Rows.At]
	if r.bound == nil || r.Numbered {
		return nil
	}
	return tea.Batch(h.Env.Pop(), h.app.do(*r.bound))
}

// Lines draws the box.
func (h *Help) Lines(r widget.Rect) []string { return h.Draw(r, h.row) }

func (h *Help) row(i, w int) string {
	r, t := h.Shown[i], h.Env.Theme
	mark := h.Mark(i)
	if h.palette {
		return widget.Spread(mark+r.Words, t.Dim.Render(r.Key()), w)
	}
	group := ""
	if r.bound == nil {
		group = r.Where
	}
	column := max(min(keyColumn, w/3), render.Width(r.Key())+1)
	return widget.Spread(mark+render.Pad(allKeys(r.Row, column), column)+r.Words, t.Dim.Render(group), w)
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

// Actions returns what can be done in the box.
func (h *Help) Actions() []action.Set {
	table := action.Table[*Help]{widget.Choosing[*Help]("do it"), widget.Closing[*Help]("close")}
	return widget.OverlayActions(h, append(table, widget.Stepping[*Help]()...))
}
