package terminal

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"lede/model/clean"
)

// Crashed is the exit status after a crash.
const Crashed = 2

// Guard sees to it that a panic anywhere ends lede in good order: the terminal given back, a report in a file,
// one sentence on the screen, exit status 2. It may be used from several goroutines at once.
type Guard struct {
	stderr  io.Writer
	getenv  func(string) string
	version string // of lede, for the report

	mu    sync.Mutex
	crash *crash
	end   func() // ends the full-screen program, or nil while there is none
	leave func(status int)
}

// crash is a panic.
type crash struct {
	where string
	value any
	stack []byte
}

// NewGuard makes a guard that reports a crash on stderr. version is lede's own.
func NewGuard(stderr io.Writer, getenv func(string) string, version string) *Guard {
	// A crash outside of main's goroutine.
	leave := os.Exit //nolint:forbidigo
	return &Guard{stderr: stderr, getenv: getenv, version: version, leave: leave}
}

// Run runs f; where names what is being done. A panic in f ends the program, but not this goroutine.
func (g *Guard) Run(where string, f func()) {
	defer func() {
		if v := recover(); v != nil {
			g.crashed(crash{where, v, debug.Stack()})
		}
	}()
	f()
}

// onCrash sets what ends the full screen after a crash; nil when there is no full screen.
func (g *Guard) onCrash(end func()) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.end = end
}

// Go runs f in a goroutine of its own.
func (g *Guard) Go(name string, f func()) { go g.Run(name, f) }

// crashed keeps the first crash, and ends the full screen or else the process.
func (g *Guard) crashed(c crash) {
	g.mu.Lock()
	first := g.crash == nil
	if first {
		g.crash = &c
	}
	end := g.end
	g.mu.Unlock()
	switch {
	case !first:
	case end != nil:
		end()
	default:
		g.leave(g.tell())
	}
}

// Status is the exit status that a crash asks for, after telling of it; ok reports whether there was one.
func (g *Guard) Status() (status int, ok bool) {
	g.mu.Lock()
	crashed := g.crash != nil
	g.mu.Unlock()
	if !crashed {
		return 0, false
	}
	return g.tell(), true
}

// tell writes the report and says on standard error where it is.
func (g *Guard) tell() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	path, err := writeReport(g.reports(), g.version, *g.crash)
	sentence := "lede: it crashed, which is a fault in lede"
	if err == nil {
		sentence += "; a report is in " + clean.Line(path)
	}
	_, _ = fmt.Fprintln(g.stderr, sentence+".")
	return Crashed
}

// reports is the folder for reports: one of its own among the temporary ones where there is no home.
func (g *Guard) reports() string {
	base, home := g.getenv("XDG_STATE_HOME"), g.getenv("HOME")
	switch {
	case filepath.IsAbs(base):
	case filepath.IsAbs(home):
		base = filepath.Join(home, ".local", "state")
	default:
		if dir, err := os.MkdirTemp("", "lede-crash-"); err == nil {
			return dir
		}
		return os.TempDir()
	}
	return filepath.Join(base, "lede")
}

// writeReport writes a file that only its owner may read and returns its path.
func writeReport(dir, version string, c crash) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	path := filepath.Join(dir, "crash-"+time.Now().UTC().Format("20060102-150405")+"-"+strconv.Itoa(os.Getpid())+".txt")
	text := fmt.Sprintf("lede %s crashed: %s\n\n%v\n\n%s", version, c.where, c.value, c.stack)
	return path, os.WriteFile(path, []byte(clean.Text(text)), 0o600)
}
