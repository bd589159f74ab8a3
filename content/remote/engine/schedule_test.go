package engine_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"lede/content/remote"
	"lede/content/store/ledger"
	"lede/model"
)

// deed is a mark of one entry, and truth what may become of it: the values that no later deed of someone who knew of
// it has replaced. A deed of a machine is known elsewhere once a sync has come to its end.
type deed struct {
	entry remote.EntryID
	kind  string
}

type truth struct {
	may                  map[bool]bool
	byPhone, byMachine   bool // done since the last sync that came to its end
	phoneMay, machineMay bool
}

// schedule is a random course of events at a server, a phone and a machine.
type schedule struct {
	*rand.Rand
	*machine
	truths map[deed]*truth
}

// TestNothingIsLostOrUndone runs random schedules of marks here and there, entries and feeds that come, connections
// that break off and programs that end, and compares what has become of it with what was done. LEDE_SCHEDULES sets how
// many, LEDE_SEED the first seed.
func TestNothingIsLostOrUndone(t *testing.T) {
	n, first := 25, uint64(1)
	if set, err := strconv.Atoi(os.Getenv("LEDE_SCHEDULES")); err == nil {
		n = set
	}
	if set, err := strconv.ParseUint(os.Getenv("LEDE_SEED"), 10, 64); err == nil {
		first = set
	}
	for seed := first; seed < first+uint64(n); seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			s := &schedule{rand.New(rand.NewPCG(seed, 13)), newMachine(t, newServer("tides", "market")), map[deed]*truth{}}
			s.bare = seed%2 == 0
			for range 3 {
				s.arrive(s.feeds[s.IntN(2)].ID)
			}
			s.synced(s.mustSync)
			for range 40 {
				s.event()
			}
			s.synced(s.mustSync)
			s.synced(s.mustSync)
			s.check()
		})
	}
}

func (s *schedule) event() {
	switch s.IntN(12) {
	case 0, 1:
		s.arrive(s.feeds[s.IntN(len(s.feeds))].ID)
	case 2, 3, 4:
		s.phone()
	case 5, 6, 7:
		s.here()
	case 8:
		s.follow(fmt.Sprintf("https://f%d.example/feed", s.next))
	case 9:
		s.synced(s.mustSync)
	case 10: // the connection breaks off
		s.cut, s.late = 1+s.IntN(9), s.IntN(2) == 0
		if _, err := s.sync(); err == nil {
			s.settle()
		}
		s.cut = 0
	case 11: // another client does something while a sync is under way
		at := 1 + s.IntN(6)
		s.cut, s.late = 0, false
		s.before = func() {
			if s.requests == at {
				s.phone()
				s.arrive(s.feeds[0].ID)
			}
		}
		_, err := s.sync()
		if s.before = nil; err != nil {
			s.t.Fatal(err)
		}
		if s.IntN(2) == 0 { // and the program ends
			if err := s.store.Close(); err != nil {
				s.t.Fatal(err)
			}
			s.open()
		}
	}
}

// synced notes that both sides agree.
func (s *schedule) synced(sync func() model.Exchange) {
	sync()
	s.settle()
}

func (s *schedule) settle() {
	for d, tr := range s.truths {
		*tr = truth{may: map[bool]bool{s.there(d): true}}
	}
}

func (s *schedule) there(d deed) bool {
	if d.kind == ledger.KindRead {
		return s.entry(d.entry).Read
	}
	return s.entry(d.entry).Starred
}

// choose chooses something to be done with an entry.
func (s *schedule) choose() (deed, *truth, bool) {
	d := deed{s.entries[s.IntN(len(s.entries))].ID, ledger.KindRead}
	if s.IntN(3) == 0 {
		d.kind = ledger.KindStarred
	}
	if s.truths[d] == nil {
		s.truths[d] = &truth{may: map[bool]bool{s.there(d): true}}
	}
	return d, s.truths[d], s.IntN(3) > 0
}

func (s *schedule) phone() {
	d, tr, on := s.choose()
	e := s.entry(d.entry)
	if d.kind == ledger.KindRead {
		e.Read = on
	} else {
		e.Starred = on
	}
	tr.byPhone, tr.phoneMay = true, on
	tr.join()
}

func (s *schedule) here() {
	d, tr, on := s.choose()
	if s.status(d.entry).Arrived.IsZero() {
		return // it has not come
	}
	was := s.status(d.entry)
	if now := was.Read; d.kind == ledger.KindRead && now == on || d.kind != ledger.KindRead && was.Starred == on {
		return // nothing is done
	}
	to := model.StatusChange{Read: &on}
	if d.kind == ledger.KindStarred {
		to = model.StatusChange{Starred: &on}
	}
	s.mark(d.entry, to)
	tr.byMachine, tr.machineMay = true, on
	tr.join()
}

// join is what may become of deeds here and there that did not know of each other.
func (t *truth) join() {
	t.may = map[bool]bool{}
	if t.byPhone {
		t.may[t.phoneMay] = true
	}
	if t.byMachine {
		t.may[t.machineMay] = true
	}
}

func (s *schedule) check() {
	for d, tr := range s.truths {
		st := s.status(d.entry)
		here := st.Read
		if d.kind == ledger.KindStarred {
			here = st.Starred
		}
		if here != s.there(d) || !tr.may[here] {
			s.t.Errorf("%s of %s is %v here and %v there, want one of %v", d.kind, d.entry, here, s.there(d), tr.may)
		}
	}
	for _, e := range s.entries {
		st := s.status(e.ID)
		if st.Arrived.IsZero() || st.Read != e.Read || st.Starred != e.Starred {
			s.t.Errorf("entry %s is %+v here and %+v there", e.ID, st, e)
		}
	}
	if waiting, err := s.Outbox(s.ctx, account); err != nil || len(waiting) > 0 {
		s.t.Errorf("%v still waits (%v)", waiting, err)
	}
}
