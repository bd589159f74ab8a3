package proof

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"lede/content/remote/remotetest"
	"lede/model"
)

// schedule is a random course of events at a server, a phone (that speaks to the API as it is) and two machines.
type schedule struct {
	*rand.Rand
	t        *testing.T
	real     *remotetest.Real
	machines []*machine
	model    *Model
	at       string         // where the feeds are
	items    map[string]int // published, by the paths of feeds
	followed map[string]bool
	asked    map[string]int // machines that have yet to be answered that they follow a feed: they would follow it again
	folders  []int64        // their IDs
	arrival  bool           // both machines ask for entries by their arrival
	log      []string
}

// TestRealSchedules runs random schedules. LEDE_SCHEDULES sets how many, LEDE_SEED the first seed. In every other one
// the second machine speaks the Google Reader API.
func TestRealSchedules(t *testing.T) {
	n, first := 6, uint64(1)
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
	real, kind := remotetest.NewReal(t), model.Miniflux
	if real.Newest = time.Now().Unix(); seed%2 == 0 {
		kind = model.GReader
	}
	s := &schedule{
		Rand: rand.New(rand.NewPCG(seed, 7)), t: t, real: real, model: New(2), followed: map[string]bool{},
		asked: map[string]int{}, arrival: kind == model.Miniflux,
		items: map[string]int{}, at: real.Feeds(),
		machines: []*machine{newMachine(t, real, model.Miniflux), newMachine(t, real, kind)},
	}
	s.prepare()
	for range 25 {
		s.event()
		if wrong := s.model.Wrong(); len(wrong) > 0 {
			t.Fatalf("after %q:\n%q", s.log, wrong)
		}
	}
	for range 2 {
		s.synced(0, nil)
		s.synced(1, nil)
	}
	if wrong := s.model.Wrong(); len(wrong) > 0 {
		t.Fatalf("at the end of %q:\n%q", s.log, wrong)
	}
	s.agree()
}

// prepare makes the folders, which the Reader API of a Miniflux cannot make, and two feeds.
func (s *schedule) prepare() {
	for i := range 4 {
		var made struct{ ID int64 }
		s.real.Call(http.MethodPost, "/v1/categories", map[string]string{"title": folderName(i)}, &made)
		s.folders = append(s.folders, made.ID)
	}
	s.phoneFollows()
	s.phoneFollows()
	s.synced(0, nil)
}

func folderName(i int) string { return fmt.Sprintf("folder %d", i) }

func (s *schedule) event() {
	at := s.IntN(2)
	switch s.IntN(16) {
	case 0:
		s.phoneFollows()
	case 1, 2:
		s.arrive()
	case 3, 4:
		s.phone()
	case 5, 6, 7:
		s.here(at)
	case 8:
		s.follows(at)
	case 9:
		s.remove(at)
	case 10, 11:
		s.synced(at, nil)
	case 12: // the connection breaks off
		when := 1 + s.IntN(6)
		s.note("cut %d at %d", at, when)
		s.cut(at, func() bool { return s.machines[at].sync(func(n int) bool { return n >= when }) == nil })
	case 13:
		s.meanwhile(at)
	case 14:
		when := 1 + s.IntN(6)
		s.note("kill %d at %d", at, when)
		s.cut(at, func() bool { return s.machines[at].killed(when) })
	case 15:
		m := s.machines[at]
		m.mu.Lock()
		m.jump = time.Duration(s.IntN(60)-30) * 24 * time.Hour
		m.mu.Unlock()
		s.note("clock of %d is wrong by %v", at, m.jump)
	}
}

func (s *schedule) note(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

// publish adds items to the feed at a path.
func (s *schedule) publish(path string) {
	n := 1 + s.IntN(4)
	if s.arrival { // what comes late may be dated before all else; the Reader API may not show that once it is read
		s.real.Newest = time.Now().AddDate(0, 0, -s.IntN(90)).Unix()
	}
	s.real.Publish(path, s.items[path], n)
	s.items[path] += n
}

func (s *schedule) newFeed() (path string) {
	path = fmt.Sprintf("/f%d", len(s.items))
	s.followed[s.at+path] = true
	s.publish(path)
	return path
}

// phoneFollows has the phone follow another feed with some items.
func (s *schedule) phoneFollows() {
	path := s.newFeed()
	s.note("phone follows %s", path)
	s.real.Call(http.MethodPost, "/v1/feeds", map[string]any{"feed_url": s.at + path}, nil)
	s.model.Phone(s.server(), nil)
}

// follows has a machine follow another feed, on the server, too.
func (s *schedule) follows(at int) {
	path, m := s.newFeed(), s.machines[at]
	s.asked[s.at+path] = at
	s.note("machine %d follows %s", at, path)
	feed := model.Subscription{URL: s.at + path, Title: "Feed " + path, Folder: folderName(1)}
	done, err := m.Subscribe(s.t.Context(), feed)
	if err != nil {
		s.t.Fatal(err)
	}
	if s.IntN(2) == 0 {
		s.before(at, done[0].ID)
	}
	if err := m.FollowThere(s.t.Context(), &m.account, done[0].ID); err != nil {
		s.t.Fatal(err)
	}
}

// before has a machine ask for a feed itself, and reads and stars some of what comes.
func (s *schedule) before(at int, feed model.ID) {
	m := s.machines[at]
	var last model.Refresh
	for last = range m.Refresh(s.t.Context(), feed) {
	}
	if last.Err != nil || len(last.Failed)+len(last.Waiting) > 0 {
		s.t.Fatalf("the feed brought %+v", last)
	}
	articles := m.articles()
	for _, url := range slices.Sorted(maps.Keys(articles)) {
		_, known := s.model.server[Fact{s.at + feedOf(url), url, "read"}]
		for i, to := range []model.StatusChange{{Read: new(true)}, {Starred: new(true)}} {
			kind := []string{"read", "starred"}[i]
			fact := Fact{s.at + feedOf(url), url, kind}
			if known || m.subscriptions()[fact.Feed].ID != feed || s.IntN(2) > 0 {
				continue
			}
			s.note("machine %d has %+v", at, fact)
			if _, err := m.Mark(s.t.Context(), "mark", []model.ID{articles[url]}, to); err != nil {
				s.t.Fatal(err)
			}
			s.model.Had(at, fact, said(true))
		}
	}
}

// arrive has items come to a feed that the server follows.
func (s *schedule) arrive() {
	if all := s.subscriptions(); len(all) > 0 {
		f := all[s.IntN(len(all))]
		s.note("arrive at %s", f.Address)
		s.publish(strings.TrimPrefix(f.Address, s.at))
		s.real.Refresh(strconv.FormatInt(f.ID, 10))
		if s.arrival && s.IntN(2) == 0 {
			s.readAtOnce()
		}
		s.model.Phone(s.server(), nil)
	}
}

// readAtOnce has the phone read what no machine has heard of: no list of what is unread shows it.
func (s *schedule) readAtOnce() {
	known := s.model.server
	for _, e := range s.entries() {
		if _, is := known[Fact{s.at + feedOf(e.URL), e.URL, "read"}]; !is {
			s.note("read at once %s", e.URL)
			s.real.Call(http.MethodPut, "/v1/entries", map[string]any{"entry_ids": []int64{e.ID}, "status": "read"}, nil)
		}
	}
}

// remove unsubscribes from a feed, here or there, unless it is one of the last: a server that has lost all its feeds
// is not believed.
func (s *schedule) remove(at int) {
	here, there := s.machines[at].subscriptions(), s.subscriptions()
	all := slices.DeleteFunc(slices.Sorted(maps.Keys(here)), func(a string) bool {
		_, asked := s.asked[a]
		return asked || !s.followed[a]
	})
	if s.lasting(there) < 3 || len(all) == 0 {
		return
	}
	address := all[s.IntN(len(all))]
	s.followed[address] = false
	s.model.Removed(address)
	for _, f := range there {
		if f.Address == address && s.IntN(2) == 0 {
			s.note("phone unfollows %s", address)
			s.real.Call(http.MethodDelete, fmt.Sprintf("/v1/feeds/%d", f.ID), nil, nil)
			return
		}
	}
	s.note("machine %d unfollows %s", at, address)
	if _, err := s.machines[at].Unsubscribe(s.t.Context(), "removed", true, here[address].ID); err != nil {
		s.t.Fatal(err)
	}
}

// lasting is how many feeds of the server nobody has unsubscribed from.
func (s *schedule) lasting(there []subscription) (n int) {
	for _, f := range there {
		if s.followed[f.Address] {
			n++
		}
	}
	return n
}

// choose chooses one of facts, and what is to become of it. Feeds that somebody has removed are left alone.
func (s *schedule) choose(of Facts) (fact Fact, to string, ok bool) {
	all := slices.SortedFunc(maps.Keys(of), func(a, b Fact) int {
		return slices.Compare([]string{a.Feed, a.Of, a.Kind}, []string{b.Feed, b.Of, b.Kind})
	})
	all = slices.DeleteFunc(all, func(f Fact) bool { return !s.followed[f.Feed] })
	if len(all) == 0 {
		return fact, to, false
	}
	switch fact = all[s.IntN(len(all))]; fact.Kind {
	case "title":
		return fact, fmt.Sprintf("title %d", s.IntN(4)), true
	case "folder":
		return fact, folderName(s.IntN(4)), true
	}
	return fact, said(s.IntN(3) > 0), true
}

func (s *schedule) here(at int) {
	for range 1 + s.IntN(4) {
		facts, _ := s.machines[at].facts(s.at)
		if fact, to, ok := s.choose(facts); ok && s.machines[at].do(s.at, fact, to) {
			s.note("machine %d %+v %v", at, fact, to)
			s.model.Done(at, fact, to)
		}
	}
}

// feedOf is the path of the feed that an article is of.
func feedOf(url string) string { return path.Dir(strings.TrimPrefix(url, "https://tides.example")) }
