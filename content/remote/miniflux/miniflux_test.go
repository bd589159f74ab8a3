package miniflux

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/fetch"
	"lede/content/remote"
	"lede/content/remote/remotetest"
)

// service is a client of a server over a Front, by lede's own rules of the network.
func service(t *testing.T, url string) (*Service, *remotetest.Front) {
	t.Helper()
	front := remotetest.NewFront(t, url)
	long := 10 * time.Minute // no test waits for a limit of time
	times := fetch.Times{Dial: long, TLS: long, Header: long, Stall: long, Whole: long}
	way, err := (&fetch.Web{Agent: "lede/test", Times: times}).API(front.URL)
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(remote.Config{Address: front.URL + "/", User: "ada", Secret: "secret", Transport: way})
	if err != nil {
		t.Fatal(err)
	}
	return s, front
}

// news asks for all that has arrived, and returns the titles.
func news(t *testing.T, s *Service, since remote.Cursor) (titles []string, next remote.Cursor) {
	t.Helper()
	for {
		n, err := s.News(context.Background(), since)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range n.Entries {
			titles = append(titles, e.Item.Title)
		}
		since = n.Next
		if !n.More {
			return titles, since
		}
	}
}

func numbers(from, to int64) []remote.EntryID {
	var ids []remote.EntryID
	for n := from; n <= to; n++ {
		ids = append(ids, entryID(n))
	}
	return ids
}

func same(got, want []remote.EntryID) bool {
	got, want = slices.Clone(got), slices.Clone(want)
	slices.Sort(got)
	slices.Sort(want)
	return slices.Equal(got, want)
}

func TestCheckSaysWhoAndWhat(t *testing.T) {
	s, _ := service(t, remotetest.NewMiniflux(t).URL)
	got, err := s.Check(context.Background())
	want := remote.Identity{
		Server: "Miniflux", Version: "2.9.x-dev", User: "ada", Can: remote.Abilities{Whole: true, Arrival: true},
	}
	if err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
}

func TestAnEntryComesAsFromAFeed(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	at := time.Date(2024, 3, 1, 6, 0, 0, 0, time.UTC)
	m.Put(remotetest.Row{
		ID: 7, Title: "Low\x1b]0;x\x07 water", URL: "https://tides.example/low", Starred: true, Published: at,
		HTML: `<p onclick="x()">It fell.<script>x()</script></p>`,
	})
	s, _ := service(t, m.URL)
	got, err := s.Entries(context.Background(), []remote.EntryID{"7", "8"})
	if err != nil || len(got) != 1 {
		t.Fatalf("got %v, %v", got, err)
	}
	e := got[0]
	if e.Item.Title != "Low\uFFFD]0;x\uFFFD water" || e.Item.HTML != "<p>It fell.</p>" || !e.Item.Published.Equal(at) ||
		e.ID != "7" || e.Feed != "1" || !e.Starred || e.Read || e.Arrived.Unix() != 1_700_000_007 {
		t.Errorf("got %+v", e)
	}
}

// The dates of entries say nothing of their arrival: each one that Fill makes is older than the one before.
func TestNewsGoByArrivalInPagesOfAThousand(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Fill(1, 2500)
	s, front := service(t, m.URL)
	got, next := news(t, s, "")
	if len(got) != 2500 || got[0] != "Tide 1" || got[2499] != "Tide 2500" {
		t.Fatalf("got %d entries", len(got))
	}
	if r := front.Requests(); len(r) != 3 {
		t.Errorf("asked %q, want 3 requests", r)
	}
	m.Fill(2501, 1)
	if got, _ = news(t, s, next); !slices.Equal(got, []string{"Tide 2501"}) {
		t.Errorf("then got %q, want the new one", got)
	}
}

func TestAnEntryThatAppearsBelowTheNewestIsFound(t *testing.T) {
	for _, pages := range []int64{1, 1001} { // the newest page begins there
		m := remotetest.NewMiniflux(t)
		m.Fill(1, int(pages)+2)
		late := pages + 1
		m.Drop(func(r remotetest.Row) bool { return r.ID == late })
		s, _ := service(t, m.URL)
		_, next := news(t, s, "")
		m.Fill(late, 1)
		if got, _ := news(t, s, next); !slices.Contains(got, fmt.Sprintf("Tide %d", late)) {
			t.Errorf("%d entries: %d was not found", pages+2, late)
		}
	}
}

func TestAPageThatIsTooLargeIsAskedForInParts(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Wide = 120_000
	m.Fill(1, 200) // 24 MB
	s, front := service(t, m.URL)
	if got, _ := news(t, s, ""); len(got) != 200 {
		t.Errorf("got %d entries, want 200", len(got))
	}
	if r := front.Requests(); len(r) > 6 {
		t.Errorf("asked %d times: %q", len(r), r)
	}
}

func TestAnEditedArticleHasAnotherHash(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Fill(1, 2)
	s, _ := service(t, m.URL)
	hashes := func() []string {
		t.Helper()
		got, err := s.Entries(context.Background(), numbers(1, 2))
		if err != nil || len(got) != 2 {
			t.Fatalf("got %v, %v", got, err)
		}
		return []string{got[0].Hash, got[1].Hash}
	}
	before := hashes()
	row := m.Entry(2)
	row.HTML = "<p>The water fell.</p>"
	m.Put(row)
	if after := hashes(); after[0] != before[0] || after[1] == before[1] {
		t.Errorf("got %q, then %q", before, after)
	}
}

func TestAServerThatWasSetBackIsSeen(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Fill(1, 20)
	s, _ := service(t, m.URL)
	_, next := news(t, s, "")
	_, next = news(t, s, next)
	m.Drop(func(r remotetest.Row) bool { return r.ID > 10 })
	got, err := s.News(context.Background(), next)
	if err != nil || !got.Back || len(got.Entries) != 10 {
		t.Fatalf("got %d entries, back %v, %v; want all 10", len(got.Entries), got.Back, err)
	}
	if got, err = s.News(context.Background(), got.Next); err != nil || got.Back {
		t.Errorf("said twice: %+v, %v", got, err)
	}
}

func TestSetsAreWholeAlsoWhenAnotherClientMarksMeanwhile(t *testing.T) {
	for _, old := range []bool{false, true} {
		m := remotetest.NewMiniflux(t)
		m.Old = old
		m.Fill(1, 12_000)
		m.Put(remotetest.Row{ID: 3, Starred: true})
		marked := int64(11_990)
		m.Between = func() { // twice
			if marked < 11_992 {
				marked++
				m.Put(remotetest.Row{ID: marked, Read: true})
			}
		}
		s, _ := service(t, m.URL)
		got, err := s.Unread(context.Background())
		want := numbers(1, 12_000)
		if !old {
			want = slices.DeleteFunc(want, func(id remote.EntryID) bool { return id == "11991" || id == "11992" })
		}
		if err != nil || !same(got, want) {
			t.Errorf("old %v: got %d unread, %v, want %d", old, len(got), err, len(want))
		}
		if got, err := s.Starred(context.Background()); err != nil || !same(got, numbers(3, 3)) {
			t.Errorf("old %v: got %v starred, %v, want 3", old, got, err)
		}
	}
}

func TestWhatMakesNoSenseIsAnErrorAndNeverAPart(t *testing.T) {
	pages := map[string]string{
		"a page of the network": "<!DOCTYPE html><title>Welcome to the hotel</title>",
		"nothing":               "",
		"a text":                "OK",
		"null":                  "null",
		"an empty object":       "{}",
		"half an answer":        `{"total":3,"entry_ids":[3,2`,
		"IDs of another kind":   `{"total":1,"entry_ids":["x"]}`,
		"too few IDs":           `{"total":3,"entry_ids":[3,2]}`,
		"IDs below 0":           `{"total":1,"entry_ids":[-1]}`,
		"entries in no order": `{"total":2,"entries":[{"id":2,"feed_id":1,"status":"read"},` +
			`{"id":1,"feed_id":1,"status":"read"}]}`,
		"an unknown status": `{"total":1,"entries":[{"id":2,"feed_id":1,"status":"burnt"}]}`,
	}
	for name, page := range pages {
		s, front := service(t, remotetest.NewMiniflux(t).URL)
		front.Instead = func(w http.ResponseWriter, _ *http.Request) bool {
			io.WriteString(w, page)
			return true
		}
		for what, ask := range map[string]func() error{
			"unread":  func() error { _, err := s.Unread(context.Background()); return err },
			"starred": func() error { _, err := s.Starred(context.Background()); return err },
			"news":    func() error { _, err := s.News(context.Background(), ""); return err },
			"entries": func() error { _, err := s.Entries(context.Background(), numbers(1, 2)); return err },
			"check":   func() error { _, err := s.Check(context.Background()); return err },
			"feeds":   func() error { _, err := s.Feeds(context.Background()); return err },
		} {
			if err := ask(); !errors.Is(err, remote.ErrNonsense) || strings.Contains(err.Error(), "secret") {
				t.Errorf("%s for %s: got %v, want ErrNonsense", name, what, err)
			}
		}
	}
}

func TestAnAnswerThatBreaksOffChangesNothing(t *testing.T) {
	s, front := service(t, remotetest.NewMiniflux(t).URL)
	front.Instead = func(w http.ResponseWriter, _ *http.Request) bool {
		w.Header().Set("Content-Length", "100")
		io.WriteString(w, `{"total":0,"entry_ids":[]}`)
		return true
	}
	if got, err := s.Unread(context.Background()); err == nil {
		t.Errorf("got %v", got)
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	s, front := service(t, m.URL)
	status, wait := 0, ""
	front.Instead = func(w http.ResponseWriter, _ *http.Request) bool {
		w.Header().Set("Retry-After", wait)
		w.WriteHeader(status)
		return true
	}
	ask := func(code int, after string) error {
		status, wait = code, after
		_, err := s.Unread(context.Background())
		return err
	}
	if err := ask(401, ""); !errors.Is(err, remote.ErrLogin) {
		t.Errorf("401: got %v", err)
	}
	if err := ask(503, "30"); !errors.As(err, new(remote.WaitError)) || !strings.Contains(err.Error(), "30 s") ||
		strings.Contains(err.Error(), "too often") {
		t.Errorf("503: got %v", err)
	}
	if err := ask(500, ""); err == nil || !strings.Contains(err.Error(), "Try again later") {
		t.Errorf("500: got %v", err)
	}
	if err := ask(429, "120"); !errors.As(err, new(remote.WaitError)) {
		t.Errorf("429: got %v", err)
	}
	front.Requests()
	if err := ask(200, ""); !errors.As(err, new(remote.WaitError)) || len(front.Requests()) > 0 {
		t.Errorf("after 429 with Retry-After: got %v, want that nothing is asked", err)
	}
}

func TestFeedsHaveTheirFolders(t *testing.T) {
	s, _ := service(t, remotetest.NewMiniflux(t).URL)
	got, err := s.Feeds(context.Background())
	want := []remote.Feed{{ID: "1", Address: "https://tides.example/feed", Title: "Tides", Folder: "All"}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}
