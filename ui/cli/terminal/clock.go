package terminal

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

const (
	// frame is the time between two looks for something new to draw while things happen.
	frame = 2 * time.Millisecond
	// beat is that time while nothing happens. Nothing new is expected then; a terminal that takes its output slowly
	// may have held back a frame.
	beat = 100 * time.Millisecond
	// rests is how long nothing must have happened before the clock goes slowly.
	rests = 12 * time.Millisecond
)

// clock makes Bubble Tea draw soon after something has happened, and lets it rest otherwise. Bubble Tea by itself
// looks for a new frame 60 times a second, whether anything happens or not: a key waits up to 16 ms then.
//
// It begins at rest.
type clock struct {
	after func(time.Duration, func()) *time.Timer // time.AfterFunc

	mu    sync.Mutex
	rest  *time.Timer
	fast  bool
	woken int // how often: a rest that is no longer due differs in it
}

// resetter is a *time.Ticker.
type resetter interface{ Reset(d time.Duration) }

// tickerOf returns the ticker that has a running program draw, or nil. Bubble Tea has no other way to it than its
// private field: without that, the program draws as Bubble Tea does by itself. It is for the program's own goroutine.
func tickerOf(p *tea.Program) *time.Ticker {
	field := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return (*time.Ticker)(field.UnsafePointer())
}

// wake makes the ticker go fast for a while: there may be something new to draw.
func (c *clock) wake(ticker resetter) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.woken++; !c.fast {
		c.fast = true
		ticker.Reset(frame)
	}
	if c.rest != nil {
		c.rest.Stop()
	}
	woken := c.woken
	c.rest = c.after(rests, func() { c.slow(ticker, woken) })
}

// slow lets the clock rest, unless it was woken again.
func (c *clock) slow(ticker resetter, woken int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.woken == woken {
		c.fast = false
		ticker.Reset(beat)
	}
}

// clocked is a model that wakes the clock whenever it has made a frame.
type clocked struct {
	tea.Model
	made func()
}

// Update implements tea.Model.
func (m clocked) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	model, cmd := m.Model.Update(msg)
	return clocked{model, m.made}, cmd
}

// View implements tea.Model.
func (m clocked) View() tea.View {
	v := m.Model.View()
	m.made()
	return v
}
