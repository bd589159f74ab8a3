//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestACommandTakesNothingFromTheScreen runs commands that reach for the terminal, in front of a real one: they get no
// key of it, what they write is shown as text, and the screen goes on.
func TestACommandTakesNothingFromTheScreen(t *testing.T) {
	config := filepath.Join(t.TempDir(), "config.toml")
	const commands = `
[commands.thief]
run = ["sh", "-c", "head -c 1 < /dev/tty"]
key = "X"
[commands.painter]
run = ["sh", "-c", "printf '\\033[2JOwned \\033]0;owned\\007title' > /dev/tty; printf 'Answer\\033[2J of words'"]
key = "Y"
[commands.hang]
run = ["sleep", "600"]
key = "Z"
`
	if err := os.WriteFile(config, []byte(commands), 0o600); err != nil {
		t.Fatal(err)
	}
	s := begin(t, nil, "lede", "--config", config, storyFile(t))
	at := s.await(0, "Firstword")
	s.press("X")
	at = s.await(at, "it failed")
	s.press("Y")
	at = s.await(at, "Answer")
	s.press("Z")
	at = s.await(at, "stops it")
	s.press("q")
	s.await(at, "Firstword")
	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("the exit status is %d", got)
	}
	if out := s.output(); strings.Contains(out, "Owned") || strings.Contains(out, "]0;owned") {
		t.Error("a command wrote on the screen")
	}
	s.givenBack()
}
