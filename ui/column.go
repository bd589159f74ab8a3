package ui

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// column is the left column of the library: views, the reader's own queries, topics and sites.
type column struct {
	library *library
	items   []columnItem
	rows    rows // of the items
	focus   bool // it has the keys
	order   topicOrder
}

// columnItem is a line of the column.
type columnItem struct {
	kind   columnKind
	name   string
	count  int // -1 when it is not known, or there is none to tell
	view   scope
	query  model.NamedQuery
	topic  topicTerm
	number int // of a topic that a digit chooses, from 1; 0 for none
	rising float64
}

type columnKind int

const (
	blankItem columnKind = iota
	headItem
	viewItem
	queryItem
	topicItem
	hiddenItem // leads to the topics that are hidden
	siteItem
)

// can tells whether the cursor may stand on the item.
func (i columnItem) can() bool { return i.kind > headItem }

// is tells whether two items are the same thing.
func (i columnItem) is(o columnItem) bool {
	return i.kind == o.kind && i.view == o.view && i.query == o.query && i.topic.key == o.topic.key && (i.kind != siteItem || i.name == o.name)
}

// topicOrder is an order of topics.
type topicOrder int

const (
	byNumber topicOrder = iota
	byRise
	byName
	topicOrders // how many there are
)

func (o topicOrder) String() string {
	return [...]string{"most articles", "rising this week", "A–Z"}[o]
}

// The most sites, and the least and the most topics, that the column shows.
const (
	columnSites     = 8
	columnTopics    = 9
	maxColumnTopics = 200
)

// sortTopics puts topics in an order. all is not changed.
func sortTopics(all []model.TopicCount, order topicOrder) []model.TopicCount {
	if order == byNumber {
		return all
	}
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b model.TopicCount) int {
		if order == byRise {
			return cmp.Compare(b.Rising, a.Rising)
		}
		return strings.Compare(a.Key, b.Key)
	})
	return sorted
}

// build makes the items anew. The cursor stays on what it is on.
func (c *column) build() {
	l := c.library
	var on columnItem
	if c.rows.at < len(c.items) {
		on = c.items[c.rows.at]
	}
	c.items = c.items[:0:0]
	for v := everything; v < scopes; v++ {
		n := -1
		if l.viewed || l.counts[v] > 0 {
			n = l.counts[v]
		}
		c.items = append(c.items, columnItem{kind: viewItem, name: v.String(), view: v, count: n})
	}
	if len(l.app.Queries) > 0 {
		c.head("Queries", "")
		for _, q := range l.app.Queries {
			c.items = append(c.items, columnItem{kind: queryItem, name: q.Name, query: q, count: -1})
		}
	}
	sites := l.facets.Sites[:min(len(l.facets.Sites), columnSites)]
	room := l.layout().h - len(c.items) - 2
	if len(sites) > 0 {
		room -= len(sites) + 2
	}
	c.addTopics(max(columnTopics, room))
	if len(sites) > 0 {
		c.head("Sites", "")
		for _, s := range sites {
			c.items = append(c.items, columnItem{kind: siteItem, name: s.Name, count: s.Count})
		}
	}
	c.rows.fit(len(c.items), l.layout().column.h)
	if i := slices.IndexFunc(c.items, on.is); i >= 0 && on.can() {
		c.rows.put(i)
	}
}

// addTopics adds those that are asked for or left out, and the first of the others.
func (c *column) addTopics(room int) {
	l := c.library
	if len(l.facets.Topics)+len(l.facets.Hidden)+len(l.ask.with)+len(l.ask.without) == 0 {
		return
	}
	c.head("Topics", c.order.String())
	counts := map[string]int{}
	sorted := sortTopics(l.facets.Topics, c.order)
	for _, terms := range [][]topicTerm{l.ask.with, l.ask.without} {
		for _, t := range terms {
			counts[t.key] = -1
		}
	}
	if len(counts) > 0 {
		for _, t := range sorted {
			if _, in := counts[t.Key]; in {
				counts[t.Key] = t.Count
			}
		}
	}
	for _, terms := range [][]topicTerm{l.ask.with, l.ask.without} {
		for _, t := range terms {
			c.topic(t, counts[t.key], 0)
			room--
		}
	}
	for _, t := range sorted {
		if room <= 0 || len(c.items) > maxColumnTopics {
			break
		}
		if _, in := counts[t.Key]; !in {
			c.topic(topicTerm{t.Key, t.Name}, t.Count, t.Rising)
			room--
		}
	}
	if n := len(l.facets.Hidden); n > 0 {
		c.items = append(c.items, columnItem{kind: hiddenItem, name: "hidden", count: n})
	}
}

func (c *column) topic(t topicTerm, count int, rising float64) {
	n := 1
	for _, i := range c.items {
		if i.kind == topicItem {
			n++
		}
	}
	if n > 9 {
		n = 0
	}
	c.items = append(c.items, columnItem{kind: topicItem, name: t.name, topic: t, count: count, number: n, rising: rising})
}

func (c *column) head(name, aside string) {
	c.items = append(c.items, columnItem{}, columnItem{kind: headItem, name: name, query: model.NamedQuery{Name: aside}})
}

// enter gives the keys to the column.
func (c *column) enter() {
	c.focus = true
	c.library.fit()
	c.build()
	if !c.item().can() {
		c.rows.to(0)
	}
}

// leave gives the keys back to the rows.
func (c *column) leave() {
	c.focus = false
	c.library.fit()
}

// item is the one that the cursor is on.
func (c *column) item() columnItem {
	if c.rows.at >= len(c.items) {
		return columnItem{}
	}
	return c.items[c.rows.at]
}

func (c *column) press(msg tea.KeyPressMsg) tea.Cmd {
	l := c.library
	k, m := &l.app.keys.column, &l.app.keys.move
	switch {
	case key.Matches(msg, k.Rows), key.Matches(msg, m.Back):
		c.leave()
	case key.Matches(msg, k.Only):
		return c.choose(true)
	case key.Matches(msg, k.Add):
		c.mark(ask.toggle)
	case key.Matches(msg, k.LeaveOut):
		c.mark(ask.toggleOut)
	case key.Matches(msg, k.Order):
		c.order = (c.order + 1) % topicOrders
		c.build()
	case key.Matches(msg, k.Rename, k.Merge, k.Hide):
		return c.change(msg)
	case key.Matches(msg, k.Hidden):
		return c.showHidden()
	case key.Matches(msg, l.app.keys.lib.Number):
		return c.number(digit(msg))
	case key.Matches(msg, l.app.keys.lib.Undo):
		return undo(l.app.Store)
	case key.Matches(msg, l.app.keys.lib.Search):
		c.leave()
		l.startTyping()
	case key.Matches(msg, l.app.keys.lib.Topics):
		c.leave()
		return l.app.push(newFacetPicker(l))
	default:
		c.move(msg)
	}
	return nil
}

// move moves the cursor; over what it may not stand on it goes on.
func (c *column) move(msg tea.KeyPressMsg) {
	m := &c.library.app.keys.move
	before := c.rows.at
	c.rows.press(m, msg)
	step := 1
	if c.rows.at < before || key.Matches(msg, m.Bottom) {
		step = -1
	}
	for c.rows.at > 0 && c.rows.at < len(c.items)-1 && !c.item().can() {
		c.rows.move(step)
	}
	if !c.item().can() {
		c.rows.to(before)
	}
}

// choose shows what the item under the cursor says. only takes off what else was asked for of its kind.
func (c *column) choose(only bool) tea.Cmd {
	l, i := c.library, c.item()
	a := l.ask
	switch i.kind {
	case viewItem:
		a = a.show(i.view)
	case queryItem:
		a = a.run(i.query)
	case topicItem:
		if a = a.toggle(i.topic); only {
			a = l.ask.only(i.topic)
		}
	case siteItem:
		if only {
			a.sites = nil
		}
		a = a.site(i.name)
	case hiddenItem:
		return c.showHidden()
	case blankItem, headItem:
		return nil
	}
	l.turn(a)
	c.leave()
	c.build()
	return nil
}

// mark changes how the topic, or the site, under the cursor is asked for.
func (c *column) mark(how func(ask, topicTerm) ask) {
	l, i := c.library, c.item()
	switch i.kind {
	case topicItem:
		l.turn(how(l.ask, i.topic))
	case siteItem:
		l.turn(l.ask.site(i.name))
	case blankItem, headItem, viewItem, queryItem, hiddenItem:
		return
	}
	c.build()
}

// number asks for the topic with a number alone, counted from 0. Once more, it is taken off.
func (c *column) number(n int) tea.Cmd {
	l := c.library
	for _, i := range c.items {
		if i.kind != topicItem || i.number != n+1 {
			continue
		}
		a := l.ask.only(i.topic)
		if a.same(l.ask) {
			a = a.drop(i.topic)
		}
		l.turn(a)
		c.build()
		return nil
	}
	return l.app.notify("There is no topic of that number.")
}

func (c *column) bindings() []key.Binding {
	l := c.library
	k, m := l.app.keys.column, l.app.keys.move
	var keys []key.Binding
	switch c.item().kind {
	case topicItem:
		keys = []key.Binding{k.Only, k.Add, k.LeaveOut, k.Rename, k.Merge, k.Hide, k.Order}
	case siteItem:
		keys = []key.Binding{k.Only, k.Add, k.Order}
	case hiddenItem:
		k.Only.SetHelp(k.Only.Help().Key, "show one again")
		keys = []key.Binding{k.Only, k.Order}
	case blankItem, headItem, viewItem, queryItem:
		k.Only.SetHelp(k.Only.Help().Key, "show")
		keys = []key.Binding{k.Only, k.Order}
	}
	if len(l.facets.Hidden) > 0 {
		keys = append(keys, k.Hidden)
	}
	return append(keys, k.Rows, l.app.keys.lib.Number, l.app.keys.lib.Search, l.app.keys.lib.Topics, l.app.keys.lib.Undo,
		m.Down, m.Up, m.Top, m.Bottom)
}
