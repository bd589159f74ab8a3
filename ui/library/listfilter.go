package library

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
	"lede/ui/widget"
)

// Narrow sets another filter and stays on the entry as long as it passes.
func (l *list) Narrow(f filter) {
	l.listing.narrow(f)
	l.best = false
	l.settle()
}

// nextSort is the order after the present one. Files of a folder were not given in any.
func (l *list) nextSort() sorting {
	next := (l.listing.sort + 1) % sortings
	if next == given && !l.app.Given {
		return newest
	}
	return next
}

func (l *list) sortBy(s sorting) {
	l.listing.sortBy(s)
	l.settle()
}

// startTyping gives the keys to the prompt of the filter, with the words that it has.
func (l *list) startTyping() tea.Cmd {
	l.before = l.listing.filter.text.Typed
	l.typing, l.prompt = true, widget.Prompt{Text: l.before, At: len(l.before)}
	return nil
}

// accept ends the typing.
func (l *list) accept() tea.Cmd {
	l.typing = false
	l.moved()
	return nil
}

// dropTyping ends the typing with the words of before.
func (l *list) dropTyping() tea.Cmd {
	l.typing, l.best = false, false
	l.words(l.before)
	l.settle()
	return nil
}

// typed changes what is typed and goes to the best match. The entry that the reader was on is not forgotten.
func (l *list) typed(msg tea.Msg) {
	if l.prompt.Update(msg) {
		l.best = true
		l.words(l.prompt.Text)
		l.rows.To(0)
	}
}

// words sets the words of the filter.
func (l *list) words(typed string) {
	f := l.listing.filter
	f.text = widget.NewPattern(typed)
	l.listing.narrow(f)
	l.fit()
}

// parts are all that a filter is made of, in the order in which it is written.
func (l *list) parts(f filter) []widget.FilterPart[filter] {
	var all []widget.FilterPart[filter]
	names := &l.listing.topics
	for i, t := range f.with {
		p := widget.FilterPart[filter]{Name: names.name(t), Without: f.drop(t)}
		if i > 0 {
			p.Joint = widget.Joint(f.either)
		}
		all = append(all, p)
	}
	for _, t := range f.without {
		all = append(all, widget.FilterPart[filter]{Not: true, Name: names.name(t), Without: f.drop(t)})
	}
	if typed := strings.TrimSpace(f.text.Typed); typed != "" {
		plain := f
		plain.text = widget.Pattern{}
		all = append(all, widget.FilterPart[filter]{Name: "“" + typed + "”", Without: plain})
	}
	return all
}

// filterLine is the line of the filter, and the prompt while its words are typed.
func (l *list) filterLine(w int) string {
	t, f := l.app.Theme, l.listing.filter
	if l.typing {
		f.text = widget.Pattern{} // it is in the prompt
		return l.chips.Draw(t, l.parts(f), w-widget.PromptLeft) + l.chips.Typed(t, &l.prompt, "title, author, topic", w)
	}
	if f.empty() {
		return "  " + t.Dim.Render(render.Truncate(l.app.Welcome, w-4))
	}
	return l.chips.Draw(t, l.parts(f), w)
}

// Cursor implements pointing.
func (l *list) Cursor() (x, y int, shown bool) {
	if !l.typing {
		return 0, 0, false
	}
	o := l.layout()
	return l.chips.Cursor(&l.prompt, o.w), o.filterY(), true
}
