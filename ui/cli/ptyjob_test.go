package cli

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// runShell is an interactive shell with job control in the place of this program.
func runShell() {
	path, err := exec.LookPath("bash")
	if err == nil {
		err = syscall.Exec(path, []string{"bash", "--norc", "--noprofile", "-i"}, append(os.Environ(), "PS1=ready> "))
	}
	_, _ = os.Stderr.WriteString(err.Error() + "\n")
}

// TestCtrlZStopsTheProgramAndFgBringsItBack runs lede as a job of a shell.
func TestCtrlZStopsTheProgramAndFgBringsItBack(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := begin(t, nil, "shell")
	mark := s.await(0, "ready>")
	s.press("(exec -a lede " + strconv.Quote(exe) + " " + storyFile(t) + ")\r")
	mark = s.await(mark, "Firstword")
	for range 2 {
		s.press("\x1a")
		mark = s.await(mark, "Stopped")
		s.press("echo mo''re\r")
		mark = s.await(mark, "more")
		s.press("fg\r")
		mark = s.await(mark, "Firstword")
	}
	s.press("q")
	mark = s.await(mark, "\x1b[?1049l")
	s.press("echo status $?\r")
	s.await(mark, "status 0")
	s.press("exit\r")
	if got := s.status(); got != 0 {
		t.Errorf("the shell ended with %d", got)
	}
}

// TestCtrlZDoesNothingWithoutAShell presses it where nobody could let the program go on.
func TestCtrlZDoesNothingWithoutAShell(t *testing.T) {
	s := begin(t, nil, "lede", storyFile(t))
	s.await(0, "Firstword")
	s.press("\x1a")
	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
	s.givenBack()
}

func TestScreenOutlivesASizeThatCannotBe(t *testing.T) {
	s := begin(t, nil, "lede", storyFile(t))
	s.await(0, "Firstword")
	s.resize(65535, 65535)
	s.press("?")
	s.await(0, "next section")
	s.press("\x03")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
}

func TestScreenOutlivesAnAnswerOfThousandsOfParameters(t *testing.T) {
	s := begin(t, nil, "lede", storyFile(t))
	s.await(0, "Firstword")
	s.press("\x1b[" + strings.Repeat("1;", 2000) + "m")
	s.press("?")
	s.await(0, "next section")
	s.press("\x03")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
}
