package proof

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"strconv"
	"testing"
	"time"

	"lede/content/remote/remotetest"
)

// schedule is a random course of events at a server, a phone (that speaks to the API as it is) and two machines.
type schedule struct {
	*rand.Rand
	t        *testing.T
	real     *remotetest.Real
	machines []*machine
	model    *Model
	feeds    []string // paths at the server of feeds
	ids      map[string]string
	at       string
	items    map[string]int
	urls     []string
	log      []string
}

// TestRealSchedules runs random schedules. LEDE_SCHEDULES sets how many, LEDE_SEED the first seed.
func TestRealSchedules(t *testing.T) {
	n, first := 5, uint64(1)
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
	real := remotetest.NewReal(t)
	s := &schedule{
		Rand: rand.New(rand.NewPCG(seed, 7)), t: t, real: real, model: New(2), ids: map[string]string{},
		items: map[string]int{}, at: real.Feeds(), machines: []*machine{newMachine(t, real), newMachine(t, real)},
	}
	s.subscribe()
	s.synced(0, nil, nil)
	for range 25 {
		s.event()
		if wrong := s.model.Wrong(); len(wrong) > 0 {
			t.Fatalf("after %q:\n%q", s.log, wrong)
		}
	}
	for range 2 {
		s.synced(0, nil, nil)
		s.synced(1, nil, nil)
	}
	if wrong := s.model.Wrong(); len(wrong) > 0 {
		t.Fatalf("at the end of %q:\n%q", s.log, wrong)
	}
	s.agree()
}

func (s *schedule) event() {
	machine := s.IntN(2)
	switch s.IntN(14) {
	case 0:
		s.subscribe()
	case 1, 2:
		s.note("arrive")
		s.arrive(s.feeds[s.IntN(len(s.feeds))])
		s.model.Phone(s.server(), nil)
	case 3, 4:
		done := s.phone()
		s.model.Phone(s.server(), done)
	case 5, 6, 7:
		s.here(machine)
	case 8, 9:
		s.synced(machine, nil, nil)
	case 10: // the connection breaks off
		at := 1 + s.IntN(6)
		s.note("cut %d at %d", machine, at)
		s.synced(machine, func(n int) bool { return n >= at }, nil)
	case 11: // another client does something while a sync is under way
		at, done := 1+s.IntN(5), map[Mark]bool{}
		s.note("meanwhile %d at %d", machine, at)
		s.synced(machine, func(n int) bool {
			if n == at {
				maps.Copy(done, s.phone())
				s.arrive(s.feeds[0])
			}
			return false
		}, done)
	case 12:
		at := 1 + s.IntN(6)
		s.note("kill %d at %d", machine, at)
		whole := s.machines[machine].killed(at)
		s.look(machine, whole, nil)
	case 13:
		m := s.machines[machine]
		m.mu.Lock()
		m.jump = time.Duration(s.IntN(60)-30) * 24 * time.Hour
		m.mu.Unlock()
		s.note("clock of %d is wrong by %v", machine, m.jump)
	}
}

func (s *schedule) note(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

// subscribe has the phone follow another feed with some items.
func (s *schedule) subscribe() {
	path := fmt.Sprintf("/f%d", len(s.feeds))
	s.note("subscribe %s", path)
	s.feeds = append(s.feeds, path)
	s.publish(path)
	var made struct {
		ID int64 `json:"feed_id"`
	}
	s.real.Call(http.MethodPost, "/v1/feeds", map[string]any{"feed_url": s.at + path}, &made)
	s.ids[path] = strconv.FormatInt(made.ID, 10)
	s.model.Phone(s.server(), nil)
}

func (s *schedule) publish(path string) {
	n := 1 + s.IntN(4)
	s.real.Publish(path, s.items[path], n)
	for i := range n {
		s.urls = append(s.urls, fmt.Sprintf("https://tides.example%s/%d", path, s.items[path]+i))
	}
	s.items[path] += n
}

func (s *schedule) arrive(path string) {
	s.publish(path)
	s.real.Refresh(s.ids[path])
}

// server is what the server says.
func (s *schedule) server() Marks {
	marks, _ := s.entries()
	return marks
}

func (s *schedule) entries() (Marks, map[string]int64) {
	var all struct {
		Entries []struct {
			ID      int64  `json:"id"`
			URL     string `json:"url"`
			Status  string `json:"status"`
			Starred bool   `json:"starred"`
		} `json:"entries"`
	}
	s.real.Call(http.MethodGet, "/v1/entries?limit=1000", nil, &all)
	marks, ids := Marks{}, map[string]int64{}
	for _, e := range all.Entries {
		marks[Mark{e.URL, false}], marks[Mark{e.URL, true}] = e.Status == "read", e.Starred
		ids[e.URL] = e.ID
	}
	return marks, ids
}

func (s *schedule) choose() (Mark, bool) {
	return Mark{s.urls[s.IntN(len(s.urls))], s.IntN(3) == 0}, s.IntN(3) > 0
}

// phone marks some entries at the server.
func (s *schedule) phone() map[Mark]bool {
	done := map[Mark]bool{}
	marks, ids := s.entries()
	for range 1 + s.IntN(3) {
		mark, on := s.choose()
		id := ids[mark.URL]
		switch {
		case id == 0:
			continue
		case mark.Star && marks[mark] != on:
			s.real.Call(http.MethodPut, fmt.Sprintf("/v1/entries/%d/bookmark", id), nil, nil)
			marks[mark] = on
		case !mark.Star:
			status := map[bool]string{true: "read", false: "unread"}[on]
			s.real.Call(http.MethodPut, "/v1/entries", map[string]any{"entry_ids": []int64{id}, "status": status}, nil)
		}
		s.note("phone %+v %v", mark, on)
		done[mark] = on
	}
	return done
}

func (s *schedule) here(machine int) {
	for range 1 + s.IntN(4) {
		if mark, on := s.choose(); s.machines[machine].mark(mark, on) {
			s.note("machine %d %+v %v", machine, mark, on)
			s.model.Done(machine, mark, on)
		}
	}
}

// synced syncs a machine by a plan; done is what is done meanwhile.
func (s *schedule) synced(machine int, plan func(int) bool, done map[Mark]bool) {
	err := s.machines[machine].sync(plan)
	s.note("sync %d: %v", machine, err)
	if err != nil && (plan == nil || done != nil) {
		s.t.Fatalf("after %q: %v", s.log, err)
	}
	s.look(machine, err == nil, done)
}

func (s *schedule) look(machine int, whole bool, done map[Mark]bool) {
	local, _ := s.machines[machine].marks()
	s.model.Synced(machine, whole, s.server(), local, done)
}

// agree compares all three, word for word.
func (s *schedule) agree() {
	server := s.server()
	for i, m := range s.machines {
		local, _ := m.marks()
		if len(local) != len(server) || len(server) != 2*len(s.urls) {
			s.t.Errorf("machine %d has %d marks, the server %d, want %d", i, len(local), len(server), 2*len(s.urls))
		}
		for mark, on := range server {
			if now, there := local[mark]; !there || now != on {
				s.t.Errorf("machine %d: %+v is %v (%v), want %v, after %q", i, mark, now, there, on, s.log)
			}
		}
	}
}
