package address

import "testing"

func TestLeadsToPage(t *testing.T) {
	for url, want := range map[string]bool{
		"https://news.example":                      true,
		"https://news.example/story":                true,
		"https://news.example/story.html?x=a.png":   true,
		"http://news.example/2026/05/03/a.story/":   true,
		"https://news.example/pier.JPG":             false,
		"https://news.example/pier.jpg?w=800#top":   false,
		"https://news.example/report.pdf":           false,
		"https://a.zip":                             true, // a host may be named so
		"mailto:ines@news.example":                  false,
		"ftp://news.example/a":                      false,
		"https://news.example/a b":                  false,
		"":                                          false,
		"https://news.example/files/archive.tar.gz": false,
	} {
		if got := LeadsToPage(url); got != want {
			t.Errorf("%q: got %v, want %v", url, got, want)
		}
	}
}
