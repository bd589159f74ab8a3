package engine_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"lede/content/remote/proof"
	"lede/content/store/ledger"
	"lede/model"
)

// schedule is a random course of events at a server, a phone (that does things at the server) and two machines.
type schedule struct {
	*rand.Rand
	t        testing.TB
	server   *server
	machines []*machine
	model    *proof.Model
	followed map[string]bool // feeds that somebody has subscribed to and nobody has unsubscribed from
	starred  []kept
	log      []string
}

// kept is an article that was starred on a machine when its feed was removed.
type kept struct {
	machine int
	article model.ID
}

// TestNothingIsLostOrUndone runs random schedules. LEDE_SCHEDULES sets how many, LEDE_SEED the first seed.
func TestNothingIsLostOrUndone(t *testing.T) {
	n, first := 8, uint64(1)
	if set, err := strconv.Atoi(os.Getenv("LEDE_SCHEDULES")); err == nil {
		n = set
	}
	if set, err := strconv.ParseUint(os.Getenv("LEDE_SEED"), 10, 64); err == nil {
		first = set
	}
	for seed := first; seed < first+uint64(n); seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { run(t, seed) })
	}
}

func run(t *testing.T, seed uint64) {
	server := newServer()
	server.bare = seed%2 == 0
	s := &schedule{
		Rand: rand.New(rand.NewPCG(seed, 13)), t: t, server: server, model: proof.New(2), followed: map[string]bool{},
		machines: []*machine{newMachine(t, server), newMachine(t, server)},
	}
	s.phoneFollows()
	s.phoneFollows()
	s.whole(0)
	for range 30 {
		s.event()
		if wrong := s.model.Wrong(); len(wrong) > 0 {
			t.Fatalf("after %q:\n%q", s.log, wrong)
		}
	}
	for range 2 {
		s.whole(0)
		s.whole(1)
	}
	if wrong := s.model.Wrong(); len(wrong) > 0 {
		t.Fatalf("at the end of %q:\n%q", s.log, wrong)
	}
	s.agree()
}

func (s *schedule) event() {
	at := s.IntN(2)
	switch s.IntN(17) {
	case 0, 1:
		s.arrive()
	case 2, 3, 4:
		s.phone()
	case 5, 6, 7:
		s.here(at)
	case 8:
		s.subscribe(at)
	case 9:
		s.remove(at)
	case 10, 11:
		s.whole(at)
	case 12:
		s.cut(at)
	case 13:
		s.meanwhile(at)
	case 14:
		s.twice(at)
	case 15:
		s.waver(at)
	case 16:
		s.brings(at)
	}
}

func (s *schedule) note(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

func (s *schedule) arrive() {
	if len(s.server.feeds) > 0 {
		id := s.server.arrive(s.server.feeds[s.IntN(len(s.server.feeds))].ID)
		s.server.entry(id).Read = s.IntN(3) == 0 // on the phone, at once
		s.note("arrive %s", id)
		s.model.Phone(s.server.facts(), nil)
	}
}

func (s *schedule) phoneFollows() {
	f := s.server.follow(fmt.Sprintf("https://f%d.example/feed", len(s.followed)))
	s.note("phone follows %s", f.Address)
	s.followed[f.Address] = true
	s.model.Phone(s.server.facts(), nil)
	for range 1 + s.IntN(3) {
		s.arrive()
	}
}

// choose chooses one of facts, and what is to become of it. Feeds that somebody has removed are left alone.
func (s *schedule) choose(of proof.Facts) (fact proof.Fact, to string, ok bool) {
	maps.DeleteFunc(of, func(f proof.Fact, _ string) bool { return !s.followed[f.Feed] })
	if len(of) == 0 {
		return fact, to, false
	}
	all := slices.SortedFunc(maps.Keys(of), func(a, b proof.Fact) int {
		return slices.Compare([]string{a.Feed, a.Of, a.Kind}, []string{b.Feed, b.Of, b.Kind})
	})
	fact = all[s.IntN(len(all))]
	switch fact.Kind {
	case kindTitle, kindFolder:
		return fact, fmt.Sprintf("%s %d", fact.Kind, s.IntN(5)), true
	}
	return fact, said(s.IntN(3) > 0), true
}

// phone does something at the server, as another client.
func (s *schedule) phone() {
	switch s.IntN(12) {
	case 0:
		s.phoneFollows()
		return
	case 1, 2:
		s.edited()
		return
	}
	if fact, to, ok := s.choose(s.server.facts()); ok {
		s.note("phone %v %s", fact, to)
		s.server.do(fact, to)
		s.model.Phone(s.server.facts(), proof.Facts{fact: to})
	}
}

func (s *schedule) here(at int) {
	for range 1 + s.IntN(4) {
		if fact, to, ok := s.choose(s.machines[at].facts()); ok && s.machines[at].do(fact, to) {
			s.note("machine %d %v %s", at, fact, to)
			s.model.Done(at, fact, to)
		}
	}
}

// subscribe has a machine follow a feed of its own at the server, too.
func (s *schedule) subscribe(at int) {
	address := fmt.Sprintf("https://f%d.example/feed", len(s.followed))
	s.note("machine %d follows %s", at, address)
	s.followed[address] = true
	m := s.machines[at]
	feed := model.Subscription{URL: address, Title: "Feed of " + address, Folder: "own"}
	done, err := m.store.Feeds.Subscribe(m.ctx, feed)
	if err == nil {
		err = m.SubscribeThere(m.ctx, account, done[0].ID)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// remove unsubscribes from a feed, here or there, unless it is the last but one: a server that has lost all its feeds
// is not believed.
func (s *schedule) remove(at int) {
	m := s.machines[at]
	here := m.subscriptions()
	if len(here) == 0 {
		return
	}
	address := slices.Sorted(maps.Keys(here))[s.IntN(len(here))]
	if !s.followed[address] || s.unmet(address) || s.lasting() < 3 || s.asked(address) {
		return
	}
	s.remember(address)
	s.followed[address] = false
	s.model.Removed(address)
	if s.IntN(2) == 0 && s.server.unfollow(address) {
		s.note("phone unfollows %s", address)
		return
	}
	s.note("machine %d unfollows %s", at, address)
	if _, err := m.store.Feeds.Unsubscribe(m.ctx, "removed", true, here[address].ID); err != nil {
		s.t.Fatal(err)
	}
}

// lasting is how many feeds of the server nobody has unsubscribed from.
func (s *schedule) lasting() (n int) {
	for _, f := range s.server.feeds {
		if s.followed[f.Address] {
			n++
		}
	}
	return n
}

// asked reports whether a machine has yet to be answered that it follows a feed: it would follow it again.
func (s *schedule) asked(address string) bool {
	return slices.ContainsFunc(s.machines, func(m *machine) bool {
		items, err := m.Outbox(m.ctx, account)
		if err != nil {
			s.t.Fatal(err)
		}
		return slices.ContainsFunc(items, func(it ledger.Item) bool {
			return it.Kind == ledger.KindSubscribe && it.Value == address
		})
	})
}

// remember notes what is starred in a feed that is about to be removed.
func (s *schedule) remember(address string) {
	there := s.server.facts()
	for i, m := range s.machines {
		feed, other := m.subscriptions()[address], s.machines[1-i].facts()
		for fact, value := range m.facts() {
			agreed := value == there[fact] && other[fact] != said(false)
			if fact.Feed == address && fact.Kind == ledger.KindStarred && value == said(true) && agreed {
				s.starred = append(s.starred, kept{i, model.NewID(string(feed.ID), fact.Of)})
			}
		}
	}
}
