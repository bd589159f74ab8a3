package greader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/fetch"
	"lede/content/remote"
	"lede/content/remote/remotetest"
)

// service is a client of a server over a Front, by lede's own rules of the network.
func service(t *testing.T, url, user, password string) (*Service, *remotetest.Front) {
	t.Helper()
	front := remotetest.NewFront(t, url)
	long := 10 * time.Minute // no test waits for a limit of time
	times := fetch.Times{Dial: long, TLS: long, Header: long, Stall: long, Whole: long}
	way, err := (&fetch.Web{Agent: "lede/test", Times: times}).API(front.URL)
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(remote.Config{Address: front.URL, User: user, Secret: password, Transport: way})
	if err != nil {
		t.Fatal(err)
	}
	return s, front
}

func ada(t *testing.T, r *remotetest.Reader) (*Service, *remotetest.Front) {
	t.Helper()
	return service(t, r.URL, "ada", "secret")
}

func decimal(from, to int64) []remote.EntryID {
	var ids []remote.EntryID
	for n := from; n <= to; n++ {
		ids = append(ids, remote.EntryID(strconv.FormatInt(n, 10)))
	}
	return ids
}

func same(got, want []remote.EntryID) bool {
	got, want = slices.Clone(got), slices.Clone(want)
	slices.Sort(got)
	slices.Sort(want)
	return slices.Equal(got, want)
}

func TestSetsAreWholeAlsoWherePagesDropAnEntry(t *testing.T) {
	for _, n := range []int{0, 1, 999, 1000, 1001, 2000, 2001, 2450, 3003} {
		for _, drop := range []bool{false, true} {
			r := remotetest.NewReader(t)
			r.Cap, r.Drop = 1000, drop
			r.Fill(1, n)
			s, _ := ada(t, r)
			got, err := s.Unread(context.Background())
			if err != nil || !same(got, decimal(1, int64(n))) {
				t.Errorf("%d unread, drop %v: got %d, %v", n, drop, len(got), err)
			}
		}
	}
}

func TestASetThatIsSmallerThanTheServersCountIsAnError(t *testing.T) {
	r := remotetest.NewReader(t)
	r.Cap = 10
	r.Fill(1, 25)
	s, front := ada(t, r)
	front.Instead = func(w http.ResponseWriter, q *http.Request) bool {
		if !strings.HasSuffix(q.URL.Path, "unread-count") {
			return false
		}
		io.WriteString(w, `{"unreadcounts":[{"id":"user/-/state/com.google/reading-list","count":26}]}`)
		return true
	}
	if got, err := s.Unread(context.Background()); !errors.Is(err, remote.ErrNonsense) {
		t.Errorf("got %d, %v", len(got), err)
	}
}

func TestTheStreamOfReadEntriesIsNeverAskedFor(t *testing.T) {
	r := remotetest.NewReader(t)
	r.Fill(1, 4)
	r.Tag(remotetest.Read, 1, 2)
	r.Tag(remotetest.Starred, 2)
	r.Tag("label/moon", 3)
	s, front := ada(t, r)
	unread, err := s.Unread(context.Background())
	starred, err2 := s.Starred(context.Background())
	labels, err3 := s.Labels(context.Background())
	news, err4 := s.News(context.Background(), "")
	if err := errors.Join(err, err2, err3, err4); err != nil {
		t.Fatal(err)
	}
	want := map[string][]remote.EntryID{"moon": {"3"}}
	if !same(unread, decimal(3, 4)) || !same(starred, decimal(2, 2)) || !cmp.Equal(labels, want) ||
		!same(news.IDs, decimal(1, 4)) {
		t.Errorf("got %v unread, %v starred, labels %v, news %v", unread, starred, labels, news.IDs)
	}
	for _, q := range front.Requests() {
		if strings.Contains(q, "?s=user%2F-%2Fstate%2Fcom.google%2Fread&") ||
			strings.Contains(q, "&s=user%2F-%2Fstate%2Fcom.google%2Fread&") || strings.HasSuffix(q, "com.google%2Fread") &&
			!strings.Contains(q, "xt=") {
			t.Errorf("asked %s", q)
		}
	}
}

func TestIDsOfAnyFormAreMatched(t *testing.T) {
	forms := map[string]func(int64) (string, string){
		"decimal":     nil,
		"16 digits":   func(n int64) (string, string) { n += 1_700_000_000_000_000; return fmt.Sprint(n), long16(n) },
		"negative":    func(n int64) (string, string) { n = -n; return fmt.Sprint(n), long16(n) },
		"long":        func(n int64) (string, string) { return long16(n), long16(n) },
		"opaque":      func(n int64) (string, string) { s := fmt.Sprintf("5f3a%020x", n); return s, long + s },
		"plain words": func(n int64) (string, string) { s := fmt.Sprintf("tide-%d", n); return s, s },
	}
	for name, form := range forms {
		r := remotetest.NewReader(t)
		r.ID = form
		r.Fill(7, 3)
		s, _ := ada(t, r)
		ids, err := s.Unread(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Entries(context.Background(), ids)
		if err != nil || len(got) != 3 {
			t.Errorf("%s: got %d entries, %v", name, len(got), err)
			continue
		}
		if _, err := s.Push(context.Background(), []remote.Change{{Do: remote.Star, Entry: ids[0]}}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if starred, err := s.Starred(context.Background()); err != nil || !slices.Equal(starred, ids[:1]) {
			t.Errorf("%s: starred %v, %v, want %v", name, starred, err, ids[:1])
		}
	}
}

func long16(n int64) string { return fmt.Sprintf("%s%016x", long, uint64(n)) }

func TestAnEntryComesAsFromAFeed(t *testing.T) {
	r := remotetest.NewReader(t)
	r.Fill(5, 1)
	r.Tag(remotetest.Read, 5)
	r.Tag("label/moon\x1b", 5)
	s, _ := ada(t, r)
	feeds, err := s.Feeds(context.Background())
	want := remote.Feed{ID: "feed/1", Address: "https://tides.example/feed", Title: "Tides", Folder: "Sea"}
	if err != nil || len(feeds) != 1 || feeds[0] != want {
		t.Errorf("got %+v, %v", feeds, err)
	}
	got, err := s.Entries(context.Background(), []remote.EntryID{"5", "6"})
	if err != nil || len(got) != 1 {
		t.Fatalf("got %v, %v", got, err)
	}
	e := got[0]
	if e.ID != "5" || e.Feed != "feed/1" || !e.Read || e.Starred || e.Item.HTML != "<p>It rose 5 cm.</p>" ||
		e.Item.URL != "https://tides.example/5" || e.Item.Published.Unix() != 1_699_999_995 ||
		e.Arrived.UnixMilli() != 1_700_000_000_005 || !slices.Equal(e.Labels, []string{"moon\uFFFD"}) {
		t.Errorf("got %+v", e)
	}
}

func TestMarksGoOneTagARequestAndFiveHundredEntries(t *testing.T) {
	r := remotetest.NewReader(t)
	r.Fill(1, 1200)
	s, front := ada(t, r)
	var changes []remote.Change
	for i, id := range decimal(1, 1200) {
		changes = append(changes, remote.Change{Do: remote.MarkRead, Entry: id})
		if i%2 == 0 {
			changes = append(changes, remote.Change{Do: remote.Star, Entry: id})
		}
	}
	changes = append(changes, remote.Change{Do: remote.Label, Label: "moon", Entry: "9"},
		remote.Change{Do: remote.MarkUnread, Entry: "9"})
	for range 2 { // the second time does no harm
		taken, err := s.Push(context.Background(), changes)
		if err != nil || slices.Contains(taken, false) {
			t.Fatalf("taken %v, %v", taken, err)
		}
	}
	if n := len(front.Requests()); n != 2+2*(3+2+1+1) {
		t.Errorf("took %d requests", n)
	}
	for _, p := range r.Posts() {
		tags := strings.Count("&"+p, "&a=") + strings.Count("&"+p, "&r=")
		if strings.Count(p, "i=") > 500 || tags != 1 || len(p) > 1<<20 {
			t.Errorf("posted %d bytes: %.80s", len(p), p)
		}
	}
	nine, ten := r.Entry(9), r.Entry(10)
	if !cmp.Equal(nine.Tags, []string{"state/com.google/starred", "label/moon"}) ||
		!cmp.Equal(ten.Tags, []string{"state/com.google/read"}) {
		t.Errorf("got %q and %q", nine.Tags, ten.Tags)
	}
}

func TestMarksHoldWhereTheServerTurnsThemOver(t *testing.T) {
	r := remotetest.NewReader(t)
	r.Flips = true
	r.Fill(1, 3)
	r.Tag(remotetest.Read, 1)
	r.Tag(remotetest.Starred, 2)
	s, _ := ada(t, r)
	changes := []remote.Change{
		{Do: remote.MarkRead, Entry: "1"},
		{Do: remote.MarkRead, Entry: "2"},
		{Do: remote.MarkUnread, Entry: "3"},
		{Do: remote.Star, Entry: "2"},
		{Do: remote.Star, Entry: "3"},
		{Do: remote.Unstar, Entry: "1"},
	}
	for range 3 {
		if taken, err := s.Push(context.Background(), changes); err != nil || slices.Contains(taken, false) {
			t.Fatalf("taken %v, %v", taken, err)
		}
	}
	for id, want := range map[int64][]string{
		1: {remotetest.Read}, 2: {remotetest.Starred, remotetest.Read}, 3: {remotetest.Starred},
	} {
		if got := r.Entry(id).Tags; !cmp.Equal(got, want) {
			t.Errorf("%d: got %q, want %q", id, got, want)
		}
	}
}

func TestTenThousandMarksTakeTwentyPosts(t *testing.T) {
	r := remotetest.NewReader(t)
	s, _ := ada(t, r)
	var changes []remote.Change
	for _, id := range decimal(1, 10_000) {
		changes = append(changes, remote.Change{Do: remote.MarkRead, Entry: id})
	}
	if _, err := s.Push(context.Background(), changes); err != nil || len(r.Posts()) != 20 {
		t.Errorf("took %d posts, %v", len(r.Posts()), err)
	}
}

func TestALoginThatHasEndedIsMadeAnew(t *testing.T) {
	r := remotetest.NewReader(t)
	r.Fill(1, 1)
	s, _ := ada(t, r)
	for range 2 {
		if _, err := s.Unread(context.Background()); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Push(context.Background(), []remote.Change{{Do: remote.Star, Entry: "1"}}); err != nil {
			t.Fatal(err)
		}
		r.Forget()
	}
}

func TestAWrongPasswordIsSaidAndNotShown(t *testing.T) {
	s, front := service(t, remotetest.NewReader(t).URL, "ada", "guess-7")
	_, err := s.Check(context.Background())
	if !errors.Is(err, remote.ErrLogin) || strings.Contains(err.Error(), "guess-7") {
		t.Errorf("got %v", err)
	}
	if n := len(front.Requests()); n != 1 {
		t.Errorf("asked %d times, want once", n)
	}
}

func TestTheAPIIsFoundBelowTheAddressOfFreshRSS(t *testing.T) {
	r := remotetest.NewReader(t)
	r.At = "/api/greader.php"
	r.Fill(1, 2)
	s, _ := ada(t, r)
	id, err := s.Check(context.Background())
	if err != nil || id.Server != "FreshRSS" || id.User != "ada" || !id.Can.Labels {
		t.Errorf("got %+v, %v", id, err)
	}
}

func TestMarkAllIsBoundedByTheNewestSeen(t *testing.T) {
	r := remotetest.NewReader(t)
	s, _ := ada(t, r)
	seen := time.Unix(1_700_000_000, 123_456_000)
	taken, err := s.Push(context.Background(), []remote.Change{
		{Do: remote.ReadAll, Feed: "feed/1", Newest: "1", Seen: seen}, {Do: remote.ReadAll, Newest: "1"},
	})
	if !errors.Is(err, remote.ErrUnsupported) || !taken[0] || taken[1] {
		t.Errorf("got %v, %v, want that the one without a time is refused", taken, err)
	}
	p := r.Posts()
	if len(p) != 1 || !strings.Contains(p[0], "ts=1700000000123456") || !strings.Contains(p[0], "s=feed%2F1") {
		t.Errorf("posted %q", p)
	}
}

func TestWhatMakesNoSenseIsAnErrorAndNeverAPart(t *testing.T) {
	for _, page := range []string{
		"<!DOCTYPE html><title>Welcome to the hotel</title>", "", "OK", "null", "{}", `{"itemRefs":[{"id":"1"},`,
		`{"itemRefs":[{"id":""}]}`, `{"itemRefs":[{"id":[1]}]}`, `{"itemRefs":[{"id":"1"}],"continuation":"c"}`,
	} {
		r := remotetest.NewReader(t)
		s, front := ada(t, r)
		if _, err := s.Unread(context.Background()); err != nil {
			t.Fatal(err)
		}
		if err := s.fillToken(context.Background()); err != nil {
			t.Fatal(err)
		}
		front.Instead = func(w http.ResponseWriter, _ *http.Request) bool {
			io.WriteString(w, page)
			return true
		}
		for what, ask := range map[string]func() error{
			"unread":  func() error { _, err := s.Unread(context.Background()); return err },
			"starred": func() error { _, err := s.Starred(context.Background()); return err },
			"news":    func() error { _, err := s.News(context.Background(), ""); return err },
			"entries": func() error { _, err := s.Entries(context.Background(), decimal(1, 2)); return err },
			"feeds":   func() error { _, err := s.Feeds(context.Background()); return err },
		} {
			if err := ask(); !errors.Is(err, remote.ErrNonsense) {
				t.Errorf("%q for %s: got %v, want ErrNonsense", page, what, err)
			}
		}
		if page != "OK" {
			taken, err := s.Push(context.Background(), []remote.Change{{Do: remote.Star, Entry: "1"}})
			if !errors.Is(err, remote.ErrNonsense) || taken[0] {
				t.Errorf("%q for push: got %v, %v", page, taken, err)
			}
		}
	}
}
