// Package proof says what may become of what people do on several machines that sync with one server. The model here
// is held against real programs and servers by the tests of this package and of engine: see .ci/sync.
//
// Start with Model. After each event the server and the machine that took part are looked at. What was done on a
// machine and has not reached the server is pending: a sync that comes to its end has sent it, one that breaks off may
// have. Nothing else may change.
package proof

import (
	"fmt"
	"maps"
	"slices"
)

// Fact names something that has a value on the server and on each machine: the read mark or the star of an article,
// the title or the folder of a feed.
type Fact struct {
	Feed string // its address
	Of   string // the article's address, or "" for the feed itself
	Kind string
}

// Facts are the values of facts. One that is not there has not come, or has gone.
type Facts map[Fact]string

// pending is what was done on a machine and may not have been sent.
type pending struct {
	values  []string // what it was made, the last of which counts
	arrived bool     // the server may have taken the last
	late    bool     // it was done while a sync was under way
}

func (p pending) last() string { return p.values[len(p.values)-1] }

// side is what is known of one machine.
type side struct {
	local   Facts
	wait    map[Fact]pending
	syncing bool
	begun   Facts                    // the server when the sync began
	seen    map[Fact]map[string]bool // the values that the server has had since
	others  map[Fact]bool            // what somebody else has done since
}

// Model is what must hold.
type Model struct {
	server   Facts
	machines []*side
	retired  map[string]bool // feeds that somebody has unsubscribed from: nothing is held of their articles
	wrong    []string
}

// New makes a model of machines that have nothing.
func New(machines int) *Model {
	m := &Model{server: Facts{}, retired: map[string]bool{}}
	for range machines {
		m.machines = append(m.machines, &side{local: Facts{}, wait: map[Fact]pending{}})
	}
	return m
}

// Phone is something done at the server by another client, or what has come there: server is how it is then.
func (m *Model) Phone(server, done Facts) {
	for fact, was := range m.server {
		may := m.sendable(fact, was)
		if to, ok := done[fact]; ok {
			may = []string{to}
		}
		m.expect(server, fact, "on the server", may...)
	}
	for fact := range done {
		m.meddle(fact, nil)
	}
	m.observe(server)
}

// sendable is what a fact may be on the server: what it was, or what a machine may be sending.
func (m *Model) sendable(fact Fact, was string) []string {
	may := []string{was}
	for _, one := range m.machines {
		if one.syncing {
			may = append(may, one.wait[fact].values...)
		}
	}
	return may
}

// meddle notes that somebody has done something while other machines sync.
func (m *Model) meddle(fact Fact, by *side) {
	for _, one := range m.machines {
		if one.syncing && one != by {
			one.others[fact] = true
		}
	}
}

// observe notes how the server is.
func (m *Model) observe(server Facts) {
	m.server = maps.Clone(server)
	for _, one := range m.machines {
		for fact, now := range server {
			if one.syncing {
				one.see(fact, now)
			}
		}
	}
}

func (one *side) see(fact Fact, value string) {
	if one.seen[fact] == nil {
		one.seen[fact] = map[string]bool{}
	}
	one.seen[fact][value] = true
}

// Done is something done on a machine.
func (m *Model) Done(at int, fact Fact, value string) {
	one := m.machines[at]
	one.local[fact] = value
	wait := one.wait[fact]
	one.wait[fact] = pending{values: append(slices.Clone(wait.values), value), late: one.syncing}
}

// Had is what an article was made on a machine before its feed met the server's: it counts once both have it.
func (m *Model) Had(at int, fact Fact, value string) {
	one := m.machines[at]
	one.wait[fact] = pending{values: []string{value}, late: one.syncing}
}

// Removed is the end of a subscription, here or there: no more is held of its articles.
func (m *Model) Removed(feed string) { m.retired[feed] = true }

// Begin is the beginning of a sync of a machine.
func (m *Model) Begin(at int) {
	one := m.machines[at]
	one.syncing, one.begun = true, m.server
	one.seen, one.others = map[Fact]map[string]bool{}, map[Fact]bool{}
	m.observe(m.server)
}

// End is the end of a sync of a machine; whole reports whether it came to its end.
func (m *Model) End(at int, whole bool, server, local Facts) {
	one := m.machines[at]
	for fact, was := range m.server {
		may := m.sendable(fact, was)
		if wait, waits := one.wait[fact]; waits && whole && one.counts(fact) && !wait.late {
			may = []string{wait.last()}
		}
		m.expect(server, fact, "on the server", may...)
	}
	m.observe(server)
	for fact := range server {
		m.came(at, fact, whole, local)
	}
	for fact := range one.wait {
		m.meddle(fact, one)
		one.settle(fact, whole, server[fact])
	}
	one.local, one.syncing = maps.Clone(local), false
}

// counts reports whether what was done here is the last word: nobody else has done anything since, nor may have done
// so after the server took it.
func (one *side) counts(fact Fact) bool {
	wait, waits := one.wait[fact]
	return waits && !wait.arrived && !one.others[fact]
}

// came compares a fact on a machine after a sync.
func (m *Model) came(at int, fact Fact, whole bool, local Facts) {
	one := m.machines[at]
	was, known := one.local[fact]
	_, before := one.begun[fact]
	if _, there := local[fact]; !there && !known && (!whole || !before) {
		return // it comes with the next sync
	}
	if !before && one.others[fact] {
		return // it was never seen as it was before somebody changed it
	}
	may := slices.Collect(maps.Keys(one.seen[fact]))
	wait, waits := one.wait[fact]
	switch {
	case one.counts(fact):
		may = []string{wait.last()}
	case waits:
		may = append(may, wait.last())
	case known && !whole:
		may = append(may, was)
	}
	m.expect(local, fact, fmt.Sprintf("on machine %d", at), may...)
}

// settle notes what a sync has made of something that was pending.
func (one *side) settle(fact Fact, whole bool, server string) {
	wait := one.wait[fact]
	if whole && !wait.late {
		delete(one.wait, fact)
		return
	}
	wait.arrived = wait.arrived || wait.last() == server || one.others[fact]
	wait.late = false
	one.wait[fact] = wait
}

// expect notes a fact that is none of what it may be.
func (m *Model) expect(now Facts, fact Fact, where string, may ...string) {
	is, there := now[fact]
	switch {
	case m.retired[fact.Feed]:
	case !there:
		m.wrong = append(m.wrong, fmt.Sprintf("%+v is missing %s", fact, where))
	case !slices.Contains(may, is):
		m.wrong = append(m.wrong, fmt.Sprintf("%+v is %q %s, want one of %q", fact, is, where, may))
	}
}

// Wrong returns what has not held, and forgets it.
func (m *Model) Wrong() []string {
	wrong := m.wrong
	m.wrong = nil
	return wrong
}
