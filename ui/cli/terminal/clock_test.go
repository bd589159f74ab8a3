package terminal

import (
	"io"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// resets are the times that a ticker was set to.
type resets []time.Duration

func (r *resets) Reset(d time.Duration) { *r = append(*r, d) }

// TestClockRestsWhenNothingHappens wakes a clock twice and lets the time of both wakings pass.
func TestClockRestsWhenNothingHappens(t *testing.T) {
	var ticker resets
	var rests []func()
	c := clock{after: func(_ time.Duration, f func()) *time.Timer {
		rests = append(rests, f)
		return time.NewTimer(time.Hour)
	}}
	c.wake(&ticker)
	c.wake(&ticker)
	if want := (resets{frame}); !slices.Equal(ticker, want) {
		t.Fatalf("after two wakings the ticker was set to %v, want %v", ticker, want)
	}
	rests[0]() // its timer had gone off before it could be stopped
	if want := (resets{frame}); !slices.Equal(ticker, want) {
		t.Errorf("after a rest that was no longer due the ticker was set to %v, want %v", ticker, want)
	}
	rests[1]()
	c.wake(&ticker)
	if want := (resets{frame, beat, frame}); !slices.Equal(ticker, want) {
		t.Errorf("after a rest and a waking the ticker was set to %v, want %v", ticker, want)
	}
}

// watched reports the ticker of its program from its first frame, and ends.
type watched struct {
	program **tea.Program
	ticker  **time.Ticker
}

func (w watched) Init() tea.Cmd                       { return tea.Quit }
func (w watched) Update(tea.Msg) (tea.Model, tea.Cmd) { return w, nil }
func (w watched) View() tea.View {
	*w.ticker = tickerOf(*w.program)
	return tea.NewView("a frame")
}

// TestBubbleTeaHasATicker fails when a new version of Bubble Tea keeps its ticker elsewhere.
func TestBubbleTeaHasATicker(t *testing.T) {
	var p *tea.Program
	var ticker *time.Ticker
	p = tea.NewProgram(watched{&p, &ticker}, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutSignalHandler())
	if before := tickerOf(p); before != nil {
		t.Errorf("before the program runs its ticker is %v, want none", before)
	}
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	if ticker == nil {
		t.Error("the ticker of the program was not found: each key waits for a clock of 60 frames")
	}
}
