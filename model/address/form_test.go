package address

import (
	"strings"
	"testing"
)

func TestIsChecked(t *testing.T) {
	for s, want := range map[string]bool{
		"https://news.example/a?b#c": true,
		"http://news.example":        true,
		"mailto:a@news.example":      true,
		"https://[::1]/":             true,
		"":                           false,
		"news.example":               false,
		"HTTPS://news.example":       false,
		"https://":                   false,
		"https:///x":                 false,
		"https://:80/":               false,
		"https://a@news.example/":    false,
		"https://news.example/ x":    false,
		"https://news.example/\x1b":  false,
		"https://news.example/ü":     false,
		"https://news.example/'":     false,
		"https://news.example/\\":    false,
		"javascript:x":               false,
		"file:///etc/passwd":         false,
		"mailto:":                    false,
		"mailto:-a@b":                false,
		"--version":                  false,
		"https://news.example/" + strings.Repeat("a", 9000): false,
	} {
		if got := IsChecked(s); got != want {
			t.Errorf("IsChecked(%.60q) = %v, want %v", s, got, want)
		}
	}
}

func TestServer(t *testing.T) {
	for url, want := range map[string]string{
		"https://news.example:8080/a@b": "news.example:8080",
		"https://news.example?x":        "news.example",
		"mailto:a@news.example?cc=b@c":  "news.example",
		"ftp://news.example/":           "",
	} {
		if got := Server(url); got != want {
			t.Errorf("Server(%q) = %q, want %q", url, got, want)
		}
	}
}
