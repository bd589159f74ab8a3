package feeds_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"lede/content/conduct"
	"lede/content/fetch"
	"lede/model"

	"lede/content"
)

// BenchmarkUnchangedFeeds asks for a thousand feeds of one host that are as they were, beside a bare client that sends
// the same requests over as many connections. It fails beyond one and a half times the time of that when the server is
// as far away as the next house; on this machine itself, where a request takes a thirtieth of that, the disk shows.
func BenchmarkUnchangedFeeds(b *testing.B) {
	const feeds = 1000
	text := rss("", "a", "b", "c")
	var far atomic.Bool
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if far.Load() {
			time.Sleep(time.Millisecond)
		}
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = io.WriteString(w, text)
	}))
	defer s.Close()
	clock := morning
	l := content.New(content.Options{
		Path: filepath.Join(b.TempDir(), "library.db"), Now: func() time.Time { return clock },
		Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }},
	})
	defer l.Close()
	var all []model.Subscription
	for i := range feeds {
		all = append(all, model.Subscription{URL: fmt.Sprintf("%s/%d", s.URL, i), ETag: `"1"`})
	}
	if _, err := l.Subscribe(b.Context(), all...); err != nil {
		b.Fatal(err)
	}
	times := func() (ours, bare time.Duration) {
		ours, bare = time.Hour, time.Hour
		for range 4 {
			clock = clock.Add(2 * time.Hour)
			began := time.Now()
			var last model.Refresh
			for step := range l.Refresh(b.Context()) {
				last = step
			}
			ours = min(ours, time.Since(began))
			if last.Same != feeds {
				b.Fatalf("it is %+v", last)
			}
			began = time.Now()
			askBare(b, s.URL, feeds)
			bare = min(bare, time.Since(began))
		}
		return ours, bare
	}
	ours, bare := times()
	b.ReportMetric(float64(ours)/float64(bare), "times-bare-here")
	far.Store(true)
	ours, bare = times()
	b.ReportMetric(float64(ours)/float64(bare), "times-bare")
	if ratio := float64(ours) / float64(bare); ratio > 1.5 {
		b.Errorf("it takes %.2f times as long as a bare client (%s, %s)", ratio, ours, bare)
	}
}

// askBare sends the requests over as many connections to the host as lede has.
func askBare(b *testing.B, url string, n int) {
	way := &http.Transport{MaxConnsPerHost: conduct.PerHost, MaxIdleConnsPerHost: conduct.PerHost}
	client := &http.Client{Transport: way}
	next := make(chan int)
	var all sync.WaitGroup
	for range conduct.AtOnce {
		all.Go(func() {
			for i := range next {
				r, err := http.NewRequestWithContext(b.Context(), http.MethodGet, url+"/"+strconv.Itoa(i), nil)
				if err != nil {
					b.Error(err)
					return
				}
				r.Header.Set("If-None-Match", `"1"`)
				answer, err := client.Do(r)
				if err != nil {
					b.Error(err)
					return
				}
				_, _ = io.Copy(io.Discard, answer.Body)
				_ = answer.Body.Close()
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	all.Wait()
	client.CloseIdleConnections()
}
