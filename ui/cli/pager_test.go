//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// script writes a program of the shell and returns its path, which has a space in it.
func script(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a program")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestWhatIsLongerThanTheScreenGoesToThePager runs a pager that asks for a key, as pagers do.
func TestWhatIsLongerThanTheScreenGoesToThePager(t *testing.T) {
	t.Setenv("TEST_PAGER", "'"+script(t, `echo "paged: $(wc -l) lines, $1"; read key </dev/tty; echo "left by $key"`)+
		"' 'of two words'")
	long := filepath.Join(t.TempDir(), "long.md")
	if err := os.WriteFile(long, []byte(story+strings.Repeat("\nMore of it.\n", 40)), 0o600); err != nil {
		t.Fatal(err)
	}
	s := begin(t, nil, "lede", "show", long)
	mark := s.await(0, "lines, of two words")
	s.press("x\r")
	s.await(mark, "left by x")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
	if out := s.output(); strings.Contains(out, "Firstword") {
		t.Errorf("the text went past the pager: %q", out)
	}
}

func TestWhatFitsOnTheScreenNeedsNoPager(t *testing.T) {
	t.Setenv("TEST_PAGER", script(t, "echo paged"))
	s := begin(t, nil, "lede", "show", storyFile(t))
	s.await(0, "Secondword")
	if got := s.status(); got != 0 || strings.Contains(s.output(), "paged") {
		t.Errorf("exit status %d, output %q", got, s.output())
	}
}

// TestAPagerThatTheUserLeavesEarlyIsNoError reads one line only; one that is not there shows the text all the same.
func TestAPagerThatTheUserLeavesEarlyIsNoError(t *testing.T) {
	long := filepath.Join(t.TempDir(), "long.md")
	if err := os.WriteFile(long, []byte(story+strings.Repeat("\nMore of it.\n", 60_000)+"\nThe end.\n"),
		0o600); err != nil {
		t.Fatal(err)
	}
	for pager, want := range map[string]string{
		script(t, "exec head -n 1"): "The sea wall", "/no/such/pager": "The end.",
	} {
		t.Setenv("TEST_PAGER", strings.ReplaceAll(pager, " ", "\\ "))
		s := begin(t, nil, "lede", "show", long)
		s.await(0, want)
		if got := s.status(); got != 0 {
			t.Errorf("%s: exit status %d, want 0", pager, got)
		}
	}
}
