// Package console is the streams that a run of lede reads from and writes to, and the exit statuses that it ends with.
//
// Start with Console. What is written to standard output passes the gate of Console.Write, and a pager where the user
// has one; progress.go shows how far a long task is, status.go says on standard error what went wrong.
package console

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"lede/content/export"
	"lede/model/clean"
	"lede/ui/cli/terminal"
)

// Console is the terminal, the files or the pipes that a run of lede reads from and writes to.
type Console struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Out            *pager // to standard output
	Guard          *terminal.Guard
	Umask          terminal.Umask
	Log            logFile // what --log asks for
}

// New returns a console on some streams.
func New(stdin io.Reader, stdout, stderr io.Writer) *Console {
	c := &Console{Stdin: stdin, Stdout: stdout, Stderr: stderr}
	c.Out = c.newPager(os.Getenv)
	c.Guard = terminal.NewGuard(stderr, os.Getenv, Version())
	return c
}

// Write hands what f writes to standard output, through the gate: whatever f was given, no character goes out that
// could drive a terminal.
func (c *Console) Write(f func(w io.Writer) error) error {
	var b bytes.Buffer
	if err := f(&b); err != nil {
		return err
	}
	_, err := io.WriteString(c.Out, clean.Text(b.String()))
	return err
}

// JSON writes v as JSON.
func (c *Console) JSON(v any) error {
	return c.Write(func(w io.Writer) error { return export.JSON(w, v) })
}

// Lines writes lines of text.
func (c *Console) Lines(lines []string) error {
	return c.Write(func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
		return err
	})
}

// List writes a list as JSON; an empty one is written too, and is nothing found.
func (c *Console) List(v any, n int) error {
	if err := c.JSON(v); err != nil {
		return err
	}
	if n == 0 {
		return Exit(NothingFound)
	}
	return nil
}

// JSONLine writes v as JSON on one line.
func (c *Console) JSONLine(v any) error {
	return c.Write(func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		return e.Encode(v)
	})
}

// Tell writes a sentence, or v when JSON is asked for.
func (c *Console) Tell(asJSON bool, v any, sentence string) error {
	if asJSON {
		return c.JSONLine(v)
	}
	return c.Lines([]string{sentence})
}

// Dumb reports whether the terminal knows no more than lines.
func Dumb() bool {
	name := os.Getenv("TERM")
	return name == "" || name == "dumb"
}

// Version is what the build knows of itself.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

// PlainOnly reports whether the full screen cannot be drawn: output goes to a file or a pipe, or the terminal
// knows no more than lines.
func (c *Console) PlainOnly() bool {
	return !terminal.IsTerminal(c.Stdout) || Dumb()
}
