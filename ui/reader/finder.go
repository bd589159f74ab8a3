package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/reader/text"
	"lede/ui/render"
	"lede/ui/widget"
)

// finder is the line in the footer's place in which the query is typed.
type finder struct {
	reader *reader
	input  widget.Prompt
	origin text.Spot
	leap   text.Leap // that had led to the origin
}

func newFinder(r *reader) *finder {
	return &finder{reader: r, origin: r.text.Doc.Top, leap: r.text.Leap}
}

// toOrigin goes back to where the view was before anything was typed.
func (f *finder) toOrigin() {
	f.reader.text.Doc.To(f.origin)
	f.reader.text.Leap = f.leap
}

func (f *finder) Update(msg tea.Msg) tea.Cmd {
	if b, ok := msg.(action.Bound); ok {
		return b.Do()
	}
	if shown := &f.reader.text; f.input.Update(msg) {
		f.toOrigin()
		return shown.Seek(f.reader.loading.ctx, text.NewMatcher(f.input.Text), f.origin, false)
	}
	return nil
}

func (f *finder) Actions() []action.Set {
	accept := func(f *finder) tea.Cmd { return f.reader.app.Pop() }
	cancel := func(f *finder) tea.Cmd {
		f.reader.text.EndSearch()
		f.toOrigin()
		return f.reader.app.Pop()
	}
	return []action.Set{action.Table[*finder]{
		{Name: "accept", Words: "accept", Keys: []string{"enter"}, Where: action.Typing, Do: accept},
		{Name: "next", Words: "next", Keys: []string{"down", "ctrl+n"}, Where: action.Typing, Do: func(f *finder) tea.Cmd {
			return f.next(1)
		}},
		{
			Name: "previous", Words: "previous", Keys: []string{"up", "ctrl+p"}, Where: action.Typing,
			Do: func(f *finder) tea.Cmd { return f.next(-1) },
		},
		{Name: "cancel", Words: "cancel", Keys: []string{"esc"}, Where: action.Typing, Do: cancel},
	}.For(f)}
}

// next goes to another match of what has been typed.
func (f *finder) next(step int) tea.Cmd {
	if s := f.reader.text.Search; s != nil {
		return s.Next(step)
	}
	return nil
}

func (f *finder) Box(terminal widget.Rect) widget.Rect {
	return widget.Rect{X: 0, Y: terminal.H - 1, W: terminal.W, H: 1}
}

func (f *finder) Lines(r widget.Rect) []string {
	t, count := f.reader.app.Theme, ""
	if f.reader.text.Search != nil {
		count = t.Dim.Render(f.reader.text.Search.String() + " ")
	}
	text, _ := f.input.Line(f.room(r.W))
	return []string{render.Pad(widget.Spread(" "+t.Accent.Render("/")+text, count, r.W), r.W)}
}

// room is the width that the query is shown in.
func (f *finder) room(w int) int { return max(1, w-20) }

func (f *finder) Cursor() (x, y int, shown bool) {
	_, at := f.input.Line(f.room(f.reader.app.W))
	return at + 2, 0, true
}

func (f *finder) TakesText() bool { return true }

func (f *finder) Title() string { return "" }

func (f *finder) Close() {}
