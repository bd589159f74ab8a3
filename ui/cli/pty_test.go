package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/ui/cli/console"
	"lede/ui/cli/terminal"
)

func storyFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "story.md")
	if err := os.WriteFile(path, []byte(story), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestScreenReadsResizesAndQuits(t *testing.T) {
	s := begin(t, nil, "lede", storyFile(t))
	mark := s.await(0, "Firstword")
	s.resize(100, 30)
	s.await(mark, "Firstword")
	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
	s.givenBack()
}

func TestScreenIsNotTakenForAFileThatIsNotThere(t *testing.T) {
	s := begin(t, nil, "lede", "nosuch.txt")
	if got := s.status(); got != console.Failed {
		t.Errorf("exit status %d, want %d", got, console.Failed)
	}
	<-s.closed
	if got, want := s.output(), "lede: cannot open nosuch.txt: there is no such file. Check the name and the "+
		"folder.\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestScreenShowsAFileThatVanishes(t *testing.T) {
	path := storyFile(t)
	s := begin(t, nil, "lede", path)
	mark := s.await(0, "Firstword")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.resize(100, 30)
	s.await(mark, "Firstword")
	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
	s.givenBack()
}

func TestScreenDrawsOnATerminalWithoutSize(t *testing.T) {
	s := begin(t, nil, "unsized-lede", storyFile(t))
	s.await(0, "Firstword")
	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
}

func TestScreenReadsAPipeAndTakesKeysFromTheTerminal(t *testing.T) {
	s := begin(t, strings.NewReader(story), "lede")
	s.await(0, "Firstword")
	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
	s.givenBack()
}

func TestScreenEndsOnSignals(t *testing.T) {
	path := storyFile(t)
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		t.Run(sig.String(), func(t *testing.T) {
			s := begin(t, nil, "lede", path)
			s.await(0, "Firstword")
			s.signal(sig)
			if got, want := s.status(), 128+int(sig); got != want {
				t.Errorf("exit status %d, want %d", got, want)
			}
			s.givenBack()
		})
	}
}

func TestScreenStopsAndGoesOn(t *testing.T) {
	s := begin(t, nil, "lede", storyFile(t))
	mark := s.await(0, "Firstword")
	s.signal(syscall.SIGTSTP)
	mark = s.await(mark, "\x1b[?1049l")
	s.awaitState("T")
	s.givenBack()
	s.signal(syscall.SIGCONT)
	mark = s.await(mark, "Firstword")

	s.signal(syscall.SIGSTOP)
	s.awaitState("T")
	s.signal(syscall.SIGCONT)
	s.await(mark, "Firstword")

	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
	s.givenBack()
}

// awaitState waits until the process is in a state of ps, such as T for stopped.
func (s *terminalRun) awaitState(want string) {
	s.t.Helper()
	state := regexp.MustCompile(`\) (\w) `)
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(s.cmd.Process.Pid), "stat"))
		if err != nil {
			s.t.Skipf("no process states here: %v", err)
		}
		if m := state.FindSubmatch(stat); m != nil && string(m[1]) == want {
			return
		}
	}
	s.t.Fatalf("the process did not come to state %s", want)
}

func TestScreenEndsWhenTheTerminalGoes(t *testing.T) {
	s := begin(t, nil, "nohup-lede", storyFile(t))
	s.await(0, "Firstword")
	_ = s.tty.Close()
	if got, want := s.status(), 128+int(syscall.SIGHUP); got != want {
		t.Errorf("exit status %d, want %d", got, want)
	}
}

func TestCrashGivesTheTerminalBack(t *testing.T) {
	for _, where := range []string{"update", "view", "command", "goroutine"} {
		t.Run(where, func(t *testing.T) {
			s := begin(t, nil, "crash", where)
			s.await(0, "Ready")
			s.press("x")
			if got := s.status(); got != console.Misuse {
				t.Errorf("exit status %d, want %d", got, console.Misuse)
			}
			s.givenBack()
			s.reported()
		})
	}
}

// reported fails unless one sentence was written and one private file holds a clean report.
func (s *terminalRun) reported() {
	s.t.Helper()
	s.await(0, "lede: it crashed")
	files, _ := filepath.Glob(filepath.Join(s.home, ".local/state/lede/crash-*.txt"))
	if len(files) != 1 {
		s.t.Fatalf("reports: %v, want one", files)
	}
	info, err := os.Stat(files[0])
	if err != nil || info.Mode().Perm() != 0o600 {
		s.t.Errorf("report: mode %v, %v", info.Mode(), err)
	}
	text, _ := os.ReadFile(files[0])
	if !bytes.Contains(text, []byte("evil")) || bytes.Contains(text, []byte("\x1b")) {
		s.t.Errorf("report: %q", text)
	}
	if out := s.output(); strings.Contains(out, "evil") || strings.Contains(out, "goroutine ") {
		s.t.Errorf("the panic reached the screen: %q", out)
	}
}

func TestScreenEndsWhileOutputIsStuck(t *testing.T) {
	s := begin(t, nil, "flood")
	s.await(0, "Ready")
	s.press("\x13") // XOFF is a key in raw mode, so the terminal is made to take no more by other means.
	s.mu.Lock()     // Nobody reads the terminal now.
	time.Sleep(300 * time.Millisecond)
	s.signal(syscall.SIGTERM)
	start := time.Now()
	got := s.status()
	s.mu.Unlock()
	if got != 128+int(syscall.SIGTERM) || time.Since(start) > patience/2 { // the watchdog takes two
		t.Errorf("exit status %d after %v", got, time.Since(start))
	}
	if m := s.modes(); m.Lflag != s.before.Lflag {
		t.Errorf("terminal modes: %x, want %x", m.Lflag, s.before.Lflag)
	}
}

// crasher is a program that panics where it is told to, or floods the terminal.
type crasher struct {
	guard *terminal.Guard
	where string
	armed bool
	n     int
}

func (c *crasher) Init() tea.Cmd { return nil }

func (c *crasher) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	c.n++
	if c.where == "flood" {
		return c, tea.Tick(time.Millisecond, func(time.Time) tea.Msg { return 0 })
	}
	if _, ok := msg.(tea.KeyPressMsg); ok {
		c.armed = true
	}
	if !c.armed {
		return c, nil
	}
	c.guard.Run("update", func() {
		switch c.where {
		case "update":
			panic("evil\x1b[31m")
		case "command":
			cmd = func() tea.Msg { c.guard.Run("command", func() { panic("evil\x1b[31m") }); return nil }
		case "goroutine":
			c.guard.Go("goroutine", func() { panic("evil\x1b[31m") })
		}
	})
	return c, cmd
}

func (c *crasher) View() tea.View {
	v := tea.NewView("Ready")
	c.guard.Run("view", func() {
		if c.armed && c.where == "view" {
			panic("evil\x1b[31m")
		}
		if c.where == "flood" {
			v = tea.NewView("Ready\n" + strings.Repeat(strconv.Itoa(c.n), 1500))
		}
	})
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	return v
}

// runCrasher is the program of the tests above, in the frame of the real one.
func runCrasher(where string) int {
	guard := terminal.NewGuard(os.Stderr, os.Getenv, console.Version())
	f := terminal.NewFrame(guard, &crasher{guard: guard, where: where}, os.Stdin, os.Stdout)
	status, err := f.Run()
	if s, crashed := guard.Status(); crashed {
		status = s
	}
	if err != nil {
		return console.Failed
	}
	return status
}
