package library

import (
	"cmp"
	"slices"
	"strings"

	"lede/ui/widget"
)

// topicPicker is the overlay that filters a list by topics.
type topicPicker struct {
	*widget.TopicBox[topicID]
	list   *list
	before filter    // what to go back to
	counts []int     // by topic
	order  []topicID // as sorted at the last mark; new ones come last
}

func newTopicPicker(l *list) *topicPicker {
	p := &topicPicker{list: l, before: l.listing.filter}
	p.count()
	p.sort()
	p.TopicBox = widget.NewTopicBox[topicID](&l.app.Env, p, l.besideRows)
	l.picking = p
	return p
}

func (p *topicPicker) Close() { p.list.picking = nil }

// count counts again after the filter or the list has changed.
func (p *topicPicker) count() {
	p.counts = p.list.listing.topicCounts()
	for t := len(p.order); t < len(p.counts); t++ {
		p.order = append(p.order, topicID(t))
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
			strings.Compare(words[a].Text, words[b].Text),
		)
	})
}

// boolCompare orders false before true.
func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// refresh takes in what has come to the list.
func (p *topicPicker) refresh() {
	p.count()
	p.Renew()
}

func (p *topicPicker) Topics() []topicID { return p.order }

func (p *topicPicker) Words(t topicID) widget.Haystack { return p.list.listing.topics.words[t] }

func (p *topicPicker) Entry(t topicID) widget.TopicEntry {
	n := p.counts[t]
	return widget.TopicEntry{Name: p.list.listing.topics.name(t), Count: widget.Number(n), Faint: n == 0}
}

func (p *topicPicker) Asked() (with, without []topicID) {
	f := p.list.listing.filter
	return f.with, f.without
}

func (p *topicPicker) Either() bool { return p.list.listing.filter.either }

// Turn filters the list behind. The marked topics come first then, and those that go with them.
func (p *topicPicker) Turn(how widget.TopicTurn, t topicID) {
	p.list.Narrow(widget.Turned(p.list.listing.filter, p.before, how, t))
	p.count()
	if how == widget.ToggleTopic || how == widget.ToggleOut {
		p.sort()
	}
}
