package library

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/figure"
	"lede/ui/action"
	"lede/ui/widget"
)

// facetPicker is the overlay that filters the library by topics, which it names by their keys.
type facetPicker struct {
	*widget.TopicBox[string]
	library *library
	before  ask // what to go back to
	all     []model.TopicCount
	keys    []string          // of all
	hay     []widget.Haystack // of all
	at      map[string]int    // where a topic is in all
	whole   map[string]int    // how many articles of the whole library have a topic; nil while nothing is asked for
}

func newFacetPicker(l *library) *facetPicker {
	p := &facetPicker{library: l, before: l.ask}
	p.refresh()
	p.TopicBox = widget.NewTopicBox[string](&l.app.Env, p, l.besideRows)
	return p
}

// pickTopics opens the picker.
func (l *library) pickTopics() tea.Cmd { return l.app.Push(newFacetPicker(l)) }

// besideCells is how wide a box is that stands beside the rows, in cells.
const besideCells = 36

// besideRows is the part of the terminal that a picker may cover: not the line that shows what is asked for, and of
// the rows their right end, unless there is a preview to cover, or no room.
func (l *library) besideRows(t widget.Rect) widget.Rect {
	o := l.layout()
	area := widget.Rect{X: o.rows.X, Y: 0, W: t.W - o.rows.X, H: t.H - 1}
	if o.h >= headFrom {
		area.Y, area.H = 2, t.H-3
	}
	switch {
	case o.preview.W > 0:
		area.X = o.rows.X + o.rows.W
	case area.W >= besideCells+minRowsBesideIt:
		area.X = t.W - 1 - besideCells
	default:
		return area
	}
	area.W = t.W - area.X - 1 // a blank stands at each side of a box
	return area
}

// refresh takes the topics as they are counted now: those that are asked for first, then in the order of the column.
func (p *facetPicker) refresh() {
	l := p.library
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
	p.keys, p.at, p.hay = make([]string, len(p.all)), make(map[string]int, len(p.all)),
		make([]widget.Haystack, len(p.all))
	for i, t := range p.all {
		p.keys[i], p.at[t.Key], p.hay[i] = t.Key, i, widget.NewHaystack(t.Name)
	}
	p.whole = nil
	if !l.ask.empty() {
		p.whole = make(map[string]int, len(l.all.Topics))
		for _, t := range l.all.Topics {
			p.whole[t.Key] = t.Count
		}
	}
}

func (p *facetPicker) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case facetsCountedMsg:
		return func() tea.Msg { return facetsShownMsg{} } // when the library below has taken them
	case facetsShownMsg:
		p.refresh()
		if chosen := p.Renew(); chosen != nil {
			return tea.Batch(chosen, p.library.Update(nil))
		}
		return nil
	case action.Bound, tea.KeyPressMsg, tea.MouseMsg:
		return tea.Batch(p.TopicBox.Update(msg), p.library.Update(nil))
	}
	return p.TopicBox.Update(msg)
}

// facetsShownMsg says that the library has other facets now.
type facetsShownMsg struct{}

func (p *facetPicker) Topics() []string { return p.keys }

func (p *facetPicker) Words(key string) widget.Haystack { return p.hay[p.at[key]] }

func (p *facetPicker) Entry(key string) widget.TopicEntry {
	t := p.all[p.at[key]]
	if t.Count == 0 && p.library.ask.avoids(key) {
		return widget.TopicEntry{Name: t.Name}
	}
	count := figure.Number(t.Count)
	if all := p.whole[key]; all > t.Count {
		count = figure.Number(all) + " → " + count
	}
	return widget.TopicEntry{Name: t.Name, Count: count}
}

func (p *facetPicker) Asked() (with, without []string) {
	return termKeys(p.library.ask.with), termKeys(p.library.ask.without)
}

// Due reports whether more topics may come: files are still being read, or what they are about is not counted yet.
func (p *facetPicker) Due() bool {
	l := p.library
	return l.files.progress() != "" || l.asks.want.faceted != l.asks.want.made
}

func (p *facetPicker) Either() bool { return p.library.ask.either }

func (p *facetPicker) Turn(how widget.TopicTurn, key string) {
	l := p.library
	t := topicTerm{key: key}
	if i, known := p.at[key]; known {
		t.name = p.all[i].Name
	}
	l.turn(widget.Turned(l.ask, p.before, how, t))
	l.column.build()
	p.refresh()
}
