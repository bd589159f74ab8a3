package fetch

import (
	"errors"
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
	if err := get(web(), s.URL).err; !errors.As(err, &status) || status != (StatusError{http.StatusTooManyRequests, 90 * time.Second}) {
		t.Errorf("got %v, %+v", err, status)
	}
}
