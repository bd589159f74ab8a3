package fetch

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestStatusesAreTold(t *testing.T) {
	for _, c := range []struct {
		code    int
		headers []string
		want    string
	}{
		{code: 204, want: "the page is empty (204). Open it in the browser"},
		{code: 205, want: "the page is empty (205)"},
		{code: 304, want: "nothing has changed, which was not asked (304)"},
		{code: 300, want: "answers what was not asked (300, Multiple Choices)"},
		{code: 400, want: "refuses it (400, Bad Request)"},
		{
			code: 401, headers: []string{`WWW-Authenticate: Basic realm="x"`},
			want: "asks for a name and a password (401). Log in to it in the browser",
		},
		{code: 402, want: "wants to be paid (402)"},
		{code: 403, want: "refuses it (403)"},
		{code: 403, headers: []string{"Cf-Mitigated: challenge"}, want: "wants to see that you are not a program"},
		{code: 404, want: "has no such page (404). Check the address"},
		{code: 408, want: "did not wait (408)"},
		{code: 410, want: "has taken the page away for good (410)"},
		{code: 418, want: "refuses it (418, I'm a teapot)"},
		{code: 429, want: "is asked too often (429). Try again later"},
		{code: 429, headers: []string{"Retry-After: 90"}, want: "is asked too often (429). It asks to wait 90 seconds."},
		{code: 429, headers: []string{"Retry-After: Wed, 25 Nov 2026 13:00:00 GMT"}, want: "It asks to wait 60 minutes."},
		{code: 429, headers: []string{"Retry-After: Wed, 25 Nov 2020 13:00:00 GMT"}, want: "Try again later."},
		{code: 429, headers: []string{"Retry-After: soon"}, want: "Try again later."},
		{code: 451, want: "for legal reasons (451)"},
		{code: 500, want: "has a fault (500). Try again later"},
		{code: 502, want: "has a fault, or is overloaded (502)"},
		{code: 503, headers: []string{"Retry-After: 7200"}, want: "cannot answer now (503). It asks to wait 2 hours."},
		{code: 503, headers: []string{"Retry-After: 99999999999999"}, want: "cannot answer now (503)."},
		{code: 503, headers: []string{"Retry-After: 864000"}, want: "It asks to wait 10 days."},
		{code: 504, want: "waits for another server in vain (504)"},
		{code: 511, want: "this network wants you to log in first (511)"},
		{code: 599, want: "has a fault (599)"},
		{code: 999, want: "has a fault (999)"},
	} {
		h := hostile{serve: status(c.code, c.headers...), want: c.want}
		t.Run(c.want, func(t *testing.T) {
			w := web()
			w.Now = func() time.Time { return time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) }
			sentence(t, get(w, h.start(t)).err, c.want)
		})
	}
}

func TestPartOfAPageIsShownAndSaysSo(t *testing.T) {
	h := hostile{
		serve: status(http.StatusPartialContent, "Content-Range: bytes 0-9/99"), text: story, kind: HTML,
		cut: "The server sent only a part",
	}
	h.check(t, h.start(t))
}

func TestAddressesThatAreNotFetched(t *testing.T) {
	for ref, want := range map[string]string{
		"ftp://a.example/x":                              "does not open addresses that begin with ftp:",
		"gemini://a.example/":                            "does not open addresses that begin with gemini:",
		"file:///etc/passwd":                             "lede opens a file by its path",
		"https://me:secret@a.example/":                   "the address holds a user name",
		"https://":                                       "the address names no host. Write it as https://HOST/PAGE",
		"https:///x":                                     "the address names no host",
		"https://a.example:99999/":                       "a port that cannot be",
		"https://127.1/":                                 "a host that cannot be",
		"https://0x7f.0.0.1/":                            "a host that cannot be",
		"https://2130706433/":                            "a host that cannot be",
		"https://a..example/":                            "a host that cannot be",
		"https://-a.example/":                            "a host that cannot be",
		"https://a.example/\x1b[31m":                     "characters that no address may hold",
		"https://a.example/\u202e":                       "characters that no address may hold",
		"https://a.example\\@b.example/":                 "characters that no address may hold",
		"https://a.example/" + strings.Repeat("x", 9000): "longer than 8,192 bytes",
	} {
		err := Fetcher{Web: web()}.Check(t.Context(), ref)
		sentence(t, err, want)
		sentence(t, get(web(), ref).err, want)
	}
	for ref, want := range map[string]string{
		"https://Bücher.Example/a?b=c#d": "https://xn--bcher-kva.example/a?b=c",
		" HTTPS://A.Example./x\u00a0":    "https://a.example/x",
		"http://[::FFFF:1.2.3.4]:80/":    "http://[::ffff:1.2.3.4]:80/",
		"http://a_b.example/ü":           "http://a_b.example/%C3%BC",
	} {
		u, err := webAddress(ref)
		if err != nil || u.String() != want {
			t.Errorf("%q: got %v, %v, want %s", ref, u, err, want)
		}
	}
}
