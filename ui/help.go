package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/widget"
)

// helpRow is an action in the help.
type helpRow struct {
	action.Row
	bound *action.Bound // what it does on the present screen; nil for an action of another one
	words widget.Haystack
}

// Help is the overlay that lists every action with its keys: by what the actions are about, those of the present
// screen first. Typing leaves what matches, the best first. Enter does the selected one, if it is one of the present
// screen.
type Help struct {
	widget.Picker
	app   *App
	all   []helpRow
	Shown []helpRow // in the order in which the selection goes through them
	at    int       // the selected one
	page  helpPage  // where they stand
}

// maxHelp is the widest help, in cells: two columns of words.
const maxHelp = 104

func newHelp(a *App) *Help {
	h := &Help{app: a, Picker: widget.Picker{
		Env: &a.Env, Head: "Keys", Hint: "type to find a key", Bare: true, Wide: maxHelp,
	}}
	here := h.here()
	h.all = append(here, h.elsewhere(here)...)
	h.Over, h.Size = h, len(h.all)
	h.Narrow()
	return h
}

// here is what the top screen and the app itself can do now.
func (h *Help) here() []helpRow {
	var all []helpRow
	for _, b := range h.app.offered() {
		all = append(all, newHelpRow(b.Row, &b))
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
	if r.Under == "" {
		r.Under = action.Program
	}
	group := row.Where
	if b != nil {
		group = ""
	}
	r.words = widget.NewHaystack(row.Words, strings.ReplaceAll(row.Name, "-", " "), string(row.Under), group,
		strings.Join(row.Keys, " "))
	return r
}

// name identifies a row.
func (r helpRow) name() string { return r.Key() + " " + r.Words }

// Narrow gathers the rows that the typed words leave, and says where they stand.
func (h *Help) Narrow() {
	typed := strings.TrimSpace(h.Prompt.Text)
	columns := 1
	if inner := h.Own().W - boxSides; inner >= 2*minColumn+columnGap {
		columns = 2
	}
	if typed == "" {
		h.Shown, h.page = laidOut(h.all, columns)
	} else {
		h.Shown = h.matching(typed)
		h.page = listed(h.Shown)
	}
	h.Fit(len(h.page.lines))
	h.choose(0)
}

// matching are the rows that match, the best first.
func (h *Help) matching(typed string) []helpRow {
	var shown []helpRow
	p := widget.NewPattern(typed)
	for want := widget.AtStart; want < widget.Unmatched; want++ {
		for _, r := range h.all {
			m := p.Match(r.words)
			if r.Key() == typed {
				m = widget.AtStart // a key by itself: "]"
			} else if len(p.Words) == 0 {
				m = widget.Unmatched
			}
			if m == want {
				shown = append(shown, r)
			}
		}
	}
	return shown
}

// choose selects a row, and brings it on the screen with the heading above it.
func (h *Help) choose(i int) {
	h.at = widget.Clamp(i, 0, len(h.Shown)-1)
	if len(h.Shown) == 0 {
		return
	}
	line := h.page.lineOf(h.at)
	if line > 0 && h.page.heads(line-1) {
		h.Rows.To(line - 1)
	}
	h.Rows.To(line)
}

// Update implements Screen. A click selects the row that it is on; a turn of the wheel takes the selection along.
func (h *Help) Update(msg tea.Msg) tea.Cmd {
	click, ok := msg.(tea.MouseClickMsg)
	box := h.Own()
	if ok && click.Button == tea.MouseLeft && box.Contains(click.X, click.Y) {
		return h.clicked(click.X-box.X, click.Y-box.Y)
	}
	before := h.Rows.At
	cmd := h.Picker.Update(msg)
	if _, wheel := msg.(tea.MouseWheelMsg); wheel && h.Rows.At != before {
		h.at = h.page.near(h.Rows.At, h.at)
	}
	return cmd
}

// clicked takes a click on a cell of the box.
func (h *Help) clicked(x, y int) tea.Cmd {
	const top = 2 // the border and the prompt
	line := h.Rows.Top + y - top
	if from, to := h.Rows.Visible(); line < from || line >= to {
		return nil
	}
	column := 0
	if x > h.Own().W/2 {
		column = 1
	}
	i := h.page.rowAt(line, column)
	switch {
	case i < 0:
		return nil
	case i == h.at:
		return h.Choose()
	}
	h.choose(i)
	return nil
}

// NextRow selects the next row; after the last of the left column comes the first of the right one.
func (h *Help) NextRow() tea.Cmd { return h.by(1) }

// PrevRow selects the row before.
func (h *Help) PrevRow() tea.Cmd { return h.by(-1) }

// NextPage goes a page down.
func (h *Help) NextPage() tea.Cmd { return h.turn(h.Rows.Page) }

// PrevPage goes a page up.
func (h *Help) PrevPage() tea.Cmd { return h.turn(-h.Rows.Page) }

func (h *Help) by(n int) tea.Cmd {
	h.choose(h.at + n)
	return nil
}

// turn goes some lines down, or up, in the same column.
func (h *Help) turn(lines int) tea.Cmd {
	if len(h.Shown) > 0 {
		h.choose(h.page.near(h.page.lineOf(h.at)+lines, h.at))
	}
	return nil
}

// Choose closes the overlay and does the selected action, when it is one of the screen below.
func (h *Help) Choose() tea.Cmd {
	if len(h.Shown) == 0 {
		return nil
	}
	r := h.Shown[h.at]
	if r.bound == nil || r.Numbered || r.bound.Bare() {
		return nil
	}
	return tea.Batch(h.Env.Pop(), h.app.doNamed(r.Where+"."+r.Name))
}

// Actions returns what can be done in the box.
func (h *Help) Actions() []action.Set {
	table := action.Table[*Help]{widget.Choosing[*Help]("do it"), widget.Closing[*Help]("close")}
	return widget.OverlayActions(h, append(table, widget.Stepping[*Help]()...))
}

// Lines draws the box.
func (h *Help) Lines(r widget.Rect) []string { return h.Draw(r, h.line) }

// line draws a line of the box: one row, or one of each column.
func (h *Help) line(i, w int) string {
	l := h.page.lines[i]
	if h.page.columns < 2 || l.over != "" {
		return h.cell(l, 0, w)
	}
	half := (w - columnGap) / 2
	return render.Pad(h.cell(l, 0, half), half+columnGap) + h.cell(l, 1, half)
}
