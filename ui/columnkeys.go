package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

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
		return l.pickTopics()
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
	if !c.stand(step) {
		c.rows.to(before)
	}
}

// stand moves the cursor on, in the direction of step, until it is where it may stand, and tells whether it is.
func (c *column) stand(step int) bool {
	for c.rows.at > 0 && c.rows.at < len(c.items)-1 && !c.item().can() {
		c.rows.move(step)
	}
	return c.item().can()
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
