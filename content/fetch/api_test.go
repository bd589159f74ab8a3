package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// call sends a request to an API.
func callAPI(w *Web, method, server, path string) (status int, text string, err error) {
	way, err := w.API(server)
	if err != nil {
		return 0, "", err
	}
	r, err := http.NewRequestWithContext(context.Background(), method, server+path, strings.NewReader("sent"))
	if err != nil {
		return 0, "", err
	}
	r.SetBasicAuth("ada", "secret")
	a, err := way.RoundTrip(r)
	if err != nil {
		return 0, "", err
	}
	defer a.Body.Close()
	data, err := io.ReadAll(a.Body)
	return a.StatusCode, string(data), err
}

func TestAnAPIGetsTheRequestAsItIs(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		user, password, _ := r.BasicAuth()
		w.WriteHeader(http.StatusTeapot)
		io.WriteString(w, strings.Join([]string{r.Method, string(body), user, password, r.UserAgent()}, " "))
	}))
	defer s.Close()
	status, text, err := callAPI(web(), http.MethodPut, s.URL, "/v1")
	if err != nil || status != http.StatusTeapot || text != "PUT sent ada secret "+web().Agent {
		t.Errorf("got %d %q, %v", status, text, err)
	}
}

func TestAnAPIIsOnlyFollowedOnItsOwnHost(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		t.Error("the other host was asked")
	}))
	defer other.Close()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/away":
			http.Redirect(w, r, other.URL, http.StatusTemporaryRedirect)
		case "/moved":
			http.Redirect(w, r, "/here", http.StatusMovedPermanently)
		case "/kept":
			http.Redirect(w, r, "/here", http.StatusPermanentRedirect)
		default:
			body, _ := io.ReadAll(r.Body)
			io.WriteString(w, r.Method+" "+string(body))
		}
	}))
	defer s.Close()
	for _, c := range []struct{ method, path, want string }{
		{http.MethodGet, "/away", "account's address"},
		{http.MethodPost, "/moved", "account's address"}, // a POST would become a GET
		{http.MethodGet, "/moved", "GET sent"},
		{http.MethodPost, "/kept", "POST sent"},
	} {
		_, text, err := callAPI(web(), c.method, s.URL, c.path)
		if err != nil {
			text = err.Error()
		}
		if !strings.Contains(text, c.want) || strings.Contains(text, "secret") {
			t.Errorf("%s %s: got %q, want %q", c.method, c.path, text, c.want)
		}
	}
}

func TestAnAPIAnswersWholeOrNotAtAll(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/cut" {
			w.Header().Set("Content-Length", "99")
			io.WriteString(w, "[1,2")
			return
		}
		for range 17 {
			io.WriteString(w, strings.Repeat(" ", 1<<20))
		}
	}))
	defer s.Close()
	if _, text, err := callAPI(web(), http.MethodGet, s.URL, "/cut"); err == nil {
		t.Errorf("cut off: got %q", text)
	}
	var large *http.MaxBytesError
	if _, _, err := callAPI(web(), http.MethodGet, s.URL, "/large"); !errors.As(err, &large) {
		t.Errorf("17 MB: got %v", err)
	}
}

func TestAnAPIThatAsksToWaitIsLeftAlone(t *testing.T) {
	asked := 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusTooManyRequests)
	}))
	defer s.Close()
	w := web()
	for range 2 {
		if status, _, err := callAPI(w, http.MethodGet, s.URL, "/"); err != nil || status != http.StatusTooManyRequests {
			t.Errorf("got %d, %v", status, err)
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times, want once", asked)
	}
}
