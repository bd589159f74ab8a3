// Package uitest drives the program in tests: it sends messages, runs the commands that come of them, and compares
// screens with golden files. Its libraries and stores serve from memory.
//
// Start with Drive.
package uitest

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Drive sends messages to the app and runs the commands that come of them, each to its end, in order. In a bubble of
// synctest one that waits for something that the test holds back is left alone: the test closes the app at its end.
func Drive(a *ui.App, msgs ...tea.Msg) {
	for _, msg := range msgs {
		_, cmd := a.Update(msg)
		Run(a, cmd)
	}
}

// Start returns an app that has been started at a size. No time passes, unless the options say so.
func Start(o ui.Options, w, h int) *ui.App {
	if o.Store == nil {
		o.Store = NewFakeStore(nil)
	}
	if o.After == nil {
		o.After = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	}
	a := ui.New(o)
	Drive(a, tea.WindowSizeMsg{Width: w, Height: h})
	Run(a, a.Init())
	return a
}

// Run runs a command, and what comes of it.
func Run(a *ui.App, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg, ended := result(cmd)
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			Run(a, c)
		}
		return
	}
	if ended && msg != nil {
		Drive(a, msg)
	}
}

// result runs a command to its end. Only in a bubble of synctest may it wait for what the test holds back: ended is
// false then.
func result(cmd tea.Cmd) (msg tea.Msg, ended bool) {
	if !inBubble() {
		return cmd(), true
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	synctest.Wait()
	select {
	case msg = <-done:
		return msg, true
	default:
		return nil, false
	}
}

// inBubble reports whether the test runs in a bubble of synctest.
func inBubble() (yes bool) {
	defer func() { yes = recover() == nil }()
	synctest.Wait()
	return
}

// Press is the messages of keys by their names.
func Press(names ...string) []tea.Msg {
	msgs := make([]tea.Msg, len(names))
	for i, n := range names {
		msgs[i] = KeyPress(n)
	}
	return msgs
}

// Size is the message of a terminal's new size.
func Size(w, h int) tea.Msg { return tea.WindowSizeMsg{Width: w, Height: h} }

// Click is the message of a click of the left button at a cell.
func Click(x, y int) tea.Msg { return tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft} }

// ScreenText is what the app shows, without styling and without spaces at the ends of lines.
func ScreenText(a *ui.App) string {
	lines := strings.Split(ansi.Strip(a.View().Content), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// Golden compares what the app shows with a file of testdata.
func Golden(t *testing.T, a *ui.App, name string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	got := ScreenText(a)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path) //nolint:gosec // The name is the test's own.
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// FakeLibrary serves articles from memory: each reference in the steps given.
type FakeLibrary struct {
	Openings map[string][]model.Opening
}

// Open implements ui.Library.
func (f FakeLibrary) Open(_ context.Context, ref string) <-chan model.Opening {
	ch := make(chan model.Opening, len(f.Openings[ref]))
	for _, o := range f.Openings[ref] {
		ch <- o
	}
	close(ch)
	return ch
}

// Open implements ui.Library.
func (HeldLibrary) Open(context.Context, string) <-chan model.Opening { return nil }

// LastLine is the footer.
func LastLine(a *ui.App) string {
	lines := strings.Split(strings.TrimRight(ScreenText(a), "\n"), "\n")
	return lines[len(lines)-1]
}
