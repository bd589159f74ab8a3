package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
	"lede/ui/theme"
)

// facetPicker is the overlay that filters the library by topics. The rows behind follow every mark at once.
type facetPicker struct {
	picker
	library *library
	before  ask  // what to go back to
	marked  bool // a topic was added or left out here: enter means done
	faceted int  // the wish that the topics were counted for
	all     []model.TopicCount
	words   []haystack // of all
	shown   []int      // those that the typed words match
}

func newFacetPicker(l *library) *facetPicker {
	p := &facetPicker{
		picker:  picker{app: l.app, head: "Topics", hint: "type to find a topic", in: l.besideRows},
		library: l, before: l.ask,
	}
	p.refresh()
	p.size = len(p.all)
	p.narrow()
	return p
}

// besideRows is the part of the terminal that a picker may cover: not the line that tells what is asked for, nor the rows when
// there is a preview to cover instead.
func (l *library) besideRows(t rect) rect {
	o := l.layout()
	area := rect{o.rows.x, 0, t.w - o.rows.x, t.h - 1}
	if o.h >= headFrom {
		area.y, area.h = 2, t.h-3
	}
	if o.preview.w > 0 {
		area.x = o.rows.x + o.rows.w
		area.w = t.w - area.x - 1 // a blank stands at each side of a box
	}
	return area
}

// refresh takes the topics as they are counted now: those that are asked for first, then in the order of the column.
func (p *facetPicker) refresh() {
	l := p.library
	p.faceted = l.faceted
	p.aside = "match all"
	if l.ask.either {
		p.aside = "match any"
	}
	var chosen []model.TopicCount
	for _, terms := range [][]topicTerm{l.ask.with, l.ask.without} {
		for _, t := range terms {
			chosen = append(chosen, model.TopicCount{Name: t.name, Key: t.key})
		}
	}
	rest := make([]model.TopicCount, 0, len(l.facets.Topics))
	for _, t := range sortTopics(l.facets.Topics, l.column.order) {
		if i := slices.IndexFunc(chosen, func(c model.TopicCount) bool { return c.Key == t.Key }); i >= 0 {
			chosen[i].Count = t.Count
			continue
		}
		rest = append(rest, t)
	}
	p.all = append(chosen, rest...)
	p.words = make([]haystack, len(p.all))
	for i, t := range p.all {
		p.words[i] = newHaystack(t.Name)
	}
}

// narrow gathers the topics that the typed words match.
func (p *facetPicker) narrow() {
	typed := newPattern(p.prompt.text)
	var byRank [unmatched][]int
	for i := range p.all {
		if r := typed.match(p.words[i]); r < unmatched {
			byRank[r] = append(byRank[r], i)
		}
	}
	p.shown = slices.Concat(byRank[:]...)
	p.fit(len(p.shown))
}

func (p *facetPicker) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return tea.Batch(p.press(msg), p.library.update(nil))
	case tea.PasteMsg:
		p.typed(msg)
	case tea.MouseMsg:
		return tea.Batch(p.mouse(msg, p.choose), p.library.update(nil))
	case tea.WindowSizeMsg:
		p.fit(len(p.shown))
	case facetsCountedMsg:
		return func() tea.Msg { return facetsShownMsg{} } // when the library below has taken them
	case facetsShownMsg:
		p.recount()
	}
	return nil
}

// facetsShownMsg says that the library has other facets now.
type facetsShownMsg struct{}

// recount shows the topics as they are counted now, with the cursor on the same one.
func (p *facetPicker) recount() {
	on := ""
	if p.any() {
		on = p.selected().key
	}
	p.refresh()
	p.narrow()
	if i := slices.IndexFunc(p.shown, func(i int) bool { return p.all[i].Key == on }); i >= 0 {
		p.rows.put(i)
	}
}

func (p *facetPicker) press(msg tea.KeyPressMsg) tea.Cmd {
	k, t, l := &p.app.keys.prompt, &p.app.keys.topics, p.library
	switch {
	case key.Matches(msg, k.Cancel):
		l.turn(p.before)
		return p.app.pop()
	case key.Matches(msg, k.Accept):
		return p.choose()
	case key.Matches(msg, t.Either):
		a := l.ask
		a.either = !a.either
		l.turn(a)
		p.recount()
	case key.Matches(msg, t.Add):
		p.mark(ask.toggle)
	case key.Matches(msg, t.LeaveOut):
		p.mark(ask.toggleOut)
	case p.move(msg):
	default:
		p.typed(msg)
	}
	return nil
}

func (p *facetPicker) any() bool { return len(p.shown) > 0 }

func (p *facetPicker) selected() topicTerm {
	t := p.all[p.shown[p.rows.at]]
	return topicTerm{t.Key, t.Name}
}

func (p *facetPicker) typed(msg tea.Msg) {
	if p.prompt.update(&p.app.keys.prompt, msg) {
		p.rows.to(0)
		p.narrow()
	}
}

// mark changes how the selected topic is asked for. What was typed has done its work then.
func (p *facetPicker) mark(how func(ask, topicTerm) ask) {
	if !p.any() {
		return
	}
	p.marked = true
	p.library.turn(how(p.library.ask, p.selected()))
	on := p.selected().key
	p.prompt = prompt{}
	p.refresh()
	p.narrow()
	p.rows.to(slices.IndexFunc(p.shown, func(i int) bool { return p.all[i].Key == on }))
}

// choose ends the picker: with the selected topic alone, or with what was marked and with what has been typed since.
func (p *facetPicker) choose() tea.Cmd {
	l := p.library
	switch {
	case !p.any():
	case !p.marked:
		l.turn(l.ask.only(p.selected()))
	case p.adds():
		l.turn(l.ask.toggle(p.selected()))
	}
	l.column.build()
	return p.app.pop()
}

// adds tells that a topic has been looked for after others were marked.
func (p *facetPicker) adds() bool {
	if !p.marked || p.prompt.text == "" || !p.any() {
		return false
	}
	a, t := p.library.ask, p.selected()
	return !a.wants(t.key) && !a.avoids(t.key)
}

func (p *facetPicker) lines(r rect) []string {
	if p.any() {
		return p.draw(r, p.row)
	}
	return p.draw(r, nil)
}

// row is a topic: its mark, its name, and how many articles it has.
func (p *facetPicker) row(i, w int) string {
	topic, t, a := p.all[p.shown[i]], p.app.theme, p.library.ask
	sign := "  "
	switch {
	case a.wants(topic.Key):
		sign = "✓ "
	case a.avoids(topic.Key):
		sign = "− "
	}
	count := ""
	if topic.Count > 0 || !a.avoids(topic.Key) {
		count = t.Dim.Render(number(topic.Count))
	}
	name := render.Truncate(topic.Name, w-4-render.Width(count)-1)
	text := litText(name, newPattern(p.prompt.text), theme.Style{}, t.Match)
	return spread(p.picker.mark(i)+t.Accent.Render(sign)+text, count, w)
}

func (p *facetPicker) bindings() []key.Binding {
	k, t := p.app.keys.prompt, p.app.keys.topics
	does := "only this"
	switch {
	case p.adds():
		does = "add, done"
	case p.marked:
		does = "done"
	}
	k.Accept.SetHelp(k.Accept.Help().Key, does)
	return []key.Binding{k.Accept, t.Add, t.LeaveOut, t.Either, k.Cancel, k.Next, k.Prev}
}
