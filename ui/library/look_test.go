package library

import (
	"image/color"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"lede/ui"
	"lede/ui/uitest"
)

// asksForBackground reports whether a message has the terminal asked for its background.
func asksForBackground(a *ui.App, msg tea.Msg) bool {
	_, cmd := a.Update(msg)
	return slices.Contains(messages(cmd), tea.RequestBackgroundColor())
}

// messages are what a command comes to.
func messages(cmd tea.Cmd) (all []tea.Msg) {
	if cmd == nil {
		return nil
	}
	batch, ok := cmd().(tea.BatchMsg)
	if !ok {
		return []tea.Msg{cmd()}
	}
	for _, c := range batch {
		all = append(all, messages(c)...)
	}
	return all
}

func TestTheThemeFollowsTheTerminalWhenItTurnsLight(t *testing.T) {
	a := started(ui.Options{Library: uitest.FakeLibrary{}}, 80, 24)
	for _, turned := range []tea.Msg{uv.LightColorSchemeEvent{}, tea.FocusMsg{}, tea.ResumeMsg{}} {
		if !asksForBackground(a, turned) {
			t.Errorf("after %T the terminal is not asked for its ground", turned)
		}
	}
	if uitest.Drive(a, tea.BackgroundColorMsg{Color: color.White}); a.Theme.Dark {
		t.Error("the ground is white, and the theme is dark")
	}
	if uitest.Drive(a, tea.BackgroundColorMsg{Color: color.Black}); !a.Theme.Dark {
		t.Error("the ground is black again, and the theme is light")
	}
}
