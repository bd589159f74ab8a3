// Package proof says what may become of what people do on several machines that sync with one server. The model here
// is held against real programs and a real server by the tests of this package: see .ci/sync.
//
// After each event the server and the machine that took part are looked at. What a machine did and has not sent is
// pending; a sync that came to its end has sent it, one that broke off may have. Nothing else may change.
package proof

import (
	"fmt"
	"maps"
	"slices"
)

// Mark is a state of an article: by its address, and whether it is the star or the read mark.
type Mark struct {
	URL  string
	Star bool
}

// Marks are states of articles.
type Marks map[Mark]bool

// pending is what was done on a machine and may not have been sent.
type pending struct {
	on   bool
	sent bool // it may have been: a sync broke off
}

// Model is what must hold.
type Model struct {
	server Marks
	local  []Marks // by machine
	wait   []map[Mark]pending
	wrong  []string
}

// New makes a model of machines that have nothing.
func New(machines int) *Model {
	m := &Model{server: Marks{}}
	for range machines {
		m.local, m.wait = append(m.local, Marks{}), append(m.wait, map[Mark]pending{})
	}
	return m
}

// Phone is something done at the server by another client, or articles that have arrived there: server is how it is
// then.
func (m *Model) Phone(server Marks, done map[Mark]bool) {
	for mark, was := range m.server {
		want, ok := done[mark]
		if !ok {
			want = was
		}
		m.expect(server, mark, "on the server", want)
	}
	m.server = maps.Clone(server)
}

// Done is something done on a machine.
func (m *Model) Done(machine int, mark Mark, on bool) {
	m.local[machine][mark] = on
	m.wait[machine][mark] = pending{on: on}
}

// Synced is a sync of a machine; whole reports whether it came to its end. done is what another client did meanwhile.
func (m *Model) Synced(machine int, whole bool, server, local Marks, done map[Mark]bool) {
	for mark, was := range m.server {
		may := []bool{was}
		wait, waits := m.wait[machine][mark]
		switch {
		case waits && (!whole || wait.sent):
			may = append(may, wait.on)
		case waits:
			may = []bool{wait.on}
		}
		if on, ok := done[mark]; ok {
			if may = append(may, on); !waits {
				may = []bool{on}
			}
		}
		m.expect(server, mark, "on the server", may...)
	}
	for mark, now := range server {
		was, known := m.local[machine][mark]
		_, meanwhile := done[mark]
		may := []bool{now}
		if wait, waits := m.wait[machine][mark]; waits && (!whole || meanwhile) {
			may = append(may, wait.on)
		}
		if known && !whole {
			may = append(may, was)
		}
		earlier, before := m.server[mark]
		if before && (!whole || meanwhile) {
			may = append(may, earlier) // it was listed before that was done
		}
		if _, came := local[mark]; whole && before || came || known {
			m.expect(local, mark, fmt.Sprintf("on machine %d", machine), may...)
		}
	}
	m.server, m.local[machine] = maps.Clone(server), maps.Clone(local)
	for mark, wait := range m.wait[machine] {
		if _, meanwhile := done[mark]; whole && !meanwhile {
			delete(m.wait[machine], mark)
			continue
		}
		wait.sent = true
		m.wait[machine][mark] = wait
	}
}

// expect notes a mark that is none of what it may be.
func (m *Model) expect(now Marks, mark Mark, where string, may ...bool) {
	on, there := now[mark]
	switch {
	case !there:
		m.wrong = append(m.wrong, fmt.Sprintf("%s is missing %s", mark.URL, where))
	case !slices.Contains(may, on):
		m.wrong = append(m.wrong, fmt.Sprintf("%+v is %v %s, want one of %v", mark, on, where, may))
	}
}

// Wrong returns what has not held, and forgets it.
func (m *Model) Wrong() []string {
	wrong := m.wrong
	m.wrong = nil
	return wrong
}
