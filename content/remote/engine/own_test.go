package engine_test

import (
	"fmt"
	"slices"

	"lede/content/remote/proof"
	"lede/content/store"
	"lede/content/store/draft"
	"lede/content/store/follow"
	"lede/content/store/ledger"
	"lede/model"
)

// brings has a machine follow a feed by itself whose articles have come, been read and starred there before the server
// follows it, too: since the machine asks it to, or since the phone does.
func (s *schedule) brings(at int) {
	m, address := s.machines[at], fmt.Sprintf("https://f%d.example/feed", len(s.followed))
	done, err := m.store.Feeds.Subscribe(m.ctx, model.Subscription{URL: address, Title: "Feed of " + address})
	if err != nil {
		s.t.Fatal(err)
	}
	feed := done[0].ID
	s.followed[address] = true
	for i := range 1 + s.IntN(3) {
		text := fmt.Sprintf("Own %d of %s", i, address)
		it := model.Item{ID: "own-" + text, Title: text, HTML: "The text of " + text}
		s.server.own[address] = append(s.server.own[address], it)
		m.bring(feed, it)
		for _, kind := range []string{ledger.KindRead, ledger.KindStarred} {
			if s.IntN(2) == 0 {
				s.before(at, feed, proof.Fact{Feed: address, Of: it.ID, Kind: kind})
			}
		}
	}
	if s.IntN(2) == 0 {
		s.note("phone follows what machine %d brings, %s", at, address)
		s.server.follow(address)
		s.model.Phone(s.server.facts(), nil)
		return
	}
	s.note("machine %d brings %s", at, address)
	if err := m.SubscribeThere(m.ctx, account, feed); err != nil {
		s.t.Fatal(err)
	}
}

// before marks an article on a machine whose feed the server does not have.
func (s *schedule) before(at int, feed model.ID, fact proof.Fact) {
	m, to := s.machines[at], model.StatusChange{Read: yes()}
	if fact.Kind == ledger.KindStarred {
		to = model.StatusChange{Starred: yes()}
	}
	s.note("machine %d has %v", at, fact)
	if _, err := m.store.Mark(m.ctx, "marked", []model.ID{model.NewID(string(feed), fact.Of)}, to); err != nil {
		s.t.Fatal(err)
	}
	s.model.Had(at, fact, said(true))
}

// unmet reports whether a machine has a feed by itself that it has not met at the server yet: it keeps that, whoever
// unsubscribes from it there.
func (s *schedule) unmet(address string) bool {
	return slices.ContainsFunc(s.machines, func(m *machine) bool {
		feed, has := m.subscriptions()[address]
		return has && feed.Account == ""
	})
}

// bring has an article come by a feed that no server has a part in.
func (m *machine) bring(feed model.ID, it model.Item) {
	m.t.Helper()
	a := model.Article{Entry: model.Entry{ID: model.NewID(string(feed), it.ID), Title: it.Title}}
	a.Sections = []model.Section{{Blocks: []model.Block{model.Prose{Source: it.HTML}}}}
	ready, err := draft.Prepare(model.Record{Article: a})
	if err != nil {
		m.t.Fatal(err)
	}
	_, err = m.store.KeepDelivery(m.ctx, &store.Delivery{Account: account, Answers: []follow.Answer{{
		Feed: model.Subscription{ID: feed}, Entries: []follow.Entry{{GUID: it.ID, Said: saidOf(it.ID), Ready: ready}},
	}}})
	if err != nil {
		m.t.Fatal(err)
	}
}
