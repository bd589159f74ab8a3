package terminal

import (
	"os"
	"strings"
	"testing"
)

// TestReportsOfCrashesNeedNoHome looks where a report goes without one.
func TestReportsOfCrashesNeedNoHome(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, env := range []map[string]string{{}, {"HOME": "", "XDG_STATE_HOME": "state"}, {"HOME": "here"}} {
		g := NewGuard(nil, func(name string) string { return env[name] }, "test")
		if got := g.reports(); !strings.HasPrefix(got, os.TempDir()) {
			t.Errorf("%v: the report goes to %s", env, got)
		}
	}
}
