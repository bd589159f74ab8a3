package cli

import (
	"bytes"
	"io"
	"os"
	"strings"

	"lede/content/export"
	"lede/model/clean"
	"lede/ui/cli/terminal"
)

// console is the terminal, the files or the pipes that a run of lede reads from and writes to.
type console struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	out            *pager // to standard output
	guard          *terminal.Guard
	umask          terminal.Umask
	log            logFile // what --log asks for
}

// newConsole is a console on some streams.
func newConsole(stdin io.Reader, stdout, stderr io.Writer) *console {
	c := &console{stdin: stdin, stdout: stdout, stderr: stderr}
	c.out = c.newPager(os.Getenv)
	c.guard = terminal.NewGuard(stderr, os.Getenv, version())
	return c
}

// write hands what f writes to standard output, through the gate: whatever f was given, no character goes out that
// could drive a terminal.
func (c *console) write(f func(w io.Writer) error) error {
	var b bytes.Buffer
	if err := f(&b); err != nil {
		return err
	}
	_, err := io.WriteString(c.out, clean.Text(b.String()))
	return err
}

// json writes v as JSON.
func (c *console) json(v any) error {
	return c.write(func(w io.Writer) error { return export.JSON(w, v) })
}

// lines writes lines of text.
func (c *console) lines(lines []string) error {
	return c.write(func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
		return err
	})
}
