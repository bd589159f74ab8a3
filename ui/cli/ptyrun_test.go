package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
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
