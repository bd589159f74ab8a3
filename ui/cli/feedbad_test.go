package cli

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/ui/cli/console"
)

const courierFeed = "<rss version='2.0'><channel><title>The Courier</title><link>https://courier.example/</link>" +
	"<item><guid>1</guid><title>Harbour</title><description>The tide came over the quay at six.</description></item>" +
	"<item><guid>1</guid><title>Harbour</title><description>The tide came over the quay at six.</description></item>" +
	"<item><title>No ID at all</title><description>The gauges were read at noon by nobody.</description></item>" +
	"<item><guid>3</guid><title>To come</title><pubDate>Mon, 01 Jan 2091 00:00:00 GMT</pubDate></item></channel></rss>"

// serveBad serves what comes in place of a feed.
func serveBad(t *testing.T) string {
	t.Helper()
	write := func(status int, kind, text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.WriteHeader(status)
			_, _ = io.WriteString(w, text)
		}
	}
	lying := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = io.WriteString(w, courierFeed)
	}
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/good":    write(200, "application/rss+xml", courierFeed),
		"/page":    write(200, "text/html", "<html><head><title>Home</title></head><body>Nothing here.</body></html>"),
		"/text":    write(200, "text/plain", "Only words, and no feed."),
		"/login":   write(401, "text/html", "<html><body>Log in</body></html>"),
		"/gone":    write(410, "text/plain", "gone"),
		"/missing": write(404, "text/plain", "no"),
		"/same":    write(304, "", ""),
		"/nothing": write(200, "application/rss+xml", ""),
		"/empty":   write(200, "application/rss+xml", "<rss version='2.0'><channel><title>Quiet</title></channel></rss>"),
		"/film":    write(200, "video/mp4", "\x00\x00\x00\x18ftypmp42"),
		"/gzip":    lying,
		"/loop":    func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) },
		"/comments": write(200, "text/html", "<html><head><link rel=alternate type=application/rss+xml "+
			"title='Comments Feed' href='/talk/comments'></head><body><p>Talk.</p></body></html>"),
		"/several": write(200, "text/html", "<html><head><link rel=alternate type=application/rss+xml title=Quays "+
			"href='/x/quays'><link rel=alternate type=application/rss+xml title=Marks href='/x/marks'></head></html>"),
	} {
		mux.HandleFunc(path, h)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// atHome returns what runs lede with a home of its own, and returns its status and all that it says, without the
// address of the server.
func atHome(t *testing.T, server string) func(args ...string) (int, string) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, filepath.Join(dir, "home"))
	}
	return func(args ...string) (int, string) {
		var out, errs bytes.Buffer
		status := Main(args, strings.NewReader(""), &out, &errs)
		return status, strings.ReplaceAll(out.String()+errs.String(), server, "")
	}
}

// TestWhatIsNoFeedIsSaidInOneSentence adds what is none, and looks that nothing is followed.
func TestWhatIsNoFeedIsSaidInOneSentence(t *testing.T) {
	server := serveBad(t)
	run := atHome(t, server)
	for path, want := range map[string]string{
		"/page":     "there is no feed at it, and none that it leads to. Look on the site",
		"/text":     "there is no feed at it, and none that it leads to. Look on the site",
		"/nothing":  "there is no feed at it, and none that it leads to. Look on the site",
		"/comments": "there is no feed at it, and none that it leads to. Look on the site",
		"/login":    "asks for a name and a password (401). Set login with: lede feed edit",
		"/gone":     "has taken the feed away for good (410). Look for it elsewhere",
		"/missing":  "has no such feed (404). Look on the site for its address",
		"/same":     "answers that nothing has changed, which was not asked (304). Try again later",
		"/film":     "it is a video, not a page to read. Open it in the browser",
		"/loop":     "it leads round in a circle. Look on the site for its address",
		"/several":  "several feeds; add the one that you mean: lede feed add /x/quays or lede feed add /x/marks",
	} {
		status, said := run("feed", "add", server+path)
		if status != console.Failed || !strings.Contains(said, want) || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: status %d, %q, want %q", path, status, said, want)
		}
	}
	if status, said := run("feed", "list"); status == 0 {
		t.Errorf("what is no feed is followed: %s", said)
	}
	for _, c := range []struct{ path, want string }{
		{"/empty", "You follow Quiet now: 0 articles."},
		{"/gzip", "You follow The Courier now: 3 articles."}, // it is not packed, in spite of what is said
		{"/good", "You follow The Courier now: 0 articles."}, // the same articles are once
		{"/good", "You follow The Courier already."},
	} {
		if status, said := run("feed", "add", server+c.path); status != 0 || strings.TrimSpace(said) != c.want {
			t.Errorf("%s: status %d, %q, want %q", c.path, status, said, c.want)
		}
	}
	if _, said := run("feed", "move", server+"/gzip", server+"/good", "News"); said != "2 feeds are in News now.\n" {
		t.Errorf("moving two says %q", said)
	}
	if _, said := run("list"); strings.Count(said, "Harbour") != 1 || strings.Count(said, "\n") != 3 {
		t.Errorf("an entry is lost, or twice:\n%s", said)
	}
}

// TestAListLeadsIntoThePrivateNetworkOnlyWhenAllowed imports a list with a feed on this machine, which nobody has
// typed.
func TestAListLeadsIntoThePrivateNetworkOnlyWhenAllowed(t *testing.T) {
	server := serveBad(t)
	list, urls := filepath.Join(t.TempDir(), "list.opml"), filepath.Join(t.TempDir(), "urls")
	opml := `<opml version="2.0"><body><outline type="rss" text="x" xmlUrl="` + server + `/good"/></body></opml>`
	for path, text := range map[string]string{list: opml, urls: server + "/good\n"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	typed := []string{"import", urls} // the user's configuration of newsboat
	for _, allow := range [][]string{{"import", "--allow-private", list}, {"feed", "add", server + "/good"}, typed} {
		run := atHome(t, server)
		for range 2 { // as often as one likes
			status, said := run("import", list)
			if status != 0 || !strings.Contains(said, "1 feed is at a private address, which lede asks for only once you "+
				"allow it: /good. If the list is yours: lede import --allow-private "+list+"\n") {
				t.Errorf("the import says %q (%d)", said, status)
			}
		}
		if status, said := run("refresh"); status != console.Failed ||
			!strings.Contains(said, "is at a private address. To allow that: lede feed add /good\n") {
			t.Errorf("the refresh says %q (%d)", said, status)
		}
		if status, said := run(allow...); status != 0 {
			t.Errorf("%s says %q (%d)", allow, said, status)
		}
		if status, said := run("refresh"); status != 0 || !strings.Contains(said, "3 new") {
			t.Errorf("after %s the refresh says %q (%d)", allow, said, status)
		}
		if _, said := run("import", list); strings.Contains(said, "private") {
			t.Errorf("after %s the import says %q", allow, said)
		}
	}
}
