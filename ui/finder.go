package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
)

// finder is the line in the footer's place in which the query is typed.
type finder struct {
	reader *reader
	input  prompt
	origin spot
}

func newFinder(r *reader) *finder { return &finder{reader: r, origin: r.text.doc.top} }

func (f *finder) update(msg tea.Msg) tea.Cmd {
	if b, ok := msg.(action.Bound); ok {
		return b.Do()
	}
	if text := &f.reader.text; f.input.update(msg) {
		text.doc.to(f.origin)
		return text.seek(f.reader.loading.ctx, newMatcher(f.input.text), f.origin, false)
	}
	return nil
}

func (f *finder) actions() []action.Set {
	accept := func(f *finder) tea.Cmd { return f.reader.app.pop() }
	cancel := func(f *finder) tea.Cmd {
		f.reader.text.endSearch()
		f.reader.text.doc.to(f.origin)
		return f.reader.app.pop()
	}
	return []action.Set{action.Table[*finder]{
		{Name: "accept", Words: "accept", Keys: []string{"enter"}, Where: typingGroup, Do: accept},
		{Name: "next", Words: "next", Keys: []string{"down", "ctrl+n"}, Where: typingGroup, Do: func(f *finder) tea.Cmd { return f.next(1) }},
		{Name: "previous", Words: "previous", Keys: []string{"up", "ctrl+p"}, Where: typingGroup, Do: func(f *finder) tea.Cmd { return f.next(-1) }},
		{Name: "cancel", Words: "cancel", Keys: []string{"esc"}, Where: typingGroup, Do: cancel},
	}.For(f)}
}

// next goes to another match of what has been typed.
func (f *finder) next(step int) tea.Cmd {
	if s := f.reader.text.search; s != nil {
		return s.next(step)
	}
	return nil
}

func (f *finder) box(terminal rect) rect { return rect{0, terminal.h - 1, terminal.w, 1} }

func (f *finder) lines(r rect) []string {
	t, count := f.reader.app.theme, ""
	if f.reader.text.search != nil {
		count = t.Dim.Render(f.reader.text.search.String() + " ")
	}
	text, _ := f.input.line(f.room(r.w))
	return []string{render.Pad(spread(" "+t.Accent.Render("/")+text, count, r.w), r.w)}
}

// room is the width that the query is shown in.
func (f *finder) room(w int) int { return max(1, w-20) }

func (f *finder) cursor() (x, y int, shown bool) {
	_, at := f.input.line(f.room(f.reader.app.w))
	return at + 2, 0, true
}

func (f *finder) takesText() bool { return true }

func (f *finder) title() string { return "" }

func (f *finder) close() {}
