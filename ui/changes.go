package ui

import (
	"context"

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

// Change makes a change in the library and reports it.
func Change(task, done string, f func(ctx context.Context) error) tea.Cmd {
	return func() tea.Msg { return StoreChangedMsg{task, done, f(context.Background())} }
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
