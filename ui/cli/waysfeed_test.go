//go:build unix

package cli

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// serveEvil serves feeds that are full of it, and at /page a page that names two of them. It returns where.
func serveEvil(t *testing.T) string {
	t.Helper()
	feed := "<rss version='2.0'><channel><title>Quaymark" + evilPage + " feed</title><link>https://a.example/" +
		evilPage + "</link><item><guid>1" + evilPage + "</guid><title>Quaymark" + evilPage + " item</title><author>Ada" +
		evilPage +
		"</author><category>Quay" + evilPage + "</category><description>The quaymark" + evilPage +
		" stood at four metres.</description><enclosure url='/f/quaymark%E2%80%AE.mp3' type='audio/x" + evilPage +
		"'/></item></channel></rss>"
	page := "<html><head>"
	for _, name := range []string{"quays", "marks"} {
		page += "<link rel=alternate type=application/rss+xml title='Quaymark" + evilPage + name +
			"' href='/x/" + name + "'>"
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/page" {
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, page)
			return
		}
		if strings.HasPrefix(r.URL.Path, "/f/") {
			w.Header().Set("Content-Disposition", "attachment; filename*=UTF-8''..%2Fquaymark%1B%5B2J%C2%9B%E2%80%AE.mp3")
			_, _ = io.WriteString(w, "four metres")
			return
		}
		w.Header().Set("ETag", "\"\u202equays\u009b\"")
		_, _ = io.WriteString(w, feed)
	}))
	t.Cleanup(server.Close)
	return server.URL
}
