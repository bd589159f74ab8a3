package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
)

// picker is the common part of the overlays that narrow a list by typing (topics, help, commands), or that only show
// one (related links). What the rows are, and what happens to the selected one, is the overlay's matter.
type picker struct {
	env    *env
	over   picking // the overlay round the picker
	head   string  // the title in the frame
	hint   string  // stands in the prompt while it is empty
	aside  string  // stands at the right of the prompt
	prompt prompt
	rows   rows
	size   int                      // how many rows the box has room for, where the terminal allows
	in     func(terminal rect) rect // where the box may be; nil for anywhere above the footer
	still  bool                     // there is no prompt: letters are keys
	above  []string                 // lines between the title and the rows
}

// picking is what the overlay round a picker does.
type picking interface {
	narrow()         // gathers the rows that the typed words leave
	choose() tea.Cmd // takes the selected row
}

// The widest box, and the terminal below which a box takes the whole width.
const (
	pickerWidth = 76
	fullWidth   = 60
)

// frame is how many lines of the box are not rows: two borders, the prompt and what stands above the rows.
func (p *picker) frame() int {
	if p.still {
		return 2 + len(p.above)
	}
	return 3 + len(p.above)
}

// box implements overlay. The footer stays visible, for it names the keys.
func (p *picker) box(t rect) rect {
	area := rect{0, 0, t.w, t.h - 1}
	if p.in != nil {
		area = p.in(t)
	}
	w, h := area.w, min(area.h, max(p.size, 1)+p.frame())
	if area.w >= fullWidth {
		w = min(area.w-4, pickerWidth)
	}
	b := center(area, w, h)
	b.x, b.y = b.x+area.x, b.y+area.y
	return b
}

func (p *picker) own() rect { return p.box(p.env.terminal()) }

// fit sets how many rows there are, and keeps the selected one on screen.
func (p *picker) fit(n int) { p.rows.fit(n, p.own().h-p.frame()) }

// update takes a message for an overlay.
func (p *picker) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case action.Bound:
		return msg.Do()
	case tea.KeyPressMsg, tea.PasteMsg:
		p.typed(msg)
	case tea.MouseMsg:
		return p.mouse(msg)
	case tea.WindowSizeMsg, themeChangedMsg:
		p.over.narrow()
	}
	return nil
}

// typed changes what is typed, and goes to the first of the rows that are left.
func (p *picker) typed(msg tea.Msg) {
	if !p.still && p.prompt.update(msg) {
		p.rows.to(0)
		p.over.narrow()
	}
}

// pickerOf is an overlay round a picker, with what the picker does for it.
type pickerOf interface {
	picking
	isStill() bool
	shut() tea.Cmd
	nextRow() tea.Cmd
	prevRow() tea.Cmd
	nextPage() tea.Cmd
	prevPage() tea.Cmd
}

// choosing takes the selected row.
func choosing[S pickerOf](words string) action.Action[S] {
	return action.Action[S]{Name: "choose", Words: words, Keys: []string{"enter"}, Where: typingGroup, Do: S.choose}
}

// closing leaves the overlay.
func closing[S pickerOf](words string) action.Action[S] {
	return action.Action[S]{Name: "cancel", Words: words, Keys: []string{"esc"}, Where: typingGroup, Do: S.shut}
}

// stepping moves through the rows of an overlay.
func stepping[S pickerOf]() action.Table[S] {
	return action.Table[S]{
		{Name: "next", Words: "next", Keys: []string{"down", "ctrl+n"}, Where: typingGroup, Do: S.nextRow},
		{Name: "previous", Words: "previous", Keys: []string{"up", "ctrl+p"}, Where: typingGroup, Do: S.prevRow},
		{Name: "page-down", Keys: []string{"pgdown", "ctrl+f"}, Do: S.nextPage},
		{Name: "page-up", Keys: []string{"pgup", "ctrl+b"}, Do: S.prevPage},
	}
}

// byLetters moves and leaves by letters, in an overlay without a prompt.
func byLetters[S pickerOf]() action.Table[S] {
	return action.Table[S]{
		{Name: "close", Keys: []string{"q"}, Do: S.shut},
		{Name: "down", Keys: []string{"j"}, Do: S.nextRow},
		{Name: "up", Keys: []string{"k"}, Do: S.prevRow},
		{Name: "letter-page-down", Keys: []string{"space"}, Do: S.nextPage},
		{Name: "letter-page-up", Keys: []string{"b", "shift+space"}, Do: S.prevPage},
	}
}

// overlayActions are the actions of an overlay, and those by letters when there is no prompt.
func overlayActions[S pickerOf](s S, table action.Table[S]) []action.Set {
	sets := []action.Set{table.For(s)}
	if s.isStill() {
		sets = append(sets, byLetters[S]().For(s))
	}
	return sets
}

func (p *picker) isStill() bool     { return p.still }
func (p *picker) shut() tea.Cmd     { return p.env.pop() }
func (p *picker) nextRow() tea.Cmd  { return p.step(1) }
func (p *picker) prevRow() tea.Cmd  { return p.step(-1) }
func (p *picker) nextPage() tea.Cmd { return p.step(p.rows.page) }
func (p *picker) prevPage() tea.Cmd { return p.step(-p.rows.page) }

func (p *picker) step(by int) tea.Cmd {
	p.rows.move(by)
	return nil
}

// mouse takes the wheel and clicks: a click selects a row, one on the selected row chooses it, one beside the box
// closes the
// overlay.
func (p *picker) mouse(msg tea.MouseMsg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		p.rows.scroll(wheel(msg))
	case tea.MouseClickMsg:
		if msg.Button != tea.MouseLeft {
			return nil
		}
		box := p.own()
		if !box.contains(msg.X, msg.Y) {
			return p.env.pop()
		}
		i := p.rows.top + msg.Y - box.y - p.frame() + 1
		if from, to := p.rows.visible(); i < from || i >= to {
			return nil
		}
		if i == p.rows.at {
			return p.over.choose()
		}
		p.rows.to(i)
	}
	return nil
}

// wheel is how many rows a turn of the wheel scrolls.
func wheel(msg tea.MouseWheelMsg) int {
	const step = 3
	switch msg.Button {
	case tea.MouseWheelDown:
		return step
	case tea.MouseWheelUp:
		return -step
	}
	return 0
}

// draw draws the box: row makes row i, at most w cells wide.
func (p *picker) draw(r rect, row func(i, w int) string) []string {
	t := p.env.theme
	side, inner := t.Border.Render("│"), r.w-4
	lines := make([]string, 0, r.h)
	head := " " + render.Truncate(p.head, inner-2) + " "
	rest := strings.Repeat("─", max(0, r.w-3-render.Width(head)))
	lines = append(lines, t.Border.Render("╭─")+t.Strong.Render(head)+t.Border.Render(rest+"╮"))
	if !p.still {
		lines = append(lines, side+" "+render.Pad(p.promptLine(inner), inner)+" "+side)
	}
	for _, line := range p.above[:min(len(p.above), max(0, r.h-3))] {
		lines = append(lines, side+render.Pad(" "+line, inner+2)+side)
	}
	from, to := p.rows.visible()
	for i := from; len(lines) < r.h-1; i++ {
		text := ""
		if i < to {
			text = row(i, inner)
		}
		text = render.Pad(" "+text, inner+2)
		if i == p.rows.at && i < to {
			text = render.Highlight(render.Line{Styled: text}, 0, inner+2, t.Selected).Styled
		}
		lines = append(lines, side+text+side)
	}
	return append(lines, t.Border.Render("╰"+strings.Repeat("─", max(0, r.w-2))+"╯"))
}

// promptSign stands before what is typed.
const promptSign = "› "

func (p *picker) promptLine(w int) string {
	t := p.env.theme
	room := w - render.Width(promptSign) - render.Width(p.aside) - 1
	text, _ := p.prompt.line(max(room, 1))
	if p.prompt.text == "" {
		text = t.Dim.Render(render.Truncate(p.hint, room))
	}
	return t.Accent.Render(promptSign) + render.Pad(text, room) + " " + t.Dim.Render(p.aside)
}

// mark is what stands before row i, two cells; the frame lays its own style over the selected row.
func (p *picker) mark(i int) string {
	if i == p.rows.at {
		return p.env.theme.Accent.Render("▌") + " "
	}
	return "  "
}

func (p *picker) cursor() (x, y int, shown bool) {
	w := p.own().w - 4
	_, at := p.prompt.line(max(1, w-render.Width(promptSign)-render.Width(p.aside)-1))
	return 2 + render.Width(promptSign) + at, 1, !p.still
}

func (p *picker) takesText() bool { return !p.still }

func (p *picker) title() string { return "" }

func (p *picker) close() {}

// widgetRows are the actions of the overlays for the help.
func widgetRows() []action.Row {
	table := append(action.Table[*menu]{choosing[*menu]("accept"), closing[*menu]("cancel")}, stepping[*menu]()...)
	topics := slices.DeleteFunc(topicTable[string]().Rows(), func(r action.Row) bool { return r.Where != topicsGroup })
	return slices.Concat(topics, table.Rows(), editing[*menu]().Rows())
}
