//go:build unix

package terminal

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
)

func TestATerminalHasASizeThatCanBeDrawnOn(t *testing.T) {
	usual := pty.Winsize{Cols: usualColumns, Rows: usualLines}
	for _, c := range []struct{ says, want pty.Winsize }{
		{pty.Winsize{Cols: 120, Rows: 40}, pty.Winsize{Cols: 120, Rows: 40}},
		{pty.Winsize{Cols: 1, Rows: 1}, pty.Winsize{Cols: 1, Rows: 1}},
		{pty.Winsize{Cols: 1000, Rows: 500}, pty.Winsize{Cols: 1000, Rows: 500}},
		{pty.Winsize{}, usual},
		{pty.Winsize{Cols: 0, Rows: 24}, usual},
		{pty.Winsize{Cols: 65535, Rows: 65535}, usual},
	} {
		master, slave, err := pty.Open()
		if err != nil {
			t.Skipf("no pseudo-terminal: %v", err)
		}
		defer master.Close()
		defer slave.Close()
		if err := pty.Setsize(slave, &c.says); err != nil {
			t.Fatal(err)
		}
		HaveSize(slave)
		if got, err := pty.GetsizeFull(slave); err != nil || got.Cols != c.want.Cols || got.Rows != c.want.Rows {
			t.Errorf("%+v: got %+v (%v), want %+v", c.says, got, err, c.want)
		}
		msg := sized(tea.WindowSizeMsg{Width: int(c.says.Cols), Height: int(c.says.Rows)})
		if want := (tea.WindowSizeMsg{Width: int(c.want.Cols), Height: int(c.want.Rows)}); msg != want {
			t.Errorf("%+v: told %+v, want %+v", c.says, msg, want)
		}
	}
}
