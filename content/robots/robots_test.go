package robots

import (
	"strings"
	"testing"
	"time"
)

func TestTheLongestRuleDecides(t *testing.T) {
	for _, c := range []struct {
		file, path string
		want       bool
	}{
		{"", "/a", true},
		{"User-agent: *\nDisallow:", "/a", true},
		{"User-agent: *\nDisallow: /", "/a", false},
		{"User-agent: *\nDisallow: /", "", false},
		{"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
		{"User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false},
		{"User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
		{"User-agent: *\nAllow: /a\nDisallow: /a", "/a", true},
		{"user-AGENT : *  # all\n  DISALLOW :/a # not this", "/a", false},
		{"User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false},
		{"User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true},
		{"User-agent: *\nDisallow: /a*c*e", "/abcde", false},
		{"User-agent: *\nDisallow: /a*e*c", "/abcde", true},
		{"User-agent: *\nDisallow: /*?print=", "/a?print=1", false},
		{"User-agent: *\nDisallow: /*a$", "/aba", false},
		{"User-agent: *\nDisallow: /caf%C3%A9", "/café/x", false},
		{"User-agent: *\nDisallow: /café", "/caf%c3%a9", false},
		{"User-agent: *\nDisallow: /%7Eines", "/~ines", false},
		{"User-agent: *\nDisallow: /a%2Fb", "/a/b", true},
		{"User-agent: lede\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", true},
		{"User-agent: *\nDisallow: /\n\nUser-agent: LEDE/1.0\nDisallow: /a", "/b", true},
		{"User-agent: other\nUser-agent: lede\nDisallow: /a\n\nUser-agent: *\nAllow: /", "/a", false},
		{"User-agent: lede\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: lede\nDisallow: /c", "/c", false},
		{"User-agent: lede\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", true},
		{"User-agent: lede\nAllow: /\nUser-agent: *\nDisallow: /", "/b", true},
		{"User-agent: lede\n\nUser-agent: other\nDisallow: /b", "/b", false}, // one group of two names
		{"Sitemap: https://a.example/s\nDisallow: /\nUser-agent: other\nDisallow: /", "/b", true},
		{"<!doctype html><title>Not found</title>", "/b", true},
		{"\xEF\xBB\xBFUser-agent: *\rDisallow: /a\r", "/a", false},
		{"User-agent: *\nDisallow: " + strings.Repeat("*a", 5000), "/" + strings.Repeat("a", 4000), true},
	} {
		if got := Parse([]byte(c.file), "lede").Allow(c.path); got != c.want {
			t.Errorf("%.60q allows %.30q: got %v, want %v", c.file, c.path, got, c.want)
		}
	}
}

func TestTheDelayIsBounded(t *testing.T) {
	for file, want := range map[string]time.Duration{
		"User-agent: *\nCrawl-delay: 2":       2 * time.Second,
		"User-agent: *\nCrawl-delay: 0.5":     500 * time.Millisecond,
		"User-agent: *\nCrawl-delay: 1e300":   MaxDelay,
		"User-agent: *\nCrawl-delay: NaN":     0,
		"User-agent: *\nCrawl-delay: -4":      0,
		"User-agent: *\nCrawl-delay: soon":    0,
		"User-agent: other\nCrawl-delay: 100": 0,
	} {
		if got := Parse([]byte(file), "lede").Delay; got != want {
			t.Errorf("%q: got %v, want %v", file, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /a*b$\nAllow: /%7E", "/ab")
	f.Add("", "/a%%%66b")
	f.Fuzz(func(t *testing.T, file, path string) {
		r := Parse([]byte(file), "lede")
		if got := normal(normal(path)); got != normal(path) {
			t.Errorf("%q is written %q, and that %q", path, normal(path), got)
		}
		_ = r.Allow(path)
		if r.Delay < 0 || r.Delay > MaxDelay {
			t.Errorf("the delay is %v", r.Delay)
		}
	})
}
