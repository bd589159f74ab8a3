package ui

import (
	"strings"
	"testing"
)

func TestPatternRanksWordsBeforeScatteredLetters(t *testing.T) {
	h := newHaystack("Harbour towns brace for the Spring-Tides", "North Coast Courier", "Inés Okafor", "São Paulo")
	for _, c := range []struct {
		typed string
		want  rank
	}{
		{"", atStart},
		{"tide", atStart},
		{"TIDE harb", atStart},
		{"spring-tides", atStart},
		{"ines", atStart},
		{"sao paulo", atStart},
		{"São", atStart},
		{"bour", within},
		{"town race", within},
		{"hrbr", loosely},
		{"springtides", loosely},
		{"sprtid", loosely},
		{"tide ocnw", unmatched},
		{"hs", unmatched},      // two letters never match loosely
		{"towcour", unmatched}, // not over two fields
		{"hbtides", unmatched}, // too far apart
		{"zebra", unmatched},
	} {
		if got := newPattern(c.typed).match(h); got != c.want {
			t.Errorf("%q matches with rank %d, want %d", c.typed, got, c.want)
		}
	}
}

func TestPatternLightsWhatItMatched(t *testing.T) {
	for _, c := range []struct{ typed, text, want string }{
		{"tide", "The spring tides", "tide"},
		{"spr tid", "The spring tides", "sprtid"},
		{"ring", "The spring tides", "ring"},
		{"sprtid", "The spring tides", "sprtid"},
		{"ecole", "L’École normale", "École"},
		{"cafes", "Cafe\u0301s", "Cafe\u0301s"},
		{"洪水", "北岸の洪水", "洪水"},
		{"none", "The spring tides", ""},
		{"", "The spring tides", ""},
	} {
		var lit strings.Builder
		for i, on := range newPattern(c.typed).lit(c.text) {
			if on {
				lit.WriteByte(c.text[i])
			}
		}
		if got := lit.String(); got != c.want {
			t.Errorf("%q lights %q of %q, want %q", c.typed, got, c.text, c.want)
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("spr tid", "The spring tides")
	f.Add("ÀΣ�", "a\u0301ſβ漢字 e\u0301")
	f.Fuzz(func(t *testing.T, typed, text string) {
		p := newPattern(typed)
		marks := p.lit(text)
		if marks != nil && len(marks) != len(text) {
			t.Fatalf("%d marks for %d bytes", len(marks), len(text))
		}
		// A text is found by itself, whatever it is.
		if got := newPattern(text).match(newHaystack(text)); got != atStart {
			t.Errorf("%q matches itself with rank %d", text, got)
		}
		if whole := p.match(newHaystack(text)); len(p.words) > 0 && (whole != unmatched) != (marks != nil) && marks == nil {
			t.Errorf("%q matches %q and lights nothing", typed, text)
		}
	})
}
