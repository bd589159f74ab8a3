package ui

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
)

var update = flag.Bool("update", false, "rewrite the golden files")

// drive sends messages to the app and runs the commands that come of them, each to its end, in order. In a bubble of synctest one that
// waits for something that the test holds back is left alone: the test closes the app at its end.
func drive(a *App, msgs ...tea.Msg) {
	for _, msg := range msgs {
		_, cmd := a.Update(msg)
		run(a, cmd)
	}
}

// newApp returns an app with all screens.
func newApp(o Options) *App {
	o.First, o.Screens = First, Rows()
	return New(o)
}

// started returns an app that has been started at a size.
func started(o Options, w, h int) *App {
	a := newApp(o)
	a.After = atRest
	drive(a, tea.WindowSizeMsg{Width: w, Height: h})
	run(a, a.Init())
	return a
}

// atRest lets what is asked for rest at once; no other time passes.
func atRest(_ time.Duration, msg tea.Msg) tea.Cmd {
	if _, rested := msg.(askRestedMsg); rested {
		return func() tea.Msg { return msg }
	}
	return nil
}

func run(a *App, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg, ended := result(cmd)
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			run(a, c)
		}
		return
	}
	if ended && msg != nil {
		drive(a, msg)
	}
}

// result runs a command to its end. Only in a bubble of synctest may it wait for what the test holds back: ended is false then.
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

// press is the messages of keys by their names.
func press(names ...string) []tea.Msg {
	msgs := make([]tea.Msg, len(names))
	for i, n := range names {
		msgs[i] = keyPress(n)
	}
	return msgs
}

// size is the message of a terminal's new size.
func size(w, h int) tea.Msg { return tea.WindowSizeMsg{Width: w, Height: h} }

// click is the message of a click of the left button at a cell.
func click(x, y int) tea.Msg { return tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft} }

// screenText is what the app shows, without styling and without spaces at the ends of lines.
func screenText(a *App) string {
	lines := strings.Split(ansi.Strip(a.View().Content), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// golden compares what the app shows with a file of testdata.
func golden(t *testing.T, a *App, name string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	got := screenText(a)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// fakeLibrary serves articles from memory: each reference in the steps given.
type fakeLibrary struct {
	openings map[string][]model.Opening
	batches  []model.Batch
}

func (f fakeLibrary) Open(_ context.Context, ref string) <-chan model.Opening {
	ch := make(chan model.Opening, len(f.openings[ref]))
	for _, o := range f.openings[ref] {
		ch <- o
	}
	close(ch)
	return ch
}

func (f fakeLibrary) List(context.Context) <-chan model.Batch {
	ch := make(chan model.Batch, len(f.batches))
	for _, b := range f.batches {
		ch <- b
	}
	close(ch)
	return ch
}

func (heldLibrary) Open(context.Context, string) <-chan model.Opening { return nil }

func (heldLibrary) List(context.Context) <-chan model.Batch { return nil }
