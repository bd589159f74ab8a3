package address

import (
	"strings"
	"testing"
)

func TestHostAndNameOfAnAddress(t *testing.T) {
	for in, want := range map[string]struct{ host, name string }{
		"https://www.News.example:8080/a?b": {"www.news.example", "news.example"},
		"https://news.example./a":           {"news.example", "news.example"},
		"http://[::1]:80/":                  {"::1", "::1"},
		"mailto:ines@news.example":          {},
		"a/b.html":                          {},
		"https://a b/":                      {},
		"https://news.example/" + strings.Repeat("a", 9000): {},
	} {
		if host, name := Host(in), Name(in); host != want.host || name != want.name {
			t.Errorf("%.40q: got host %q and name %q, want %q and %q", in, host, name, want.host, want.name)
		}
	}
}

func TestSameSiteIsOneRegisteredDomainOrOneServer(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"https://www.news.example/a", "http://m.news.example/b", true},
		{"https://news.example/a", "https://news.example:8443/a", true},
		{"https://News.example/a", "https://news.example./a", true},
		{"https://news.example/a", "https://other.example/a", false},
		{"https://a.co.uk/", "https://b.co.uk/", false},
		{"http://localhost:8080/", "http://localhost:9090/", false},
		{"http://localhost:8080/", "http://localhost:8080/a", true},
		{"https://localhost/", "http://localhost:80/", true},
		{"http://192.168.1.5/", "http://10.0.1.5/", false},
		{"http://192.168.1.5/", "http://192.168.1.5:81/", false},
		{"a.html", "a.html", false},
		{"mailto:a@news.example", "mailto:b@news.example", false},
	} {
		if got := SameSite(c.a, c.b); got != c.want {
			t.Errorf("SameSite(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestFrontPagesAreToldByTheirAddress(t *testing.T) {
	for in, want := range map[string]bool{
		"https://news.example":        true,
		"https://news.example/":       true,
		"/":                           true,
		"https://news.example/a":      false,
		"https://news.example/?id=7":  false,
		"https://news.example/#about": false,
		"":                            false,
	} {
		if got := IsFront(in); got != want {
			t.Errorf("IsFront(%q) = %v, want %v", in, got, want)
		}
	}
}

func TestTheNameOfASiteThatIsAHostIsWrittenAsOne(t *testing.T) {
	for name, want := range map[string]string{
		"DW.COM": "dw.com", "www.Courier.co.uk": "courier.co.uk", "dw.com": "dw.com",
		"The Elmbridge Post": "The Elmbridge Post", "Node.js": "Node.js", "St. Ives Times": "St. Ives Times",
		"A.B.": "A.B.", "": "", "News 24/7.com": "News 24/7.com", ".com": ".com",
	} {
		if got := SiteName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
