package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// libraryChangedMsg says that something in the library is another. more brings the next change.
type libraryChangedMsg struct{ more <-chan struct{} }

func awaitChange(ctx context.Context, changes <-chan struct{}) tea.Cmd {
	return func() tea.Msg {
		select {
		case <-ctx.Done():
			return nil
		case _, more := <-changes:
			if !more {
				return nil
			}
			return libraryChangedMsg{changes}
		}
	}
}

// storeChangedMsg tells that the reader's own change has been made. done is a sentence for it, or "".
type storeChangedMsg struct {
	task string // as verb and object
	done string
	err  error
}

// change makes a change in the library and tells of it.
func (a *App) change(task, done string, f func(ctx context.Context) error) tea.Cmd {
	return func() tea.Msg { return storeChangedMsg{task, done, f(context.Background())} }
}

// undoneMsg tells what has been taken back.
type undoneMsg struct {
	title string
	n     int
	err   error
}

func undo(s Store) tea.Cmd {
	return func() tea.Msg {
		title, n, err := s.Undo(context.Background())
		return undoneMsg{title, n, err}
	}
}
