package reading_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/content/contenttest"
	"lede/content/fetch"

	"lede/content"
)

// site is a server of pages by their path, and a library that reads from it.
func site(t *testing.T, pages map[string]string) (*content.Library, string) {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, ok := pages[r.URL.Path]
		if !ok {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(page))
	}))
	t.Cleanup(s.Close)
	l := content.New(content.Options{Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }}})
	return l, s.URL
}

func TestPagesThatAreNoArticleAreTold(t *testing.T) {
	pages := map[string]string{
		"it is made by a script": `<html><head><title>News</title></head><body><noscript>You need to enable ` +
			`JavaScript to run this app.</noscript><div id="root"></div><script src=a.js></script></body></html>`,
		"made by a script, which": `<html><body><div id=app>Loading …</div><script>start()</script></body></html>`,
		"there is no text in it":  `<html><head><title>Nothing</title></head><body><div></div></body></html>`,
		"the site asks you to log": `<html><body><h1>Sign in</h1><form><p>Enter your name and password to read on.</p>` +
			`<input name=u><input type="password" name=p></form></body></html>`,
		"asks for your consent": `<html><head><title>Before you continue to the news</title></head><body><p>` +
			strings.Repeat("We and our partners use cookies. ", 9) + `</p></body></html>`,
		"see that you are not a prog": `<html><head><title>Just a moment...</title></head><body><p>Checking your ` +
			`browser.</p></body></html>`,
		"it only leads on, to " +
			"https://a.example/Next/A&B. Open": `<html><head><title>İİİ</title><META HTTP-EQUIV="Refresh" CONTENT="0; ` +
			`URL=https://a.example/Next/A&amp;B"></head><body><p>Moved.</p></body></html>`,
		"it only leads on, to https": `<html><head><meta http-equiv="refresh" content="0; url='https://a.example/next'">` +
			`</head><body><p>Moved.</p></body></html>`,
		"this network wants you": `<html><!-- <WISPAccessGatewayParam> --><body><p>Welcome to the hotel.</p></body>` +
			`</html>`,
	}
	byPath := map[string]string{}
	for want, page := range pages {
		byPath["/"+strings.ReplaceAll(want, " ", "-")] = page
	}
	l, url := site(t, byPath)
	for want := range pages {
		_, err := l.Read(context.Background(), url+"/"+strings.ReplaceAll(want, " ", "-"))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "Cannot open http://") {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestArticlesAreNoWalls(t *testing.T) {
	for name, page := range map[string]string{
		"with a login": `<html><body><form><input type="password"></form><article><h1>Tides</h1><p>` +
			strings.Repeat(contenttest.Tides, 6) + `</p></article></body></html>`,
		"in a program's place": `<html><body><noscript>Enable JavaScript.</noscript><div id="root"><article><h1>` +
			`Tides</h1><p>` + strings.Repeat(contenttest.Tides, 6) +
			`</p></article></div><script src=a.js></script></body></html>`,
		"short": `<html><body><p>` + contenttest.Tides + `</p><script>count()</script></body></html>`,
		"little of much": `<html><body><form><input type="password"></form><table>` +
			strings.Repeat("<tr><td>"+contenttest.Tides+"</td></tr>", 40) + `</table></body></html>`,
		"on security checks": `<html><head><title>Security checks at the port take longer</title></head><body><p>` +
			strings.Repeat(contenttest.Tides, 3) + `</p></body></html>`,
		"on security": `<html><head><title>Security check finds rust on the sea wall</title></head><body><p>` +
			strings.Repeat(contenttest.Tides, 9) + `</p></body></html>`,
		"on consent": `<html><head><title>Cookie consent: what the court said</title></head><body><p>` +
			strings.Repeat(contenttest.Tides, 30) + `</p></body></html>`,
	} {
		l, url := site(t, map[string]string{"/": page})
		a, err := l.Read(context.Background(), url)
		if err != nil || a.Words < 15 {
			t.Errorf("%s: got %d words, %v", name, a.Words, err)
		}
	}
}

func TestSavedPageMadeByAScriptIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "saved.html")
	page := `<!DOCTYPE html><title>News</title><div id="app"></div><script src=a.js></script>`
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := content.New(content.Options{}).Read(context.Background(), path)
	if err == nil || !strings.Contains(err.Error(), "it is made by a script, which lede does not run") {
		t.Errorf("got %v", err)
	}
}
