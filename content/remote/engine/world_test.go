package engine_test

import (
	"cmp"
	"slices"

	"lede/content/remote"
	"lede/content/remote/proof"
	"lede/content/store/ledger"
	"lede/model"
)

const (
	kindTitle  = "title"
	kindFolder = "folder"
)

func said(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}

// facts are how the server is.
func (s *server) facts() proof.Facts {
	all, address := proof.Facts{}, map[string]string{}
	for _, f := range s.feeds {
		address[string(f.ID)] = f.Address
		all[proof.Fact{Feed: f.Address, Kind: kindTitle}] = f.Title
		all[proof.Fact{Feed: f.Address, Kind: kindFolder}] = f.Folder
	}
	for _, e := range s.entries {
		feed := address[string(e.Feed)]
		all[proof.Fact{Feed: feed, Of: e.Item.ID, Kind: ledger.KindRead}] = said(e.Read)
		all[proof.Fact{Feed: feed, Of: e.Item.ID, Kind: ledger.KindStarred}] = said(e.Starred)
	}
	return all
}

// subscriptions are the feeds of a machine by their addresses, also those that the server does not have yet.
func (m *machine) subscriptions() map[string]model.Subscription {
	m.t.Helper()
	all, err := m.store.Feeds.All(m.ctx)
	if err != nil {
		m.t.Fatal(err)
	}
	feeds := map[string]model.Subscription{}
	for _, f := range all {
		feeds[f.URL] = f
	}
	return feeds
}

// facts are how a machine is.
func (m *machine) facts() proof.Facts {
	m.t.Helper()
	all, feeds := proof.Facts{}, m.subscriptions()
	for address, f := range feeds {
		if f.Account == "" {
			continue
		}
		all[proof.Fact{Feed: address, Kind: kindTitle}] = cmp.Or(f.Name, f.Title)
		all[proof.Fact{Feed: address, Kind: kindFolder}] = f.Folder
	}
	for _, e := range m.entries {
		i := slices.IndexFunc(m.feeds, func(f remote.Feed) bool { return f.ID == e.Feed })
		feed, ok := feeds[m.feeds[i].Address]
		if !ok || feed.Account == "" {
			continue
		}
		article := articleOf(feed.ID, e)
		st, err := m.store.Status(m.ctx, article)
		if err != nil {
			m.t.Fatal(err)
		}
		if !st.Arrived.IsZero() && m.hasMet(article) {
			all[proof.Fact{Feed: feed.URL, Of: e.Item.ID, Kind: ledger.KindRead}] = said(st.Read)
			all[proof.Fact{Feed: feed.URL, Of: e.Item.ID, Kind: ledger.KindStarred}] = said(st.Starred)
		}
	}
	return all
}

// hasMet reports whether an article of a machine has met the server's. Until then what is done with it is done by the
// machine alone, and joined with what the server says once it does.
func (m *machine) hasMet(article model.ID) bool {
	m.t.Helper()
	met, err := m.store.Ledger().Remotes(m.ctx, account, []model.ID{article})
	if err != nil {
		m.t.Fatal(err)
	}
	return met[article] != ""
}

// do does something on a machine, and reports whether that changed anything.
func (m *machine) do(fact proof.Fact, to string) bool {
	m.t.Helper()
	was, there := m.facts()[fact]
	if !there || was == to {
		return false
	}
	feed := m.subscriptions()[fact.Feed]
	var err error
	switch fact.Kind {
	case kindTitle:
		feed.Name = to
		err = m.store.Feeds.Edit(m.ctx, feed)
	case kindFolder:
		feed.Folder = to
		err = m.store.Feeds.Edit(m.ctx, feed)
	default:
		on := to == said(true)
		change := model.StatusChange{Read: &on}
		if fact.Kind == ledger.KindStarred {
			change = model.StatusChange{Starred: &on}
		}
		_, err = m.store.Mark(m.ctx, "marked", []model.ID{model.NewID(string(feed.ID), fact.Of)}, change)
	}
	if err != nil {
		m.t.Fatal(err)
	}
	return true
}

// do does something at the server, as another client.
func (s *server) do(fact proof.Fact, to string) {
	for i := range s.feeds {
		switch f := &s.feeds[i]; {
		case f.Address != fact.Feed:
		case fact.Kind == kindTitle:
			f.Title = to
		case fact.Kind == kindFolder:
			f.Folder = to
		}
	}
	for i := range s.entries {
		switch e := &s.entries[i]; {
		case e.Item.ID != fact.Of:
		case fact.Kind == ledger.KindRead:
			e.Read = to == said(true)
		default:
			e.Starred = to == said(true)
		}
	}
}
