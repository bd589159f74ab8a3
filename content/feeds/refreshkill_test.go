package feeds_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"lede/content/fetch"
	"lede/model"
	"lede/model/query"

	"lede/content"
)

const (
	killedFeeds = 10
	killedPart  = 3 // entries that each round brings to each feed
)

// roundsLibrary is a library whose clock stands at a round: two hours are between two of them.
func roundsLibrary(path string, round int) *content.Library {
	now := morning.Add(time.Duration(round) * 2 * time.Hour)
	return content.New(content.Options{
		Path: path, Now: func() time.Time { return now },
		Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }},
	})
}

// TestRefresher is the refresh that TestAKilledRefreshLosesNothing kills: it prints the name of each feed whose new
// entries it has reported as kept.
func TestRefresher(t *testing.T) {
	path := os.Getenv("REFRESH_LIBRARY")
	if path == "" {
		t.Skip("runs as a program of its own")
	}
	round, _ := strconv.Atoi(os.Getenv("REFRESH_ROUND"))
	for step := range roundsLibrary(path, round).Refresh(t.Context()) {
		for _, f := range step.Fresh {
			fmt.Fprintln(os.Stdout, "kept", f.Name)
		}
		if step.Err != nil {
			fmt.Fprintln(os.Stdout, "error", step.Err)
		}
	}
	fmt.Fprintln(os.Stdout, "end")
}

// serveRounds serves feeds that list what all rounds until now have brought, and returns how to go on to a round.
func serveRounds(t *testing.T) (url string, turn func(round int)) {
	t.Helper()
	rounds := make(chan int, 1)
	rounds <- 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		round := <-rounds
		rounds <- round
		w.Header().Set("ETag", fmt.Sprintf(`"%d"`, round))
		var titles []string
		for i := range (round + 1) * killedPart {
			titles = append(titles, entryName(strings.TrimPrefix(r.URL.Path, "/"), i))
		}
		_, _ = fmt.Fprint(w, strings.Replace(rss("", titles...), "The Courier", strings.TrimPrefix(r.URL.Path, "/"), 1))
	}))
	t.Cleanup(s.Close)
	return s.URL, func(round int) {
		<-rounds
		rounds <- round
	}
}

func entryName(feed string, i int) string { return fmt.Sprintf("%s-%d", feed, i) }

// killed runs a refresh and kills it after a time, in some rounds once it has reported something. It returns the feeds
// whose entries it has reported as kept.
func killed(t *testing.T, path string, round int, after time.Duration) (kept []string) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestRefresher$")
	c.Env = append(os.Environ(), "REFRESH_LIBRARY="+path, fmt.Sprintf("REFRESH_ROUND=%d", round))
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { time.AfterFunc(after, func() { _ = c.Process.Kill() }) }
	if round%2 == 0 {
		kill()
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		what, name, _ := strings.Cut(lines.Text(), " ")
		switch what {
		case "kept":
			if kept = append(kept, name); len(kept) == 1 && round%2 == 1 {
				kill()
			}
		case "error":
			t.Errorf("round %d: the refresh says %s", round, name)
		}
	}
	_ = c.Wait()
	return kept
}

// TestAKilledRefreshLosesNothing kills refreshes at any moment, and looks for everything that they have reported as
// kept, and that no entry is there twice. LEDE_KILLS says how many.
func TestAKilledRefreshLosesNothing(t *testing.T) {
	rounds := 6
	if n, err := strconv.Atoi(os.Getenv("LEDE_KILLS")); err == nil {
		rounds = n
	}
	url, turn := serveRounds(t)
	path := filepath.Join(t.TempDir(), "library.db")
	var feeds []model.Subscription
	for i := range killedFeeds {
		feeds = append(feeds, model.Subscription{URL: fmt.Sprintf("%s/f%d", url, i)})
	}
	l := roundsLibrary(path, 0)
	if _, err := l.Subscribe(t.Context(), feeds...); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]int) // by feeds: the latest round whose entries have been reported as kept
	for round := range rounds {
		turn(round)
		for _, name := range killed(t, path, round, time.Duration(rand.IntN(60))*time.Millisecond) {
			seen[name] = round
		}
	}
	if len(seen) == 0 {
		t.Fatal("no refresh has kept anything")
	}
	l = roundsLibrary(path, rounds)
	defer func() { _ = l.Close() }()
	there := entryCounts(t, l)
	for name, round := range seen {
		for i := range (round + 1) * killedPart {
			if there[entryName(name, i)] == 0 {
				t.Errorf("%s was reported as kept, and is lost", entryName(name, i))
			}
		}
	}
	turn(rounds)
	for step := range l.Refresh(t.Context()) {
		if step.Err != nil || len(step.Failed) > 0 {
			t.Errorf("the last refresh: %v, %+v", step.Err, step.Failed)
		}
	}
	there = entryCounts(t, l)
	for i := range killedFeeds {
		for k := range (rounds + 1) * killedPart {
			if name := entryName(fmt.Sprintf("f%d", i), k); there[name] != 1 {
				t.Errorf("%s is there %d times", name, there[name])
			}
		}
	}
}

// entryCounts returns how often each title is in a library, which must be sound.
func entryCounts(t *testing.T, l *content.Library) map[string]int {
	t.Helper()
	s, err := l.Store(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if wrong, err := s.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Fatal(wrong, err)
	}
	rows, err := l.Find(t.Context(), query.Query{}, 0, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	counts := make(map[string]int)
	for _, r := range rows {
		counts[r.Title]++
	}
	return counts
}
