package ui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/model"
)

func TestNoGroupBindsAKeyTwice(t *testing.T) {
	k := newKeyMap()
	common := map[string]string{}
	for _, b := range []key.Binding{k.common.Help, k.common.Palette, k.common.Quit, k.common.Suspend} {
		for _, name := range b.Keys() {
			common[name] = b.Help().Desc
		}
	}
	groups := k.groups()
	named := func(name string) []key.Binding {
		return groups[slices.IndexFunc(groups, func(g keyGroup) bool { return g.name == name })].bindings
	}
	for _, g := range groups {
		if g.name == "everywhere" {
			continue
		}
		seen := map[string]string{}
		bindings := g.bindings
		switch g.name {
		case "move", "typing", "column": // the column has few of the keys that move
		case "topics", "searching": // a picker takes text
			bindings = slices.Concat(named("typing"), bindings)
		default:
			bindings = slices.Concat(named("move"), bindings)
		}
		for _, b := range bindings {
			for _, name := range b.Keys() {
				if other := seen[name] + common[name]; other != "" {
					t.Errorf("%s: %q means %q and %q", g.name, name, other, b.Help().Desc)
				}
				seen[name] = b.Help().Desc
			}
		}
	}
}

func TestKeyPressNamesItself(t *testing.T) {
	for _, g := range newKeyMap().groups() {
		for _, b := range g.bindings {
			for _, name := range b.Keys() {
				if got := keyPress(name).String(); got != name {
					t.Errorf("keyPress(%q).String() = %q", name, got)
				}
			}
		}
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	a := started(Options{Library: fakeLibrary{openings: map[string][]model.Opening{
		"x": {{Article: model.Article{Entry: model.Entry{Title: "Tides"}, Sections: []model.Section{{}}}}},
	}}, Ref: "x"}, 80, 24)
	for _, s := range [][2]int{{1, 1}, {19, 5}, {20, 4}, {20, 5}, {40, 15}, {109, 30}, {110, 30}, {500, 1000}} {
		drive(a, size(s[0], s[1]))
		lines := strings.Count(a.View().Content, "\n") + 1
		if want := s[1]; lines != want && s[0] >= minWidth && s[1] >= minHeight {
			t.Errorf("%d×%d: %d lines", s[0], s[1], lines)
		}
	}
}

func TestWindowTitleIsOneShortLine(t *testing.T) {
	long := strings.Repeat("tide\x1b]0;owned\x07\n", 40)
	a := started(Options{Library: fakeLibrary{openings: map[string][]model.Opening{
		"x": {{Article: model.Article{Entry: model.Entry{Title: long}, Sections: []model.Section{{}}}}},
	}}, Ref: "x"}, 80, 24)
	got := a.View().WindowTitle
	if strings.ContainsAny(got, "\x1b\x07\n") || len([]rune(got)) > maxTitle || !strings.HasSuffix(got, " — lede") {
		t.Errorf("title %q", got)
	}
}

func TestAPanicEndsTheProgram(t *testing.T) {
	caught := ""
	a := New(Options{Library: fakeLibrary{}, Ref: "x", Guard: func(where string, f func()) {
		defer func() {
			if recover() != nil {
				caught = where
			}
		}()
		f()
	}})
	cmd := a.guardedCmd(func() tea.Msg { panic("a command") })
	if _, ok := cmd().(tea.QuitMsg); !ok || caught != "command" {
		t.Errorf("a panic in a command: caught %q", caught)
	}
	a.Init()
	a.stack = append(a.stack, nil)
	if _, cmd := a.Update(keyPress("j")); cmd == nil || caught != "update" {
		t.Errorf("a panic in update: caught %q", caught)
	}
}

func TestSixteenColoursAreTheTerminalsOwn(t *testing.T) {
	a := started(Options{Library: fakeLibrary{}}, 80, 24)
	drive(a, tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	if got := a.theme.Palette.Accent; strings.HasPrefix(got, "#") {
		t.Errorf("the accent is %q on a terminal of 16 colours", got)
	}
	drive(a, tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	if got := a.theme.Palette.Accent; !strings.HasPrefix(got, "#") {
		t.Errorf("the accent is %q on a terminal of all colours", got)
	}
}
