package theme

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"lede/model"
)

func all() map[string]*Theme {
	return map[string]*Theme{"dark": New(true), "light": New(false), "basic": Basic(true)}
}

// TestPalettesCanBeRead checks that every colour of the built-in palettes is one.
func TestPalettesCanBeRead(t *testing.T) {
	for name, th := range all() {
		for field, v := range reflect.ValueOf(th.Palette).Fields() {
			if field.Name == "Networks" {
				continue
			}
			if c := v.String(); foreground(c) == "" && (c != "" || name != "basic") {
				t.Errorf("%s: %s is %q, no colour", name, field.Name, c)
			}
		}
		for i, c := range th.Palette.Networks {
			if !th.Has(foreground(c)) {
				t.Errorf("%s: %s is %q, no colour", name, networks[i], c)
			}
		}
	}
}

// TestWordsCanBeRead checks the contrast of secondary words and accents with a black and a white ground, as WCAG
// counts it: 4.5 for words.
func TestWordsCanBeRead(t *testing.T) {
	for _, th := range []*Theme{New(true), New(false)} {
		ground := 1.0
		if th.Dark {
			ground = luminance("#1e1e1e")
		}
		p := th.Palette
		for _, c := range []string{p.Accent, p.Dim, p.Link, p.Code, p.String, p.Number, p.Error} {
			if got := contrast(luminance(c), ground); got < 4.5 {
				t.Errorf("dark %v: %s has a contrast of %.1f", th.Dark, c, got)
			}
		}
		if got := contrast(luminance(p.MatchInk), luminance(p.MatchNow)); got < 4.5 {
			t.Errorf("dark %v: the present match has a contrast of %.1f", th.Dark, got)
		}
	}
}

func luminance(color string) float64 {
	n, _ := strconv.ParseUint(strings.TrimPrefix(color, "#"), 16, 24)
	linear := func(c uint64) float64 { return math.Pow(float64(c&0xff)/255, 2.2) }
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n)
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// TestNothingIsToldByColourAlone checks that what must be told apart still is when colours are gone.
func TestNothingIsToldByColourAlone(t *testing.T) {
	th := New(true)
	for name, s := range map[string]Style{
		"link": th.Link, "match": th.Match, "present match": th.MatchNow, "selected": th.Selected, "error": th.Error,
		"accent": th.Accent, "notice": th.Notice, "heading": th.Heading(1), "deep heading": th.Heading(6),
	} {
		if first, _, _ := strings.Cut(s.sgr, ";"); len(first) != 1 {
			t.Errorf("%s is told by colour alone: %q", name, s.sgr)
		}
	}
	if th.Match.sgr[0] == th.MatchNow.sgr[0] {
		t.Error("the present match looks as the others without colours")
	}
}

func TestNetworksHaveALook(t *testing.T) {
	th := New(true)
	if th.Network(model.X) == th.Network(model.Bluesky) {
		t.Error("X and Bluesky look the same")
	}
	if got, want := th.Network("elsewhere"), th.Network(""); got != want {
		t.Errorf("an unknown network is %q, want %q", got.sgr, want.sgr)
	}
}

func TestStyleLaysOneOverAnother(t *testing.T) {
	th := New(true)
	both := th.Strong.With(Style{sgr: "9"})
	if got, want := both.Render("x"), "\x1b[1;9mx\x1b[m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := (Style{}).Render("x"); got != "x" {
		t.Errorf("the zero style writes %q", got)
	}
	if got := th.Strong.Render(""); got != "" {
		t.Errorf("no text writes %q", got)
	}
}
