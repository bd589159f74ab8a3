// Package terminal is what lede does to the terminal, and to the process that runs in it: taking the one and giving it
// back whatever happens, signals, sizes, colours, memory and the rights of new files.
//
// Start with Guard, which every goroutine runs under, then Frame, which the full-screen program runs in.
package terminal

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// The steps of an end that somebody asked for from outside: first the program is asked, then it is stopped, then the
// terminal is given back over its head.
const (
	askedFor = 500 * time.Millisecond
	stopped  = 800 * time.Millisecond
)

// settle is how long the program's drawing goroutine may take to see that the terminal was released. Taken again
// before, the terminal would never be drawn on.
const settle = 20 * time.Millisecond

// giveBack undoes what a full-screen program does to a terminal: keyboard protocols, mouse, paste, focus, synchronised
// output, colours, the hidden cursor, the other screen.
const giveBack = "\x1b[>4m\x1b[<u\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?1004l" +
	quietColours + "\x1b[?2026l\x1b[?2027l\x1b[0m\x1b[?1049l\x1b[?25h"

// quietColours has the terminal no longer say when it turns dark or light. Bubble Tea does not know that it was asked.
const quietColours = "\x1b[?2031l"

// Frame surrounds the full-screen program: it takes the terminal, lends it to the shell while the
// program is stopped, and gives it back whatever happens.
type Frame struct {
	guard   *Guard
	program *tea.Program
	in      *os.File
	out     io.Writer
	before  *term.State   // the terminal as it was
	ended   chan struct{} // closed when the program has returned
	once    sync.Once     // of end
	status  int           // that end was called with
	jobs    jobs          // stopping and going on
	lent    atomic.Bool   // another program has the terminal
	clock   clock
}

// noKeys is the exit status where no keys can be had.
const noKeys = 1

// ErrNoKeys says that no keys can be had.
var ErrNoKeys = errors.New("no terminal to take keys from; write the text with: lede show")

// NewFrame makes the frame for model. in is the terminal that keys come from.
func NewFrame(g *Guard, model tea.Model, in *os.File, out io.Writer, options ...tea.ProgramOption) *Frame {
	f := &Frame{guard: g, in: in, out: out, ended: make(chan struct{}), clock: clock{after: time.AfterFunc}}
	options = append(options,
		tea.WithInput(&keyboard{File: in, gone: func() { f.end(128 + hangup) }}),
		tea.WithOutput(out),
		tea.WithoutSignalHandler(),
		tea.WithoutCatchPanics(),
		tea.WithFilter(f.filter),
	)
	f.program = tea.NewProgram(clocked{model, f.drawSoon}, options...)
	return f
}

// drawSoon has the frame drawn that the model has just made.
func (f *Frame) drawSoon() {
	if t := tickerOf(f.program); t != nil {
		f.clock.wake(t)
	}
}

// Run runs the program until it ends and returns the exit status that a signal asked for, 0 when none did.
func (f *Frame) Run() (int, error) {
	before, err := term.GetState(f.in.Fd())
	if err != nil {
		return noKeys, ErrNoKeys
	}
	f.before = before
	f.guard.onCrash(func() { f.stop(Crashed) })
	stop := f.watch()
	returned := false
	f.guard.Run("run the screen", func() {
		_, err = f.program.Run()
		returned = true
		_, _ = io.WriteString(f.out, quietColours)
	})
	close(f.ended)
	stop()
	f.guard.onCrash(nil)
	if !returned {
		f.restore()
	}
	if errors.Is(err, tea.ErrProgramKilled) {
		err = nil
	}
	return f.asked(), err
}

// Lend lets another program have the terminal until it ends, while Bubble Tea has let go of it. What the keyboard
// signals is that program's meanwhile. start starts it.
func (f *Frame) Lend(cmd *exec.Cmd, start func(*exec.Cmd) error) error {
	cmd.Stdin, cmd.Stdout, cmd.Stderr = f.in, f.out, f.out
	f.lent.Store(true)
	defer f.lent.Store(false)
	defer time.Sleep(settle) // one that could not be started has taken no time
	if err := start(cmd); err != nil {
		return err
	}
	return cmd.Wait()
}

// asked is the status that end was called with, 0 when it was not.
func (f *Frame) asked() int {
	f.once.Do(func() {})
	return f.status
}

// end ends the program for a reason from outside, with an exit status. It returns at once.
func (f *Frame) end(status int) {
	f.once.Do(func() {
		f.status = status
		f.guard.Go("quit", f.program.Quit)
		time.AfterFunc(askedFor, func() { f.stop(status) })
	})
}

// stop ends the program without asking it. When the terminal takes no more output, or the program does not return, it
// ends the process.
func (f *Frame) stop(status int) {
	f.guard.Go("stop the screen", func() {
		killed := make(chan struct{})
		f.guard.Go("kill the screen", func() {
			f.program.Kill()
			close(killed)
		})
		late := time.After(stopped)
		select {
		case <-f.ended:
			return
		case <-killed:
		case <-late:
			f.restore()
			f.leave(status)
			return
		}
		select {
		case <-f.ended:
		case <-late:
			f.leave(status)
		}
	})
}

// leave ends the process, after telling of a crash.
func (f *Frame) leave(status int) {
	if s, crashed := f.guard.Status(); crashed {
		status = s
	}
	f.guard.leave(status)
}

// restore gives the terminal back without the program's help. A terminal that takes no output is waited for a
// moment only.
func (f *Frame) restore() {
	_ = term.Restore(f.in.Fd(), f.before)
	written := make(chan struct{})
	f.guard.Go("give the terminal back", func() {
		_, _ = io.WriteString(f.out, giveBack)
		close(written)
	})
	select {
	case <-written:
	case <-time.After(100 * time.Millisecond):
	}
}
