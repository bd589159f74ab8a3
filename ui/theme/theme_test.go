package theme

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"charm.land/glamour/v2/styles"

	"lede/model"
)

// own are the themes that lede has of its own.
func own(t *testing.T) map[string]*Theme {
	t.Helper()
	all := map[string]*Theme{}
	entries, err := files.ReadDir("themes")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".json")
		th, err := Find(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[name] = th
	}
	return all
}

func TestAtLeastEightThemesAreBuiltIn(t *testing.T) {
	all := own(t)
	if len(all) < 8 {
		t.Errorf("there are %d themes", len(all))
	}
	for _, name := range []string{"dark", "light", "terminal"} {
		if all[name] == nil {
			t.Errorf("there is no theme %s", name)
		}
	}
	for _, name := range Names() {
		if _, err := Find(name); err != nil {
			t.Errorf("%s is named, but: %v", name, err)
		}
	}
}

// TestThemesNameWhatTheyNeed checks that a file of lede's own names each colour of its palette but those that may be
// the terminal's own, and nothing that lede does not know.
func TestThemesNameWhatTheyNeed(t *testing.T) {
	for name := range own(t) {
		data, err := files.ReadFile("themes/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		d := json.NewDecoder(bytes.NewReader(data))
		d.DisallowUnknownFields()
		var f file
		if err := d.Decode(&f); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		p := f.Lede
		for field, c := range map[string]string{
			"accent": p.Accent, "dim": p.Dim, "border": p.Border, "link": p.Link, "match": p.Match,
			"match_now": p.MatchNow, "match_ink": p.MatchInk, "error": p.Error,
		} {
			if c == "" {
				t.Errorf("%s has no colour for %s", name, field)
			}
		}
		if p.Dark == nil || p.Ground == "" && name != "terminal" {
			t.Errorf("%s does not say what ground it is made for", name)
		}
	}
}

// TestWordsCanBeRead checks the contrast of all words with their ground in each theme that names its colours, as WCAG
// counts it: 4.5 for words.
func TestWordsCanBeRead(t *testing.T) {
	for name, th := range own(t) {
		if name == "terminal" {
			continue
		}
		for what, c := range words(th) {
			if got := contrast(rgbOf(c), rgbOf(th.Palette.Ground)); c != "" && got < readable {
				t.Errorf("%s: %s in %s has a contrast of %.1f", name, what, c, got)
			}
		}
		readableOn(t, name, th.Palette)
	}
}

// words are the colours that words have in a theme.
func words(th *Theme) map[string]string {
	p := th.Palette
	all := map[string]string{
		"text": p.Text, "titles": p.Title, "accent": p.Accent, "dim": p.Dim, "links": p.Link, "errors": p.Error,
	}
	sheet := reflect.ValueOf(th.Sheet)
	for field, f := range sheet.Fields() {
		var colors []string
		collect(f, &colors)
		if field.Name == "HorizontalRule" {
			continue
		}
		for i, c := range colors {
			all[fmt.Sprintf("%s %d", field.Name, i)] = c
		}
	}
	return all
}

// readableOn checks words on the grounds that lede paints.
func readableOn(t *testing.T, name string, p Palette) {
	t.Helper()
	if got := contrast(rgbOf(p.MatchInk), rgbOf(p.MatchNow)); got < readable {
		t.Errorf("%s: the present match has a contrast of %.1f", name, got)
	}
	text := p.Text
	if text == "" {
		text = map[bool]string{true: "#d0d0d0", false: "#000000"}[*p.Dark]
	}
	for _, ground := range []string{p.Match, p.Selected} {
		if got := contrast(rgbOf(text), rgbOf(ground)); got < readable {
			t.Errorf("%s: words on %s have a contrast of %.1f", name, ground, got)
		}
	}
}

// TestWhatGlamoursThemesDoNotNameCanBeRead checks what lede derives for style sheets that have nothing for it.
func TestWhatGlamoursThemesDoNotNameCanBeRead(t *testing.T) {
	for name := range styles.DefaultStyles {
		th, err := Find(glamours + name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		p := th.Palette
		if want := name != "light"; th.Dark != want {
			t.Errorf("%s is dark: %v, want %v", name, th.Dark, want)
		}
		if got := contrast(rgbOf(p.Dim), rgbOf(p.Ground)); got < readable {
			t.Errorf("%s: dim words have a contrast of %.1f", name, got)
		}
		if p.Selected != "" {
			readableOn(t, name, p)
		}
	}
}

// TestNothingIsToldByColourAlone checks that what must be told apart still is when colours are gone.
func TestNothingIsToldByColourAlone(t *testing.T) {
	th := New(true)
	for name, s := range map[string]Style{
		"link": th.Link, "match": th.Match, "present match": th.MatchNow, "selected": th.Selected, "error": th.Error,
		"accent": th.Accent, "notice": th.Notice,
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
