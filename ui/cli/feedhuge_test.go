package cli

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// serveHuge serves feeds that are larger than anyone reads, or claim to be.
func serveHuge(t *testing.T) string {
	t.Helper()
	const head = "<rss version='2.0'><channel><title>%s</title><link>https://%[1]s.example/</link>"
	mux := http.NewServeMux()
	mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprintf(w, head, "Long")
		for i := range 50_000 {
			_, _ = fmt.Fprintf(w, "<item><guid>%d</guid><title>Tide %[1]d</title></item>", i)
		}
		_, _ = io.WriteString(w, "</channel></rss>")
	})
	mux.HandleFunc("/huge", func(w http.ResponseWriter, _ *http.Request) {
		text := "<p>The gauge was read at six.</p><!-- " + strings.Repeat("The tide was out. ", 50_000) + "-->"
		_, _ = fmt.Fprintf(w, head, "Huge")
		for sent := 0; sent < 100<<20; sent += len(text) {
			_, err := fmt.Fprintf(w, "<item><guid>%d</guid><title>Part %[1]d</title><description><![CDATA[%s]]></description>"+
				"</item>", sent, text)
			if err != nil {
				return // no more is wanted
			}
		}
		_, _ = io.WriteString(w, "</channel></rss>")
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		blank := make([]byte, 1<<20)
		for range 100 {
			_, _ = z.Write(blank)
		}
		_ = z.Close()
	})
	mux.HandleFunc("/lies", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = io.WriteString(w, "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"+strings.Repeat("\xff", 50))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// TestAHugeFeedIsCutAndSaysSo adds feeds of 50,000 entries and of 100 MB.
func TestAHugeFeedIsCutAndSaysSo(t *testing.T) {
	if racing {
		t.Skip("it takes the race detector a minute")
	}
	server := serveHuge(t)
	run := atHome(t, server)
	for _, c := range []struct{ path, follows, note string }{
		{"/huge", "You follow Huge now: 18 articles.", "cut this feed at 16 MB"},
		{"/long", "You follow Long now: 5,000 articles.", "5,000"},
	} {
		if status, said := run("feed", "add", server+c.path); status != 0 || strings.TrimSpace(said) != c.follows {
			t.Errorf("%s: status %d, %q, want %q", c.path, status, said, c.follows)
		}
		if _, said := run("feed", "health", server+c.path); !strings.Contains(said, c.note) {
			t.Errorf("the health of %s does not say that it was cut: %q", c.path, said)
		}
	}
	if _, said := run("list", "--limit", "0", "feed:long", "title:49999"); strings.Count(said, "\n") != 1 {
		t.Errorf("the newest entry is not there:\n%s", said)
	}
}

// TestABombIsOneSentence asks for what unpacks to much more than it is, and imports lists that would.
func TestABombIsOneSentence(t *testing.T) {
	server := serveHuge(t)
	run := atHome(t, server)
	for path, want := range map[string]string{
		"/bomb": "there is no feed at it", "/lies": "its text is packed in a way that cannot be read",
	} {
		if status, said := run("feed", "add", server+path); status == 0 || !strings.Contains(said, want) ||
			strings.Count(said, "\n") != 1 {
			t.Errorf("%s: status %d, %q, want %q", path, status, said, want)
		}
	}
	const deep = 50_000
	for name, text := range map[string]string{
		"entities": `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
			<opml><body><outline text="&c;" xmlUrl="https://courier.example/feed"/></body></opml>`,
		"nested": "<opml><body>" + strings.Repeat(`<outline text="x">`, deep) +
			`<outline text="Courier" xmlUrl="https://courier.example/feed"/>` + strings.Repeat("</outline>", deep) +
			"</body></opml>",
		"cut off": `<opml><body><outline text="Courier" xmlUrl="https://courier.example/feed"/><outline text="`,
	} {
		list := filepath.Join(t.TempDir(), "list.opml")
		if err := os.WriteFile(list, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		status, said := run("import", list)
		if status != 0 || !strings.Contains(said, "1 feed") || len(said) > 2000 {
			t.Errorf("%s: status %d, %.300q", name, status, said)
		}
	}
	if _, said := run("feed", "list"); strings.Count(said, "\n") != 1 {
		t.Errorf("the feed of the lists is not there once:\n%.500s", said)
	}
}
