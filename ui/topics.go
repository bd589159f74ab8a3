package ui

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
	"lede/ui/theme"
)

// topicPicker is the overlay that filters a list by topics. The list behind follows every mark at once.
type topicPicker struct {
	picker
	list   *list
	before filter    // what to go back to
	marked bool      // a topic was added or left out here: enter means done
	counts []int     // by topic
	order  []topicID // as sorted at the last mark; new ones come last
	shown  []topicID // those that the typed words match
}

func newTopicPicker(l *list) *topicPicker {
	p := &topicPicker{
		picker: picker{app: l.app, head: "Topics", hint: "type to find a topic", in: l.besideRows},
		list:   l, before: l.listing.filter,
	}
	p.count()
	p.sort()
	p.size = len(p.order)
	p.narrow()
	l.picking = p
	return p
}

func (p *topicPicker) close() { p.list.picking = nil }

// count counts again after the filter or the list has changed.
func (p *topicPicker) count() {
	p.counts = p.list.listing.topicCounts()
	for t := len(p.order); t < len(p.counts); t++ {
		p.order = append(p.order, topicID(t))
	}
	p.aside = "match all"
	if p.list.listing.filter.either {
		p.aside = "match any"
	}
}

// sort puts those that are in the filter first, then the most frequent.
func (p *topicPicker) sort() {
	f, words := p.list.listing.filter, p.list.listing.topics.words
	chosen := append(slices.Clone(f.with), f.without...)
	slices.SortFunc(p.order, func(a, b topicID) int {
		return cmp.Or(
			boolCompare(!slices.Contains(chosen, a), !slices.Contains(chosen, b)),
			cmp.Compare(p.counts[b], p.counts[a]),
			strings.Compare(words[a].text, words[b].text),
		)
	})
}

// refresh takes in what has come to the list.
func (p *topicPicker) refresh() {
	p.count()
	p.narrow()
}

// narrow gathers the topics that the typed words match.
func (p *topicPicker) narrow() {
	typed := newPattern(p.prompt.text)
	words := p.list.listing.topics.words
	var byRank [unmatched][]topicID
	for _, t := range p.order {
		if r := typed.match(words[t]); r < unmatched {
			byRank[r] = append(byRank[r], t)
		}
	}
	p.shown = slices.Concat(byRank[:]...)
	p.fit(len(p.shown))
}

func (p *topicPicker) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.press(msg)
	case tea.PasteMsg:
		p.typed(msg)
	case tea.MouseMsg:
		return p.mouse(msg, p.choose)
	case tea.WindowSizeMsg:
		p.fit(len(p.shown))
	}
	return nil
}

func (p *topicPicker) press(msg tea.KeyPressMsg) tea.Cmd {
	k, t := &p.app.keys.prompt, &p.app.keys.topics
	f := p.list.listing.filter
	switch {
	case key.Matches(msg, k.Cancel):
		p.list.narrow(p.before)
		return p.app.pop()
	case key.Matches(msg, k.Accept):
		return p.choose()
	case key.Matches(msg, t.Either):
		f.either = !f.either
		p.apply(f)
	case key.Matches(msg, t.Add):
		p.mark(filter.toggle)
	case key.Matches(msg, t.LeaveOut):
		p.mark(filter.toggleOut)
	case p.move(msg):
	default:
		p.typed(msg)
	}
	return nil
}

func (p *topicPicker) any() bool         { return len(p.shown) > 0 }
func (p *topicPicker) selected() topicID { return p.shown[p.rows.at] }

func (p *topicPicker) typed(msg tea.Msg) {
	if p.prompt.update(&p.app.keys.prompt, msg) {
		p.rows.to(0)
		p.narrow()
	}
}

// mark changes how the selected topic is asked for. What was typed has done its work then. The marked topics come first, then
// those that go with them; the cursor stays on its topic.
func (p *topicPicker) mark(how func(filter, topicID) filter) {
	if !p.any() {
		return
	}
	t := p.selected()
	p.marked = true
	p.apply(how(p.list.listing.filter, t))
	p.prompt = prompt{}
	p.sort()
	p.narrow()
	p.rows.to(slices.Index(p.shown, t))
}

// apply filters the list behind.
func (p *topicPicker) apply(f filter) {
	p.list.narrow(f)
	p.count()
}

// choose ends the picker: with the selected topic alone, or with what was marked and with what has been typed since.
func (p *topicPicker) choose() tea.Cmd {
	f := p.list.listing.filter
	switch {
	case !p.any():
	case !p.marked:
		p.list.narrow(f.only(p.selected()))
	case p.adds():
		p.list.narrow(f.toggle(p.selected()))
	}
	return p.app.pop()
}

// adds tells that a topic has been looked for after others were marked.
func (p *topicPicker) adds() bool {
	f := p.list.listing.filter
	return p.marked && p.prompt.text != "" && p.any() &&
		!slices.Contains(f.with, p.selected()) && !slices.Contains(f.without, p.selected())
}

func (p *topicPicker) lines(r rect) []string {
	if p.any() {
		return p.draw(r, p.row)
	}
	return p.draw(r, nil)
}

// row is a topic: its mark, its name, and how many entries there are.
func (p *topicPicker) row(i, w int) string {
	topic, t := p.shown[i], p.app.theme
	mark, words := p.picker.mark(i), theme.Style{}
	f, sign := p.list.listing.filter, "  "
	switch {
	case slices.Contains(f.with, topic):
		sign = "✓ "
	case slices.Contains(f.without, topic):
		sign = "− "
	}
	n := p.counts[topic]
	if n == 0 && sign == "  " {
		words = t.Dim
	}
	count := t.Dim.Render(number(n))
	name := render.Truncate(p.list.listing.topics.name(topic), w-4-render.Width(count)-1)
	return spread(mark+t.Accent.Render(sign)+litText(name, newPattern(p.prompt.text), words, t.Match), count, w)
}

func (p *topicPicker) bindings() []key.Binding {
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
