package library

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/theme"
	"lede/ui/uitest"
)

func TestNoGroupBindsAKeyTwice(t *testing.T) {
	groups := map[string][]action.Row{}
	a := ui.New(ui.Options{Screens: Rows()})
	for _, r := range a.Tables() {
		groups[r.Where] = append(groups[r.Where], r)
	}
	common := map[string]string{}
	for _, r := range groups["everywhere"] {
		for _, key := range r.Keys {
			common[key] = r.Words
		}
	}
	for name, rows := range groups {
		switch name {
		case "everywhere":
			continue
		case action.Moving, action.Typing, "column": // the column has few of the keys that move
		case "topics", "searching": // a picker takes text
			rows = slices.Concat(groups[action.Typing], rows)
		case "links", "why": // these have no keys in common with what lies below them
		default:
			rows = slices.Concat(groups[action.Moving], rows)
		}
		seen := map[string]string{}
		for _, r := range rows {
			for _, key := range r.Keys {
				if other := seen[key] + common[key]; other != "" {
					t.Errorf("%s: %q means %q and %q", name, key, other, r.Words)
				}
				seen[key] = r.Words
			}
		}
	}
}

func TestKeyPressNamesItself(t *testing.T) {
	for _, r := range ui.New(ui.Options{Screens: Rows()}).Tables() {
		for _, name := range r.Keys {
			if got := uitest.KeyPress(name).String(); got != name {
				t.Errorf("keyPress(%q).String() = %q", name, got)
			}
		}
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	a := started(ui.Options{Library: uitest.FakeLibrary{Openings: map[string][]model.Opening{
		"x": {{Article: model.Article{Entry: model.Entry{Title: "Tides"}, Sections: []model.Section{{}}}}},
	}}, Ref: "x"}, 80, 24)
	for _, s := range [][2]int{{1, 1}, {19, 5}, {20, 4}, {20, 5}, {40, 15}, {109, 30}, {110, 30}, {500, 1000}} {
		uitest.Drive(a, uitest.Size(s[0], s[1]))
		lines := strings.Count(a.View().Content, "\n") + 1
		if want := s[1]; lines != want && s[0] >= ui.MinWidth && s[1] >= ui.MinHeight {
			t.Errorf("%d×%d: %d lines", s[0], s[1], lines)
		}
	}
}

func TestWindowTitleIsOneShortLine(t *testing.T) {
	long := strings.Repeat("tide\x1b]0;owned\x07\n", 40)
	a := started(ui.Options{Library: uitest.FakeLibrary{Openings: map[string][]model.Opening{
		"x": {{Article: model.Article{Entry: model.Entry{Title: long}, Sections: []model.Section{{}}}}},
	}}, Ref: "x"}, 80, 24)
	got := a.View().WindowTitle
	if strings.ContainsAny(got, "\x1b\x07\n") || len([]rune(got)) > ui.MaxTitle || !strings.HasSuffix(got, " — lede") {
		t.Errorf("title %q", got)
	}
}

func TestANamedThemeStaysWhateverTheTerminalSays(t *testing.T) {
	named, err := theme.Find("nord")
	if err != nil {
		t.Fatal(err)
	}
	a := started(ui.Options{Library: uitest.FakeLibrary{}, Look: named, Fixed: true}, 80, 24)
	uitest.Drive(a, tea.ColorProfileMsg{Profile: colorprofile.ANSI}, tea.BackgroundColorMsg{Color: color.White})
	if a.Theme != named {
		t.Error("the theme is another one")
	}
}

func TestSixteenColoursAreTheTerminalsOwn(t *testing.T) {
	a := started(ui.Options{Library: uitest.FakeLibrary{}}, 80, 24)
	uitest.Drive(a, tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	if got := a.Theme.Palette.Accent; strings.HasPrefix(got, "#") {
		t.Errorf("the accent is %q on a terminal of 16 colours", got)
	}
	uitest.Drive(a, tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	if got := a.Theme.Palette.Accent; !strings.HasPrefix(got, "#") {
		t.Errorf("the accent is %q on a terminal of all colours", got)
	}
}
