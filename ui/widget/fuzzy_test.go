package widget

import (
	"strings"
	"testing"
)

func TestPatternRanksWordsBeforeScatteredLetters(t *testing.T) {
	h := NewHaystack("Harbour towns brace for the Spring-Tides", "North Coast Courier", "Inés Okafor", "São Paulo")
	for _, c := range []struct {
		typed string
		want  Rank
	}{
		{"", AtStart},
		{"tide", AtStart},
		{"TIDE harb", AtStart},
		{"spring-tides", AtStart},
		{"ines", AtStart},
		{"sao paulo", AtStart},
		{"São", AtStart},
		{"bour", Within},
		{"town race", Within},
		{"hrbr", Loosely},
		{"springtides", Loosely},
		{"sprtid", Loosely},
		{"tide ocnw", Unmatched},
		{"hs", Unmatched},      // two letters never match loosely
		{"towcour", Unmatched}, // not over two fields
		{"hbtides", Unmatched}, // too far apart
		{"zebra", Unmatched},
	} {
		if got := NewPattern(c.typed).Match(h); got != c.want {
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
		for i, on := range NewPattern(c.typed).lit(c.text) {
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
		p := NewPattern(typed)
		marks := p.lit(text)
		if marks != nil && len(marks) != len(text) {
			t.Fatalf("%d marks for %d bytes", len(marks), len(text))
		}
		// A text is found by itself, whatever it is.
		if got := NewPattern(text).Match(NewHaystack(text)); got != AtStart {
			t.Errorf("%q matches itself with rank %d", text, got)
		}
		if whole := p.Match(NewHaystack(text)); len(p.Words) > 0 && (whole != Unmatched) != (marks != nil) && marks == nil {
			t.Errorf("%q matches %q and lights nothing", typed, text)
		}
	})
}
