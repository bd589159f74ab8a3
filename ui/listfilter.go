package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// narrow sets another filter and stays on the entry as long as it passes.
func (l *list) narrow(f filter) {
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
	l.before = l.listing.filter.text.typed
	l.typing, l.prompt = true, prompt{text: l.before, at: len(l.before)}
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
	if l.prompt.update(msg) {
		l.best = true
		l.words(l.prompt.text)
		l.rows.to(0)
	}
}

// words sets the words of the filter.
func (l *list) words(typed string) {
	f := l.listing.filter
	f.text = newPattern(typed)
	l.listing.narrow(f)
	l.fit()
}

// parts are all that a filter is made of, in the order in which it is written.
func (l *list) parts(f filter) []filterPart[filter] {
	var all []filterPart[filter]
	names := &l.listing.topics
	for i, t := range f.with {
		p := filterPart[filter]{name: names.name(t), without: f.drop(t)}
		if i > 0 {
			p.joint = joint(f.either)
		}
		all = append(all, p)
	}
	for _, t := range f.without {
		all = append(all, filterPart[filter]{not: true, name: names.name(t), without: f.drop(t)})
	}
	if typed := strings.TrimSpace(f.text.typed); typed != "" {
		plain := f
		plain.text = pattern{}
		all = append(all, filterPart[filter]{name: "“" + typed + "”", without: plain})
	}
	return all
}

// filterLine is the line of the filter, and the prompt while its words are typed.
func (l *list) filterLine(w int) string {
	t, f := l.app.theme, l.listing.filter
	if l.typing {
		f.text = pattern{} // it is in the prompt
		return l.chips.draw(t, l.parts(f), w-promptLeft) + l.chips.typed(t, &l.prompt, "title, author, topic", w)
	}
	if f.empty() {
		return "  " + t.Dim.Render(render.Truncate(l.app.Welcome, w-4))
	}
	return l.chips.draw(t, l.parts(f), w)
}

// cursor implements pointing.
func (l *list) cursor() (x, y int, shown bool) {
	if !l.typing {
		return 0, 0, false
	}
	o := l.layout()
	return l.chips.cursor(&l.prompt, o.w), o.filterY(), true
}
