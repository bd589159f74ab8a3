//go:build unix

package command

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// long is a time that no test waits for.
const long = time.Minute

// sh is a script of a test.
func sh(script string) Command { return Command{Args: []string{"sh", "-c", script}, Timeout: long} }

func TestACommandReadsTheTextAndAnswers(t *testing.T) {
	c := Command{Args: []string{"tr", "a-z", "A-Z"}, Input: []byte("low water"), Timeout: long}
	if got, err := Run(t.Context(), c); err != nil || string(got) != "LOW WATER" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestNoShellSeesTheArguments(t *testing.T) {
	c := Command{Args: []string{"echo", "$HOME; echo two", "`id`"}, Timeout: long}
	if got, err := Run(t.Context(), c); err != nil || string(got) != "$HOME; echo two `id`\n" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestACommandThatReadsNothingAnswersToo(t *testing.T) {
	c := Command{Args: []string{"echo", "done"}, Input: bytes.Repeat([]byte("tides "), 1<<20), Timeout: long}
	if got, err := Run(t.Context(), c); err != nil || string(got) != "done\n" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestWhatGoesWrongIsASentence(t *testing.T) {
	for name, c := range map[string]struct {
		command Command
		want    string
	}{
		"cries": {
			sh("echo first >&2; printf 'no \\033[31mmodel\\007 here\\n\\n' >&2; exit 3"),
			"it failed (exit status 3): no �[31mmodel� here",
		},
		"fails": {sh("exit 7"), "it failed (exit status 7)"},
		"dies":  {sh("kill -9 $$"), "it failed (signal: killed)"},
		"is not": {
			Command{Args: []string{"no-such-program-here"}, Timeout: long},
			"the program no-such-program-here was not found",
		},
		"is no program": {Command{Args: []string{"/"}, Timeout: long}, "it cannot be started: "},
		"cries long": {
			sh("head -c 100000 /dev/zero | tr '\\0' x >&2; exit 1"),
			"it failed (exit status 1): " + strings.Repeat("x", maxLine) + "…",
		},
	} {
		_, err := Run(t.Context(), c.command)
		var known *Error
		if !errors.As(err, &known) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}

func TestAFloodIsCutAndEnded(t *testing.T) {
	_, err := Run(t.Context(), Command{Args: []string{"yes", "water"}, Timeout: long})
	if !errors.Is(err, ErrTooLong) {
		t.Errorf("got %v", err)
	}
	got, err := Run(t.Context(), sh("head -c 4194304 /dev/zero"))
	if err != nil || len(got) != MaxAnswer {
		t.Errorf("an answer as long as may be: %d bytes, %v", len(got), err)
	}
	if _, err := Run(t.Context(), sh("yes >&2 & sleep 0; kill $!; echo ok")); err != nil {
		t.Errorf("a flood of errors: %v", err)
	}
}

// TestWhatHangsIsEndedWithItsChildren runs a program whose child holds a pipe, which ends once the child is dead.
func TestWhatHangsIsEndedWithItsChildren(t *testing.T) {
	for name, run := range map[string]func(Command) error{
		"timeout": func(c Command) error {
			c.Timeout = 150 * time.Millisecond
			_, err := Run(t.Context(), c)
			return err
		},
		"cancel": func(c Command) error {
			ctx, cancel := context.WithCancel(t.Context())
			start := (*exec.Cmd).Start
			c.Start = func(cmd *exec.Cmd) error {
				defer time.AfterFunc(150*time.Millisecond, cancel)
				return start(cmd)
			}
			_, err := Run(ctx, c)
			return err
		},
	} {
		fifo := filepath.Join(t.TempDir(), "alive")
		if err := syscall.Mkfifo(fifo, 0o600); err != nil {
			t.Fatal(err)
		}
		pipe, err := os.OpenFile(fifo, os.O_RDONLY|syscall.O_NONBLOCK, 0)
		if err != nil {
			t.Fatal(err)
		}
		err = run(Command{Args: []string{"sh", "-c", "sleep 600 > " + fifo + " & wait"}, Timeout: long})
		if !errors.Is(err, ErrTimeout) && !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v", name, err)
		}
		_ = pipe.SetReadDeadline(time.Now().Add(10 * time.Second))
		if n, err := pipe.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
			t.Errorf("%s: the child lives on: %d, %v", name, n, err)
		}
		_ = pipe.Close()
	}
}

func TestWhatIsLeftBehindHoldsNothingUp(t *testing.T) {
	got, err := Run(t.Context(), sh("sleep 600 & echo ready"))
	if err != nil || string(got) != "ready\n" {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestACommandHasNoTerminal looks at what the system says of the program: its session is its own, and has no terminal.
func TestACommandHasNoTerminal(t *testing.T) {
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		t.Skip("this system does not tell")
	}
	got, err := Run(t.Context(), sh("cat /proc/$$/stat; exec < /dev/tty"))
	if err == nil {
		t.Errorf("it reads from the terminal: %q", got)
	}
	got, err = Run(t.Context(), Command{Args: []string{"cat", "/proc/self/stat"}, Timeout: long})
	if err != nil {
		t.Fatal(err)
	}
	f := strings.Fields(string(got)) // pid (name) state parent group session terminal
	if f[0] != f[4] || f[0] != f[5] || f[6] != "0" {
		t.Errorf("process %s is of group %s, session %s and terminal %s", f[0], f[4], f[5], f[6])
	}
}
