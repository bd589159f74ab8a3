package library

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/model/query"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/feed"
	"lede/ui/reader"
	"lede/ui/widget"
)

// columnTable is what can be done in the column while it has the keys.
func columnTable() action.Table[*column] {
	const in, top = columnGroup, libraryGroup
	leave := func(c *column) tea.Cmd { c.leave(); return nil }
	return action.Table[*column]{
		{
			Name: "only", Words: "only this", Brief: "only", Keys: []string{"enter"}, Where: in,
			Now: (*column).onlyWords, Do: func(c *column) tea.Cmd { return c.choose(true) },
		},
		{
			Name: "add", Words: "add", Keys: []string{"space"}, Where: in,
			Refuse: (*column).noPart, Do: func(c *column) tea.Cmd { return c.mark(ask.Toggle) },
		},
		{
			Name: "leave-out", Words: "leave out", Brief: "out", Keys: []string{"-"}, Where: in,
			Refuse: (*column).noTopic, Do: func(c *column) tea.Cmd { return c.mark(ask.ToggleOut) },
		},
		{
			Name: "rename", Words: "rename", Keys: []string{"r"}, Where: in,
			Refuse: (*column).noTopic, Do: (*column).rename,
		},
		{
			Name: "merge", Words: "merge", Keys: []string{"M"}, Where: in,
			Refuse: (*column).noTopic, Do: (*column).mergeInto,
		},
		{
			Name: "read-feed", Words: "mark all of the feed as read", Brief: "all read", Keys: []string{"m"}, Where: in,
			Refuse: (*column).noUnread, Do: (*column).readFeed,
		},
		{
			Name: "hide", Words: "hide", Keys: []string{"x"}, Where: in,
			Refuse: (*column).noTopic, Do: (*column).hide,
		},
		{
			Name: "order", Words: "order of topics", Brief: "order", Keys: []string{"S"}, Where: in,
			Do: (*column).nextOrder,
		},
		{
			Name: "health", Words: "health of the feed or account", Brief: "health", Keys: []string{"i"}, Where: in,
			Refuse: (*column).noFeed, Do: (*column).showHealth,
		},
		{
			Name: "hidden", Words: "hidden topics", Keys: []string{"X"}, Where: in,
			Refuse: (*column).noneHidden, Do: (*column).showHidden,
		},
		{Name: "rows", Words: "articles", Keys: []string{"tab", "l", "right"}, Where: in, Do: leave},
		{Name: "leave", Keys: []string{"q", "esc"}, Do: leave},
		{
			Name: "topic", Words: "only the topic of that number", Brief: "topic", Keys: reader.Digits(), Where: top,
			Nth: (*column).number,
		},
		{
			Name: "search", Words: "search", Keys: []string{"/"}, Where: top,
			Do: func(c *column) tea.Cmd { c.leave(); return c.library.typing.start() },
		},
		{
			Name: "topics", Words: "topics", Keys: []string{"T"}, Where: top,
			Do: func(c *column) tea.Cmd { c.leave(); return c.library.pickTopics() },
		},
		{
			Name: "refresh", Words: "refresh the feeds", Brief: "refresh", Keys: []string{"R"}, Where: top,
			Refuse: func(c *column) string { return noFeeds(c.library) },
			Do:     func(c *column) tea.Cmd { return refresh(c.library) },
		},
		{
			Name: "undo", Words: "undo", Keys: []string{"U"}, Where: top,
			Do: func(c *column) tea.Cmd { return ui.Undo(c.library.app.Store) },
		},
	}
}

// onlyWords is what enter does with the item under the cursor.
func (c *column) onlyWords() string {
	switch c.item().kind {
	case topicItem, siteItem, feedItem:
		return ""
	case hiddenItem:
		return "show one again"
	case moreItem:
		return "all topics"
	case accountItem:
		return "sync with it"
	case blankItem, headItem, viewItem, queryItem:
	}
	return "show"
}

func (c *column) noTopic() string {
	if c.item().kind != topicItem {
		return "This goes for topics only."
	}
	return ""
}

func (c *column) noPart() string {
	if k := c.item().kind; k != topicItem && k != siteItem {
		return "This goes for topics and sites only."
	}
	return ""
}

func (c *column) noFeed() string {
	if i := c.item(); i.feed.Of == nil && i.account == nil {
		return "This goes for feeds and accounts only."
	}
	return ""
}

func (c *column) noUnread() string {
	switch i := c.item(); {
	case i.kind != feedItem:
		return "This goes for feeds and folders only."
	case i.feed.Expr() == nil:
		return "Its name has no word to look for. Give it another one: lede feed rename"
	case i.feed.Unread == 0:
		return "Nothing in " + i.feed.Name() + " is unread."
	}
	return ""
}

// readFeed marks all that has come by the feed or folder under the cursor as read.
func (c *column) readFeed() tea.Cmd {
	l, f := c.library, c.item().feed
	m, store := ui.Reading(true), l.store
	title, q := m.Title(f.Name()), query.Query{Expr: query.And{f.Expr(), query.Is{State: query.Unread}}}
	done := m.Did + " " + f.Name() + m.As + ". " + l.undoHint()
	return l.app.Change(title, done, func(ctx context.Context) error {
		_, err := store.MarkQuery(ctx, title, q, m.To)
		return err
	})
}

// showHealth shows how asking for the feed under the cursor goes, or syncing with the account.
func (c *column) showHealth() tea.Cmd {
	l, f, a := c.library, c.item().feed, c.item().account
	if a != nil {
		return l.app.Push(widget.NewFacts(&l.app.Env, feed.AccountName(a), feed.AccountHealth(a, l.app.Now())))
	}
	return l.app.Push(widget.NewFacts(&l.app.Env, f.Label, feed.Health(f.Of, l.app.Now())))
}

func (c *column) noneHidden() string {
	if len(c.library.facets.Hidden) == 0 {
		return "No topic is hidden."
	}
	return ""
}

func (c *column) nextOrder() tea.Cmd {
	c.order = (c.order + 1) % topicOrders
	c.build()
	return nil
}

// move moves the cursor; over what it may not stand on it goes on.
func (c *column) move(m action.Motion) tea.Cmd {
	before := c.rows.At
	c.rows.By(m)
	step := 1
	if c.rows.At < before || m == action.Bottom {
		step = -1
	}
	if !c.stand(step) {
		c.rows.To(before)
	}
	return nil
}

// stand moves the cursor on, in the direction of step, until it is where it may stand, and reports whether it is.
func (c *column) stand(step int) bool {
	for c.rows.At > 0 && c.rows.At < len(c.items)-1 && !c.item().can() {
		c.rows.Move(step)
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
		if a = a.Toggle(i.topic); only {
			a = l.ask.Only(i.topic)
		}
	case siteItem:
		if only {
			a.sites = nil
		}
		a = a.site(i.name)
	case feedItem:
		if i.feed.Expr() == nil {
			return l.app.Notify("Its name has no word to look for. Give it another one: lede feed rename")
		}
		a = a.by(i.feed.Term)
	case accountItem:
		return l.refresh.Sync(l.ctx, l.app, i.account)
	case hiddenItem:
		return c.showHidden()
	case moreItem:
		c.leave()
		return l.pickTopics()
	case blankItem, headItem:
		return nil
	}
	l.turn(a)
	c.leave()
	c.build()
	return nil
}

// mark changes how the topic, or the site, under the cursor is asked for.
func (c *column) mark(how func(ask, topicTerm) ask) tea.Cmd {
	l, i := c.library, c.item()
	switch i.kind {
	case topicItem:
		l.turn(how(l.ask, i.topic))
	case siteItem:
		l.turn(l.ask.site(i.name))
	case blankItem, headItem, viewItem, queryItem, moreItem, hiddenItem, feedItem, accountItem:
	}
	c.build()
	return nil
}

// number asks for the topic with a number alone, counted from 0. Once more, it is taken off.
func (c *column) number(n int) tea.Cmd {
	l := c.library
	for _, i := range c.items {
		if i.kind != topicItem || i.number != n+1 {
			continue
		}
		a := l.ask.Only(i.topic)
		if a.same(l.ask) {
			a = a.drop(i.topic)
		}
		l.turn(a)
		c.build()
		return nil
	}
	return l.app.Notify("There is no topic of that number.")
}
