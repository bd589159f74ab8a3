package cli

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the test binary a program of several names.
//
//nolint:forbidigo // these are the main functions of those programs
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"lede":         func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
		"unsized-lede": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
		"shell":        runShell,
		"crash":        func() { os.Exit(runCrasher(os.Args[1])) },
		"flood":        func() { os.Exit(runCrasher("flood")) },
		"nohup-lede": func() {
			signal.Ignore(syscall.SIGHUP)
			os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs the command line as a user does: testdata/script holds a file a subject.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, "config"))
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("ESC", "\x1b")
			e.Setenv("XDG_STATE_HOME", filepath.Join(e.WorkDir, "state"))
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond != "root" {
				return false, errors.New("unknown condition")
			}
			return os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"fifo": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(syscall.Mkfifo(ts.MkAbs(args[0]), 0o600))
			},
			"sparse": sparse,
			"damage": damage,
			"serve":  serve,
			"status": status,
			"clean":  cleanOutput,
		},
	})
}

// sparse makes a file of two gigabytes that takes no room: sparse FILE.
func sparse(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = f.WriteString("A long story.\n\nIt goes on.\n")
	ts.Check(err)
	ts.Check(f.Truncate(2 << 30))
	ts.Check(f.Close())
}

// damage overwrites bytes of a file with zeros, up to its end: damage FILE FROM BYTES.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	from, err := strconv.Atoi(args[1])
	ts.Check(err)
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	clear(data[from:min(from+n, len(data))])
	ts.Check(os.WriteFile(path, data, 0o600))
}

// serve serves a folder over HTTP and puts the address into the environment as URL: serve FOLDER.
func serve(ts *testscript.TestScript, _ bool, args []string) {
	s := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[0]))))
	ts.Defer(s.Close)
	ts.Setenv("URL", s.URL)
}

// status runs a command and compares its exit status: status 3 lede posts FILE.
func status(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if e, ok := err.(interface{ ExitCode() int }); ok {
		got = strconv.Itoa(e.ExitCode())
	}
	if got != args[0] {
		ts.Fatalf("%v: exit status %s, want %s", args[1:], got, args[0])
	}
}

// cleanOutput fails when the last output holds a control character but newline and tab: clean stdout.
func cleanOutput(ts *testscript.TestScript, _ bool, args []string) {
	for i, r := range ts.ReadFile(args[0]) {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			ts.Fatalf("%s holds %U at byte %d", args[0], r, i)
		}
	}
}
