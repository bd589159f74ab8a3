package engine_test

import (
	"errors"

	"lede/content/remote/proof"
)

// sync syncs a machine. before is called before each request with its number.
func (s *schedule) sync(at int, before func(n int)) error {
	outer, requests := s.server.before, s.server.requests
	s.server.before = func() {
		if before != nil {
			before(s.server.requests + 1)
		}
	}
	_, err := s.machines[at].sync()
	s.server.before, s.server.requests = outer, requests
	return err
}

// whole is a sync that comes to its end.
func (s *schedule) whole(at int) {
	s.note("sync %d", at)
	s.during(at, nil)
}

// during is a sync in which something happens before each request.
func (s *schedule) during(at int, before func(n int)) {
	s.model.Begin(at)
	if err := s.sync(at, before); err != nil {
		s.t.Fatalf("after %q: %v", s.log, err)
	}
	s.model.End(at, true, s.server.facts(), s.machines[at].facts())
}

// cut is a sync whose connection breaks off; then the program may end.
func (s *schedule) cut(at int) {
	s.server.cut, s.server.late, s.server.once = 1+s.IntN(9), s.IntN(2) == 0, s.IntN(2) == 0
	s.note("cut %d at %d, %v", at, s.server.cut, s.server.late)
	s.model.Begin(at)
	err := s.sync(at, nil)
	s.server.cut = 0
	if err != nil && !errors.Is(err, errCut) {
		s.t.Fatalf("after %q: %v", s.log, err)
	}
	s.model.End(at, err == nil, s.server.facts(), s.machines[at].facts())
	if m := s.machines[at]; s.IntN(2) == 0 {
		if err := m.store.Close(); err != nil {
			s.t.Fatal(err)
		}
		m.open()
	}
}

// meanwhile is a sync while which other things happen: there, here, and on the other machine, which syncs, too.
func (s *schedule) meanwhile(at int) {
	when, what := 1+s.IntN(7), s.IntN(6)
	s.note("meanwhile %d at %d", at, when)
	s.during(at, func(n int) {
		if n != when {
			return
		}
		switch what {
		case 0:
			s.phone()
			s.arrive()
		case 1:
			s.here(at)
		case 2:
			s.here(1 - at)
			s.whole(1 - at)
		case 3:
			s.phoneFollows()
		case 4:
			s.subscribe(at)
		case 5:
			s.remove(at)
		}
	})
}

// twice is a sync while which the same machine syncs in another process.
func (s *schedule) twice(at int) {
	when := 1 + s.IntN(7)
	s.note("twice %d at %d", at, when)
	s.during(at, func(n int) {
		if n != when {
			return
		}
		s.here(at)
		if err := s.sync(at, nil); err != nil {
			s.t.Fatalf("after %q: %v", s.log, err)
		}
	})
}

// waver is a sync while which somebody does here what was done at the server just before, or did so before it, and
// takes it back.
func (s *schedule) waver(at int) {
	here, there := s.machines[at].facts(), s.server.facts()
	fact, _, ok := s.choose(s.machines[at].facts())
	if was := here[fact]; ok && there[fact] == was {
		to := map[string]string{said(true): said(false), said(false): said(true)}[was]
		if to == "" {
			to = "another " + fact.Kind
		}
		s.server.do(fact, to)
		s.model.Phone(s.server.facts(), proof.Facts{fact: to})
		when := 1 + s.IntN(6)
		s.note("waver %d at %d: %v %s", at, when, fact, to)
		do := func(values ...string) {
			for _, value := range values {
				if s.machines[at].do(fact, value) {
					s.model.Done(at, fact, value)
				}
			}
		}
		if s.IntN(2) == 0 {
			do(to)
		}
		s.during(at, func(n int) {
			if n == when {
				do(to, was)
			}
		})
	}
}

// agree compares all three, word for word.
func (s *schedule) agree() {
	there := s.server.facts()
	for i, m := range s.machines {
		here := m.facts()
		if len(here) != len(there) {
			s.t.Errorf("machine %d has %d facts, the server %d, after %q", i, len(here), len(there), s.log)
		}
		for fact, value := range there {
			if here[fact] != value {
				s.t.Errorf("machine %d: %+v is %q, want %q, after %q", i, fact, here[fact], value, s.log)
			}
		}
		if waiting, err := m.Outbox(m.ctx, account); err != nil || len(waiting) > 0 {
			s.t.Errorf("on machine %d still waits %v (%v), after %q", i, waiting, err, s.log)
		}
		s.agreeOnFeeds(m)
		s.agreeOnTexts(m)
	}
	for _, k := range s.starred {
		if _, st, err := s.machines[k.machine].store.Get(s.t.Context(), k.article); err != nil || !st.Starred {
			s.t.Errorf("machine %d: a starred article is %+v (%v) without its feed, after %q", k.machine, st, err, s.log)
		}
	}
}

func (s *schedule) agreeOnFeeds(m *machine) {
	here := m.subscriptions()
	for address, followed := range s.followed {
		if _, is := here[address]; is != followed {
			s.t.Errorf("%s is followed: %v, want %v, after %q", address, is, followed, s.log)
		}
	}
}
