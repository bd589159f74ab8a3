package console

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"lede/model/argv"
	"lede/ui/cli/terminal"
)

// pager holds plain output back until it is longer than the screen, and then hands it to the program that $PAGER
// names. Where there is none, or no screen, output goes straight on.
type pager struct {
	to      io.Writer // the terminal
	program []string  // and its arguments; nil for none
	height  int       // lines of the screen
	start   func(*exec.Cmd) error

	held  bytes.Buffer
	lines int
	in    io.WriteCloser // the pager's, once it runs
	cmd   *exec.Cmd
}

// newPager makes the pager for what is written to standard output.
func (c *Console) newPager(getenv func(string) string) *pager {
	g := &pager{to: c.Stdout, start: c.Umask.Start}
	height, ok := terminal.Lines(c.Stdout)
	name := getenv("PAGER")
	if !ok || name == "" || name == "cat" || c.PlainOnly() {
		return g
	}
	if words, err := argv.Split(name); err == nil && len(words) > 0 {
		g.program, g.height = words, height
	}
	return g
}

// Write implements io.Writer.
func (g *pager) Write(text []byte) (int, error) {
	switch {
	case g.in != nil:
		return g.pass(text)
	case g.program == nil:
		return g.to.Write(text)
	}
	g.lines += bytes.Count(text, []byte("\n"))
	if g.lines < g.height {
		return g.held.Write(text)
	}
	if err := g.begin(); err != nil {
		g.program = nil // such a program cannot be had: the terminal scrolls
		if _, err := g.held.WriteTo(g.to); err != nil {
			return 0, err
		}
		return g.to.Write(text)
	}
	if _, err := g.pass(g.held.Bytes()); err != nil {
		return 0, err
	}
	return g.pass(text)
}

// pass hands text to the pager. One that the user has left wants no more.
func (g *pager) pass(text []byte) (int, error) {
	n, err := g.in.Write(text)
	if errors.Is(err, syscall.EPIPE) {
		return len(text), nil
	}
	return n, err
}

// begin starts the pager. A less without settings of its own shows what fits on the screen and ends, as git has it.
func (g *pager) begin() error {
	cmd := exec.Command(g.program[0], g.program[1:]...) //nolint:gosec,noctx // the user's own; it ends when they leave it
	cmd.Stdout, cmd.Stderr = g.to, os.Stderr
	if _, set := os.LookupEnv("LESS"); !set {
		cmd.Env = append(os.Environ(), "LESS=FRX")
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := g.start(cmd); err != nil {
		return err
	}
	g.in, g.cmd = in, cmd
	return nil
}

// Close writes what was held back, or waits until the user leaves the pager. ctrl+c is the pager's meanwhile.
func (g *pager) Close() error {
	if g.in == nil {
		_, err := g.held.WriteTo(g.to)
		return err
	}
	ignored := make(chan os.Signal, 1)
	signal.Notify(ignored, os.Interrupt)
	defer signal.Stop(ignored)
	_ = g.in.Close()
	_ = g.cmd.Wait() // how it ends is its own affair
	g.in, g.program = nil, nil
	return nil
}
