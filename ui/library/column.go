package library

import (
	"cmp"
	"slices"
	"strings"

	"lede/model"
	"lede/ui/feed"
	"lede/ui/widget"
)

// column is the left column of the library: views, the user's own queries, feeds, sites and topics. Its keys are in
// columnkeys.go.
type column struct {
	library *library
	items   []columnItem
	rows    widget.Rows // of the items
	focus   bool        // it has the keys
	order   topicOrder
}

// columnItem is a line of the column.
type columnItem struct {
	kind    columnKind
	name    string
	count   int // -1 when it is not known, or there is none to tell
	view    scope
	query   model.NamedQuery
	topic   topicTerm
	feed    feed.Line
	account *model.AccountState // one on a server; nil for anything else
	number  int                 // of a topic that a digit chooses, from 1; 0 for none
	rising  float64
}

type columnKind int

const (
	blankItem columnKind = iota
	headItem
	viewItem
	queryItem
	topicItem
	moreItem   // leads to all topics
	hiddenItem // leads to the topics that are hidden
	siteItem
	feedItem    // a feed, or a folder of them
	accountItem // an account on a server
)

// can reports whether the cursor may stand on the item.
func (i columnItem) can() bool { return i.kind > headItem }

// is reports whether two items are the same thing.
func (i columnItem) is(o columnItem) bool {
	return i.kind == o.kind && i.view == o.view && i.query == o.query && i.topic.key == o.topic.key &&
		i.feed.Term == o.feed.Term && (i.kind != siteItem && i.kind != accountItem || i.name == o.name)
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

// The most sites, and the most topics beside those that are asked for, that the column shows.
const (
	columnSites  = 8
	columnTopics = 10
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
	if c.rows.At < len(c.items) {
		on = c.items[c.rows.At]
	}
	c.items = c.items[:0:0]
	for _, v := range views(l.files.session != nil) {
		n := -1
		if l.asks.want.viewed || l.counts[v] > 0 {
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
	c.addFeeds()
	c.addAccounts()
	sites := l.facets.Sites[:min(len(l.facets.Sites), columnSites)]
	if len(sites) > 0 {
		c.head("Sites", "")
		for _, s := range sites {
			c.items = append(c.items, columnItem{kind: siteItem, name: s.Name, count: s.Count})
		}
	}
	c.addTopics(columnTopics)
	c.rows.Fit(len(c.items), l.layout().column.H)
	if !on.can() { // it is new: what is shown is in it
		on = columnItem{kind: viewItem, view: l.ask.view}
	}
	if i := slices.IndexFunc(c.items, on.is); i >= 0 {
		c.rows.Put(i)
	}
	c.stand(-1)
}

// addFeeds adds the feeds that the user follows, and their folders. Files have none.
func (c *column) addFeeds() {
	l := c.library
	lines := l.shelf.Lines(l.ask.feed)
	if len(lines) == 0 || l.files.session != nil {
		return
	}
	c.head("Feeds", "unread")
	for _, f := range lines {
		name := strings.Repeat("  ", f.Depth) + f.Label
		c.items = append(c.items, columnItem{kind: feedItem, name: name, feed: f, count: f.Unread})
	}
}

// addAccounts adds the accounts on servers, with how many changes wait to be sent.
func (c *column) addAccounts() {
	l := c.library
	if len(l.shelf.Accounts) == 0 || l.files.session != nil {
		return
	}
	c.head("Accounts", "to send")
	for i := range l.shelf.Accounts {
		a := &l.shelf.Accounts[i]
		c.items = append(c.items, columnItem{kind: accountItem, name: feed.AccountName(a), account: a, count: a.Waiting})
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
		if _, in := counts[t.Key]; in {
			continue
		}
		if room <= 0 {
			c.items = append(c.items, columnItem{kind: moreItem, name: "more…", count: -1})
			break
		}
		c.topic(topicTerm{t.Key, t.Name}, t.Count, t.Rising)
		room--
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
	c.items = append(c.items,
		columnItem{kind: topicItem, name: t.name, topic: t, count: count, number: n, rising: rising})
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
		c.rows.To(0)
	}
}

// leave gives the keys back to the rows.
func (c *column) leave() {
	c.focus = false
	c.library.fit()
}

// item is the one that the cursor is on.
func (c *column) item() columnItem {
	if c.rows.At >= len(c.items) {
		return columnItem{}
	}
	return c.items[c.rows.At]
}
