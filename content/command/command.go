// Package command runs a program of the user's own on a text. Its words are an argument vector that no shell sees, it
// reads from a pipe and never from the screen's keyboard, its answer is capped, and it is ended with all that it has
// started.
//
// Start with Run.
package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"lede/model/clean"
	"lede/model/figure"
)

// The most that is taken of what a program writes, in bytes.
const (
	MaxAnswer = 4 << 20
	maxCry    = 8 << 10 // on standard error
)

// patience is how long the pipes of a program that has ended are waited for: something that it has started may hold
// them.
const patience = time.Second / 2

// Command is a program and what it is given.
type Command struct {
	Args    []string // the program and its arguments
	Input   []byte   // what it reads
	Timeout time.Duration
	Start   func(*exec.Cmd) error // starts it; nil means (*exec.Cmd).Start
}

// Error says why a program gave no answer: "it did not answer in 60 s". It is clean.
type Error struct {
	Problem string
	Err     error
}

// Error implements error.
func (e *Error) Error() string { return e.Problem }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// The causes that are not those of package exec.
var (
	ErrTimeout = errors.New("timeout")
	ErrTooLong = errors.New("answer too long")
)

// Run runs a command to its end and returns what it has written to standard output, as it came: it may hold
// anything.
//
// When ctx ends, the time is over or the answer too long, the program is killed with its process group. The error is
// then ctx's own or an *Error.
func Run(ctx context.Context, c Command) ([]byte, error) {
	if c.Start == nil {
		c.Start = (*exec.Cmd).Start
	}
	limited, end := context.WithTimeout(ctx, c.Timeout)
	defer end()
	answer, cry := capped{most: MaxAnswer, full: end}, capped{most: maxCry}
	cmd := exec.CommandContext(limited, c.Args[0], c.Args[1:]...) //nolint:gosec // The user's own settings name it.
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(c.Input), &answer, &cry
	cmd.WaitDelay = patience
	apart(cmd)
	cmd.Cancel = func() error { return kill(cmd) }
	err := c.Start(cmd)
	if err == nil {
		err = cmd.Wait()
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case answer.over:
		return nil, &Error{"it wrote more than " + figure.Bytes(MaxAnswer), ErrTooLong}
	case limited.Err() != nil:
		return nil, &Error{"it did not answer in " + figure.Seconds(c.Timeout), ErrTimeout}
	case errors.Is(err, exec.ErrWaitDelay):
		_ = kill(cmd) // the program has ended well; what it left behind holds on to its pipes
	case err != nil:
		return nil, failure(c.Args[0], err, cry.kept.String())
	}
	return answer.kept.Bytes(), nil
}

// failure says why a program could not be run, or how it failed: by the last line that it wrote to standard error.
func failure(name string, err error, cry string) error {
	var ended *exec.ExitError
	if !errors.As(err, &ended) {
		problem := "it cannot be started: " + err.Error()
		if errors.Is(err, exec.ErrNotFound) {
			problem = "the program " + name + " was not found"
		}
		return &Error{clean.Line(problem), err}
	}
	problem := fmt.Sprintf("it failed (%s)", ended.ProcessState)
	if line := lastLine(cry); line != "" {
		problem += ": " + line
	}
	return &Error{clean.Line(problem), err}
}

// maxLine is the most of a line that is worth quoting, in characters.
const maxLine = 200

// lastLine is the last line with a word in it.
func lastLine(s string) string {
	last := ""
	for line := range strings.Lines(clean.Text(s)) {
		if line = strings.TrimSpace(clean.Line(line)); line != "" {
			last = line
		}
	}
	if all := []rune(last); len(all) > maxLine {
		return string(all[:maxLine]) + "…"
	}
	return last
}

// capped keeps what is written to it, up to a number of bytes. What comes after that is taken and forgotten. The
// buffer is not embedded: its ReadFrom would go round the cap.
type capped struct {
	kept bytes.Buffer
	most int
	over bool
	full func() // is called when there is more; nil for nothing
}

// Write implements io.Writer. It never fails.
func (c *capped) Write(p []byte) (int, error) {
	room := c.most - c.kept.Len()
	if room >= len(p) {
		return c.kept.Write(p)
	}
	c.kept.Write(p[:room])
	if c.over = true; c.full != nil {
		c.full()
	}
	return len(p), nil
}
