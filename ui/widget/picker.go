package widget

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
)

// Picker is the common part of the overlays that narrow a list by typing (topics, help, commands), or that only show
// one (related links). What the rows are, and what happens to the selected one, is the overlay's matter.
type Picker struct {
	Env    *Env
	Over   picking // the overlay round the picker
	Head   string  // the title in the frame
	Hint   string  // stands in the prompt while it is empty
	aside  string  // stands at the right of the prompt
	Prompt Prompt
	Rows   Rows
	Size   int                      // how many rows the box has room for, where the terminal allows
	In     func(terminal Rect) Rect // where the box may be; nil for anywhere above the footer
	Still  bool                     // there is no prompt: letters are keys
	Above  []string                 // lines between the title and the rows
	Bare   bool                     // the rows show by themselves which one is selected
	Wide   int                      // the widest box, in cells; 0 for PickerWidth
	None   string                   // is said where nothing matches; "" for the usual sentence
}

// picking is what the overlay round a picker does.
type picking interface {
	Narrow()         // gathers the rows that the typed words leave
	Choose() tea.Cmd // takes the selected row
}

// The widest box, and the terminal below which a box takes the whole width.
const (
	PickerWidth = 76
	FullWidth   = 60
)

// frame is how many lines of the box are not rows: two borders, the prompt and the lines above the rows.
func (p *Picker) frame() int {
	if p.Still {
		return 2 + len(p.Above)
	}
	return 3 + len(p.Above)
}

// Box implements overlay. The footer stays visible, for it names the keys.
func (p *Picker) Box(t Rect) Rect {
	area := Rect{0, 0, t.W, t.H - 1}
	if p.In != nil {
		area = p.In(t)
	}
	w, h := area.W, min(area.H, max(p.Size, 1)+p.frame())
	if area.W >= FullWidth {
		w = min(area.W-4, cmp.Or(p.Wide, PickerWidth))
	}
	b := center(area, w, h)
	b.X, b.Y = b.X+area.X, b.Y+area.Y
	return b
}

// Own is the box in the terminal.
func (p *Picker) Own() Rect { return p.Box(p.Env.Terminal()) }

// Fit sets how many rows there are, and keeps the selected one on screen.
func (p *Picker) Fit(n int) { p.Rows.Fit(n, p.Own().H-p.frame()) }

// Update takes a message for an overlay.
func (p *Picker) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case action.Bound:
		return msg.Do()
	case tea.KeyPressMsg, tea.PasteMsg:
		p.typed(msg)
	case tea.MouseMsg:
		return p.mouse(msg)
	case tea.WindowSizeMsg, ThemeChangedMsg:
		p.Over.Narrow()
	}
	return nil
}

// typed changes what is typed, and goes to the first of the rows that are left.
func (p *Picker) typed(msg tea.Msg) {
	if !p.Still && p.Prompt.Update(msg) {
		p.Rows.To(0)
		p.Over.Narrow()
	}
}

// pickerOf is an overlay round a picker, with what the picker does for it.
type pickerOf interface {
	picking
	IsStill() bool
	Shut() tea.Cmd
	NextRow() tea.Cmd
	PrevRow() tea.Cmd
	NextPage() tea.Cmd
	PrevPage() tea.Cmd
}

// Choosing takes the selected row.
func Choosing[S pickerOf](words string) action.Action[S] {
	return action.Action[S]{
		Name: "choose", Words: words, Keys: []string{"enter"}, Where: action.Typing, Under: action.Text, Do: S.Choose,
	}
}

// Closing leaves the overlay.
func Closing[S pickerOf](words string) action.Action[S] {
	return action.Action[S]{
		Name: "cancel", Words: words, Keys: []string{"esc"}, Where: action.Typing, Under: action.Text, Do: S.Shut,
	}
}

// Stepping moves through the rows of an overlay.
func Stepping[S pickerOf]() action.Table[S] {
	return action.Table[S]{
		{Name: "next", Words: "next", Keys: []string{"down", "ctrl+n"}, Where: action.Typing, Do: S.NextRow},
		{Name: "previous", Words: "previous", Keys: []string{"up", "ctrl+p"}, Where: action.Typing, Do: S.PrevRow},
		{Name: "page-down", Keys: []string{"pgdown", "ctrl+f"}, Do: S.NextPage},
		{Name: "page-up", Keys: []string{"pgup", "ctrl+b"}, Do: S.PrevPage},
	}.Under(action.Text)
}

// byLetters moves and leaves by letters, in an overlay without a prompt.
func byLetters[S pickerOf]() action.Table[S] {
	return action.Table[S]{
		{Name: "close", Keys: []string{"q"}, Do: S.Shut},
		{Name: "down", Keys: []string{"j"}, Do: S.NextRow},
		{Name: "up", Keys: []string{"k"}, Do: S.PrevRow},
		{Name: "letter-page-down", Keys: []string{"space"}, Do: S.NextPage},
		{Name: "letter-page-up", Keys: []string{"b", "shift+space"}, Do: S.PrevPage},
	}
}

// OverlayActions are the actions of an overlay, and those by letters when there is no prompt.
func OverlayActions[S pickerOf](s S, table action.Table[S]) []action.Set {
	sets := []action.Set{table.For(s)}
	if s.IsStill() {
		sets = append(sets, byLetters[S]().For(s))
	}
	return sets
}

// IsStill reports whether there is no prompt: letters are keys.
func (p *Picker) IsStill() bool { return p.Still }

// Shut closes the overlay.
func (p *Picker) Shut() tea.Cmd { return p.Env.Pop() }

// NextRow selects the next row.
func (p *Picker) NextRow() tea.Cmd { return p.step(1) }

// PrevRow selects the row before.
func (p *Picker) PrevRow() tea.Cmd { return p.step(-1) }

// NextPage goes a page down.
func (p *Picker) NextPage() tea.Cmd { return p.step(p.Rows.Page) }

// PrevPage goes a page up.
func (p *Picker) PrevPage() tea.Cmd { return p.step(-p.Rows.Page) }

func (p *Picker) step(by int) tea.Cmd {
	p.Rows.Move(by)
	return nil
}

// mouse takes the wheel and clicks: a click selects a row, one on the selected row chooses it, one beside the box
// closes the overlay.
func (p *Picker) mouse(msg tea.MouseMsg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		p.Rows.Scroll(Wheel(msg))
	case tea.MouseClickMsg:
		if msg.Button != tea.MouseLeft {
			return nil
		}
		box := p.Own()
		if !box.Contains(msg.X, msg.Y) {
			return p.Env.Pop()
		}
		i := p.Rows.Top + msg.Y - box.Y - p.frame() + 1
		if from, to := p.Rows.Visible(); i < from || i >= to {
			return nil
		}
		if i == p.Rows.At {
			return p.Over.Choose()
		}
		p.Rows.To(i)
	}
	return nil
}

// Wheel is how many rows a turn of the wheel scrolls.
func Wheel(msg tea.MouseWheelMsg) int {
	const step = 3
	switch msg.Button {
	case tea.MouseWheelDown:
		return step
	case tea.MouseWheelUp:
		return -step
	}
	return 0
}

// Draw draws the box: row makes row i, at most w cells wide.
func (p *Picker) Draw(r Rect, row func(i, w int) string) []string {
	t := p.Env.Theme
	side, inner := t.Border.Render("│"), r.W-4
	lines := make([]string, 0, r.H)
	head := " " + render.Truncate(p.Head, inner-2) + " "
	rest := strings.Repeat("─", max(0, r.W-3-render.Width(head)))
	lines = append(lines, t.Border.Render("╭─")+t.Strong.Render(head)+t.Border.Render(rest+"╮"))
	if !p.Still {
		lines = append(lines, side+" "+render.Pad(p.promptLine(inner), inner)+" "+side)
	}
	for _, line := range p.Above[:min(len(p.Above), max(0, r.H-3))] {
		lines = append(lines, side+render.Pad(" "+line, inner+2)+side)
	}
	from, to := p.Rows.Visible()
	top, end := p.Rows.Thumb()
	for i := from; len(lines) < r.H-1; i++ {
		text, edge := "", side
		switch {
		case i < to:
			text = row(i, inner)
		case i == from && p.Prompt.Text != "":
			text = "  " + t.Dim.Render(render.Truncate(cmp.Or(p.None, "Nothing matches."), inner-2))
		}
		if i-from >= top && i-from < end {
			edge = t.Border.Render("┃")
		}
		text = render.Pad(" "+text, inner+2)
		if i == p.Rows.At && i < to && !p.Bare {
			text = render.Highlight(render.Line{Styled: text}, 0, inner+2, t.Selected).Styled
		}
		lines = append(lines, side+text+edge)
	}
	return append(lines, t.Border.Render("╰"+strings.Repeat("─", max(0, r.W-2))+"╯"))
}

// promptSign stands before what is typed.
const promptSign = "› "

func (p *Picker) promptLine(w int) string {
	t := p.Env.Theme
	room := w - render.Width(promptSign) - render.Width(p.aside) - 1
	text, _ := p.Prompt.Line(max(room, 1))
	if p.Prompt.Text == "" {
		text = t.Dim.Render(render.Truncate(p.Hint, room))
	}
	return t.Accent.Render(promptSign) + render.Pad(text, room) + " " + t.Dim.Render(p.aside)
}

// Mark is the mark of row i, two cells; the frame lays its own style over the selected row.
func (p *Picker) Mark(i int) string {
	if i == p.Rows.At {
		return p.Env.Theme.Accent.Render("▌") + " "
	}
	return "  "
}

// Cursor is where the cursor stands in the prompt.
func (p *Picker) Cursor() (x, y int, shown bool) {
	w := p.Own().W - 4
	_, at := p.Prompt.Line(max(1, w-render.Width(promptSign)-render.Width(p.aside)-1))
	return 2 + render.Width(promptSign) + at, 1, !p.Still
}

// TakesText reports whether there is a prompt.
func (p *Picker) TakesText() bool { return !p.Still }

// Title names no article.
func (p *Picker) Title() string { return "" }

// Close ends nothing: an overlay has nothing under way.
func (p *Picker) Close() {}

// WidgetRows are the actions of the overlays for the help.
func WidgetRows() []action.Row {
	table := append(action.Table[*Menu]{Choosing[*Menu]("accept"), Closing[*Menu]("cancel")}, Stepping[*Menu]()...)
	topics := slices.DeleteFunc(topicTable[string]().Rows(), func(r action.Row) bool { return r.Where != topicsGroup })
	return slices.Concat(topics, table.Rows(), Editing[*Menu]().Rows())
}
