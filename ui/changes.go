package ui

import (
	"context"
	"slices"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// LibraryChangedMsg says that something in the library is another. more brings the next change.
type LibraryChangedMsg struct{ More <-chan struct{} }

// AwaitChange waits for the next change of the library. It returns no message when ctx has ended.
func AwaitChange(ctx context.Context, changes <-chan struct{}) tea.Cmd {
	return func() tea.Msg {
		select {
		case <-ctx.Done():
			return nil
		case _, more := <-changes:
			if !more {
				return nil
			}
			return LibraryChangedMsg{changes}
		}
	}
}

// StoreChangedMsg reports a change that the user has made. done is a sentence for it, or "".
type StoreChangedMsg struct {
	task string // as verb and object
	done string
	err  error
}

// Change makes a change in the store and reports it. The program does not end before it is made.
func (a *App) Change(task, done string, f func(ctx context.Context) error) tea.Cmd {
	c := a.changes.begin(f)
	return func() tea.Msg {
		err := c.make()
		a.changes.end(c)
		return StoreChangedMsg{task, done, err}
	}
}

// changeTime is how long the end of the program waits for a change before it is cancelled: a page that is to be kept
// may be slow to come.
const changeTime = 5 * time.Second

// changes are those that the user has asked for and that are not made yet. The zero value is none; the methods may be
// called from several goroutines at once.
type changes struct {
	mu    sync.Mutex
	asked []*change // in the order in which they were asked for
}

// change is a change of the store that is made once, whoever calls make first. The others wait for it.
type change struct {
	make   func() error
	cancel context.CancelFunc
}

func (c *changes) begin(f func(ctx context.Context) error) *change {
	ctx, cancel := context.WithCancel(context.Background())
	begun := &change{sync.OnceValue(func() error { return f(ctx) }), cancel}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked = append(c.asked, begun)
	return begun
}

func (c *changes) end(made *change) {
	made.cancel()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked = slices.DeleteFunc(c.asked, func(other *change) bool { return other == made })
}

// finish makes what is not made yet, and waits for what is being made.
func (c *changes) finish() {
	c.mu.Lock()
	asked := slices.Clone(c.asked)
	c.mu.Unlock()
	for _, one := range asked {
		late := time.AfterFunc(changeTime, one.cancel)
		_ = one.make() // nobody is there to be told
		late.Stop()
		c.end(one)
	}
}

// UndoneMsg reports what has been undone.
type UndoneMsg struct {
	title string
	n     int
	err   error
}

// Undo takes back the last change of the library.
func Undo(s Store) tea.Cmd {
	return func() tea.Msg {
		title, n, err := s.Undo(context.Background())
		return UndoneMsg{title, n, err}
	}
}
