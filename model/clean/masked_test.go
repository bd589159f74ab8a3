package clean

import "testing"

func TestMaskedHidesUserNamesAndPasswords(t *testing.T) {
	for s, want := range map[string]string{
		"https://ada:secret@news.example/a":          "https://**********@news.example/a",
		"https://ada@news.example":                   "https://***@news.example",
		"https://a:p@ss@news.example/x@y":            "https://******@news.example/x@y",
		"https://news.example/@ada":                  "https://news.example/@ada",
		"get http://a:b@c.example and ftp://d:é@e.f": "get http://***@c.example and ftp://***@e.f",
		"mail ada@news.example":                      "mail ada@news.example",
		"://@":                                       "://@",
		"":                                           "",
	} {
		if got := Masked(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
