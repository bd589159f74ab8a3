package fetch

import (
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func quiet() *log.Logger { return log.New(io.Discard, "", 0) }

func TestProxyIsNotAskedForPrivateHosts(t *testing.T) {
	asked := ""
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = r.URL.String()
		if r.URL.Host == "leads.example" {
			http.Redirect(w, r, "http://127.0.0.2/admin", http.StatusFound)
			return
		}
		io.WriteString(w, story)
	}))
	defer proxy.Close()
	at, _ := url.Parse(proxy.URL)
	w := web()
	w.Proxy = http.ProxyURL(at)
	w.Typed = func(host string) bool { return host == "typed.local" }
	for address, want := range map[string]string{
		"http://news.example/a":           "",
		"http://typed.local/":             "",
		"http://127.0.0.2/a":              "127.0.0.2 is at a private address",
		"http://[::ffff:127.0.0.2]/a":     "is at a private address",
		"http://localhost/a":              "localhost is at a private address",
		"http://printer.local/":           "printer.local is at a private address",
		"http://router/":                  "router is at a private address",
		"http://metadata.google.internal": "metadata.google.internal is at a private address",
		"http://leads.example/":           "127.0.0.2 is at a private address",
	} {
		asked = ""
		g := get(w, address)
		switch {
		case want == "" && (g.err != nil || g.text != story || asked != address):
			t.Errorf("%s: got %v, the proxy was asked for %q", address, g.err, asked)
		case want != "" && address != "http://leads.example/" && asked != "":
			t.Errorf("the proxy was asked for %s", asked)
		case want != "":
			sentence(t, g.err, want)
		}
	}
}

func TestProxyThatIsNotThereIsTold(t *testing.T) {
	gone := httptest.NewServer(nil)
	at, _ := url.Parse(gone.URL)
	gone.Close()
	w := web()
	w.Proxy = http.ProxyURL(at)
	sentence(t, get(w, "http://news.example/").err, "the proxy in the environment does not lead to news.example")
}

func TestProxyThatRefusesIsTold(t *testing.T) {
	for code, want := range map[int]string{
		http.StatusProxyAuthRequired: "the proxy on the way to news.example asks for a password (407). Put it into " +
			"HTTPS_PROXY",
		http.StatusForbidden:  "the proxy in the environment does not lead to news.example",
		http.StatusBadGateway: "the proxy in the environment does not lead to news.example",
	} {
		proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }))
		at, _ := url.Parse(proxy.URL)
		w := web()
		w.Proxy = http.ProxyURL(at)
		sentence(t, get(w, "https://news.example/").err, want)
		proxy.Close()
	}
}

func TestPasswordOfAProxyIsNotTold(t *testing.T) {
	w := web()
	w.Proxy = func(*http.Request) (*url.URL, error) {
		return nil, errors.New(`invalid proxy address "http://me:secret@[proxy"`)
	}
	err := get(w, "http://news.example/").err
	sentence(t, err, "the proxy in the environment is not an address")
	for ; err != nil; err = errors.Unwrap(err) {
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("%q tells the password", err)
		}
	}
}
