package ui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/widget"
)

// field is a screen that takes text.
type field struct{ got string }

func (f *field) TakesText() bool { return true }

func (f *field) Lines(r widget.Rect) []string { return make([]string, r.H) }

func (f *field) Actions() []action.Set { return []action.Set{action.Join()} }

func (f *field) Title() string { return "" }

func (f *field) Close() {}

func (f *field) Update(msg tea.Msg) tea.Cmd {
	if paste, ok := msg.(tea.PasteMsg); ok {
		f.got = paste.Content
	}
	if key, ok := msg.(tea.KeyPressMsg); ok && key.Code == 'p' {
		panic("in a screen")
	}
	return nil
}

// withField returns an app of one field.
func withField(o Options) (*App, *field) {
	f := &field{}
	o.First, o.Fixed = func(*App) Screen { return f }, true
	a := New(o)
	a.Init()
	return a, f
}

func TestAPasteIsCut(t *testing.T) {
	a, f := withField(Options{})
	if a.Update(tea.PasteMsg{Content: strings.Repeat("x", 1<<17)}); len(f.got) != 65_536 {
		t.Errorf("%d bytes are taken", len(f.got))
	}
}

func TestOnlyItsOwnTimeTakesANoticeAway(t *testing.T) {
	a, _ := withField(Options{})
	a.Notify("First.")
	first := noticeFadedMsg{a.Notice.number}
	a.Notify("Second.")
	if a.Update(first); a.Notice.Text != "Second." {
		t.Errorf("the notice is %q", a.Notice.Text)
	}
	if a.Update(noticeFadedMsg{a.Notice.number}); a.Notice.Text != "" {
		t.Errorf("the notice stays: %q", a.Notice.Text)
	}
}

func TestCopyTellsWhenNothingTookALongText(t *testing.T) {
	a, _ := withField(Options{Copy: func(string) error { return errors.New("no tool") }})
	for n, bad := range map[int]bool{maxTerminalCopy: false, maxTerminalCopy + 1: true} {
		cmd := a.CopyText("article", strings.Repeat("x", n))
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			msg = batch[0]()
		}
		if a.Update(msg); a.Notice.bad != bad {
			t.Errorf("%d bytes: the notice is %q", n, a.Notice.Text)
		}
	}
}

func TestAPanicEndsTheProgram(t *testing.T) {
	caught := ""
	a, _ := withField(Options{Guard: func(where string, f func()) {
		defer func() {
			if recover() != nil {
				caught = where
			}
		}()
		f()
	}})
	cmd := guard(a.Guard).command(func() tea.Msg { panic("a command") })
	if _, ok := cmd().(tea.QuitMsg); !ok || caught != "command" {
		t.Errorf("a panic in a command: caught %q", caught)
	}
	if _, cmd := a.Update(tea.KeyPressMsg{Code: 'p', Text: "p"}); cmd == nil || caught != "update" {
		t.Errorf("a panic in update: caught %q", caught)
	}
}
