package session

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"

	"lede/content"
	"lede/content/contenttest"
	"lede/content/fetch"
)

func TestASessionAsksForAPageOnce(t *testing.T) {
	asked := 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		_, _ = fmt.Fprint(w, contenttest.PageOf("A page"))
	}))
	defer s.Close()
	list := unlistedSession(t, content.Options{Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }}},
		s.URL+"/a", s.URL+"/a")
	listAll(t, list)
	rows := rowsOf(t, list, "")
	if titlesOf(rows) != "Tides" || rows[0].Ref != s.URL+"/a" || asked != 1 {
		t.Errorf("got %+v, asked %d times", rows, asked)
	}
}
