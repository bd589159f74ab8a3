package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"lede/ui/cli/console"
	"lede/ui/cli/terminal"
)

// patience is how long a test waits for the program; a slow machine needs some.
const patience = time.Minute

const story = "# The sea wall\n\nFirstword of the lead.\n\n## Gauges\n\nSecondword of the text.\n"

// terminalRun is lede in a pseudo-terminal.
type terminalRun struct {
	t      *testing.T
	cmd    *exec.Cmd
	tty    *os.File // the other end of the program's terminal
	before *unix.Termios
	home   string
	ended  chan error
	closed chan struct{} // all output has been collected

	mu  sync.Mutex
	out bytes.Buffer
}

// begin starts a command of this test binary in a terminal of 80 by 24 cells.
func begin(t *testing.T, stdin io.Reader, name string, args ...string) *terminalRun {
	t.Helper()
	if racing {
		t.Skip("the reader of keys in Bubble Tea races with its own end when the program is killed")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := &terminalRun{t: t, home: t.TempDir(), ended: make(chan error, 1), closed: make(chan struct{})}
	master, slave, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	s.tty = polled(t, master)
	if name != "unsized-lede" {
		s.resize(80, 24)
	}
	s.before = s.modes()
	// The name in argv decides what the test binary is: see TestMain.
	s.cmd = &exec.Cmd{Path: exe, Args: append([]string{name}, args...), Stdin: slave, Stdout: slave, Stderr: slave}
	if stdin != nil {
		s.cmd.Stdin = stdin
	}
	s.cmd.Env = []string{
		"TERM=xterm-256color", "HOME=" + s.home, "PATH=" + os.Getenv("PATH"), "GOCOVERDIR=" + s.home,
		"PAGER=" + os.Getenv("TEST_PAGER"), "VISUAL=" + os.Getenv("TEST_VISUAL"),
	}
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = slave.Close()
	go s.collect()
	go func() { s.ended <- s.cmd.Wait() }()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = s.tty.Close()
	})
	return s
}

// polled is f as a file whose Close does not wait for its reader.
func polled(t *testing.T, f *os.File) *os.File {
	t.Helper()
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	return os.NewFile(uintptr(fd), f.Name())
}

// control runs f on the descriptor of the terminal. s.tty.Fd would make the file block.
func (s *terminalRun) control(f func(fd int) error) {
	s.t.Helper()
	conn, err := s.tty.SyscallConn()
	if err != nil {
		s.t.Fatal(err)
	}
	var failure error
	if err := conn.Control(func(fd uintptr) { failure = f(int(fd)) }); err != nil || failure != nil {
		s.t.Fatal(err, failure)
	}
}

func (s *terminalRun) resize(width, height uint16) {
	s.t.Helper()
	s.control(func(fd int) error {
		return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: height, Col: width})
	})
}

func (s *terminalRun) collect() {
	defer close(s.closed)
	buf := make([]byte, 32<<10)
	for {
		n, err := s.tty.Read(buf)
		s.mu.Lock()
		s.out.Write(buf[:n])
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (s *terminalRun) output() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.String()
}

// await waits until text is in what was written since mark, and returns the new mark.
func (s *terminalRun) await(mark int, text string) int {
	s.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if out := s.output(); len(out) > mark && strings.Contains(out[mark:], text) {
			return len(out)
		}
	}
	s.t.Fatalf("%q was not written; got %q", text, s.output()[mark:])
	return 0
}

func (s *terminalRun) press(keys string) {
	if _, err := io.WriteString(s.tty, keys); err != nil {
		s.t.Fatal(err)
	}
}

func (s *terminalRun) signal(sig syscall.Signal) {
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

// status waits for the end and returns the exit status.
func (s *terminalRun) status() int {
	s.t.Helper()
	select {
	case err := <-s.ended:
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			return exit.ExitCode()
		}
		return 0
	case <-time.After(patience):
		s.t.Fatalf("the program did not end; it wrote %q", s.output())
		return -1
	}
}

func (s *terminalRun) modes() *unix.Termios {
	s.t.Helper()
	var m *unix.Termios
	s.control(func(fd int) (err error) {
		m, err = unix.IoctlGetTermios(fd, unix.TCGETS)
		return err
	})
	return m
}

// givenBack fails when the terminal is in another state than before.
func (s *terminalRun) givenBack() {
	s.t.Helper()
	if s.cmd.ProcessState != nil {
		<-s.closed
	}
	if m := s.modes(); m.Lflag != s.before.Lflag || m.Iflag != s.before.Iflag || m.Oflag != s.before.Oflag {
		s.t.Errorf("terminal modes: %x %x %x, want %x %x %x", m.Lflag, m.Iflag, m.Oflag, s.before.Lflag, s.before.Iflag,
			s.before.Oflag)
	}
	out := s.output()
	for _, mode := range []string{"1049", "1000", "1002", "1003", "1006", "2004", "1004"} {
		if on, off := strings.LastIndex(out, "\x1b[?"+mode+"h"), strings.LastIndex(out, "\x1b[?"+mode+"l"); on > off {
			s.t.Errorf("mode %s is left on", mode)
		}
	}
	if hidden, shown := strings.LastIndex(out, "\x1b[?25l"), strings.LastIndex(out, "\x1b[?25h"); hidden > shown {
		s.t.Error("the cursor is left hidden")
	}
}

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
