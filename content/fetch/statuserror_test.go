package fetch

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func TestAStatusIsTheCauseOfItsSentence(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "90")
		w.WriteHeader(http.StatusTooManyRequests)
	}))
	defer s.Close()
	var status StatusError
	if err := get(web(), s.URL).err; !errors.As(err, &status) ||
		status != (StatusError{http.StatusTooManyRequests, 90 * time.Second}) {
		t.Errorf("got %v, %+v", err, status)
	}
}

// TestAHostThatIsAskedTooOftenIsLeftAlone asks a host again before the time that it has asked for, and after it.
func TestAHostThatIsAskedTooOftenIsLeftAlone(t *testing.T) {
	asked := 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if asked++; asked == 1 {
			w.Header().Set("Retry-After", "90")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		_, _ = io.WriteString(w, story)
	}))
	defer s.Close()
	w := web()
	now := time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)
	w.Now = func() time.Time { return now }
	sentence(t, get(w, s.URL+"/a").err, "It asks to wait 90 seconds")
	now = now.Add(time.Minute)
	sentence(t, get(w, s.URL+"/b").err, "127.0.0.1 is asked too often (429). It asks to wait 30 seconds")
	if asked != 1 {
		t.Errorf("asked %d times within the time", asked)
	}
	now = now.Add(time.Minute)
	if g := get(w, s.URL+"/b"); g.err != nil || g.text != story {
		t.Errorf("after it: %v", g.err)
	}
}
