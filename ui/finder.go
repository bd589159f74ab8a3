package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// finder is the line in the footer's place in which the query is typed.
type finder struct {
	reader *reader
	input  prompt
	origin spot
}

func newFinder(r *reader) *finder { return &finder{reader: r, origin: r.doc.top} }

func (f *finder) update(msg tea.Msg) tea.Cmd {
	app := f.reader.app
	k := &app.keys.prompt
	press, isKey := msg.(tea.KeyPressMsg)
	switch {
	case isKey && key.Matches(press, k.Accept):
		return app.pop()
	case isKey && key.Matches(press, k.Cancel):
		f.reader.endSearch()
		f.reader.doc.to(f.origin)
		return app.pop()
	case isKey && f.reader.search != nil && key.Matches(press, k.Next):
		f.reader.nextMatch(1)
		return nil
	case isKey && f.reader.search != nil && key.Matches(press, k.Prev):
		f.reader.nextMatch(-1)
		return nil
	}
	if f.input.update(k, msg) {
		f.reader.doc.to(f.origin)
		return f.reader.find(f.input.text, f.origin)
	}
	return nil
}

func (f *finder) box(terminal rect) rect { return rect{0, terminal.h - 1, terminal.w, 1} }

func (f *finder) lines(r rect) []string {
	t, count := f.reader.app.theme, ""
	if f.reader.search != nil {
		count = t.Dim.Render(f.reader.search.String() + " ")
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

func (f *finder) bindings() []key.Binding {
	k := f.reader.app.keys.prompt
	return []key.Binding{k.Accept, k.Next, k.Prev, k.Cancel}
}

func (f *finder) title() string { return "" }

func (f *finder) close() {}
