//go:build unix

package terminal

import (
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// TestOtherProgramsGetTheUmaskThatLedeGot starts one as the browser is started.
func TestOtherProgramsGetTheUmaskThatLedeGot(t *testing.T) {
	before := syscall.Umask(0o022)
	defer syscall.Umask(before)
	var u Umask
	u.PrivateFiles()
	out := &strings.Builder{}
	cmd := exec.Command("sh", "-c", "umask")
	cmd.Stdout = out
	if err := u.Start(cmd); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(out.String()); got != "0022" {
		t.Errorf("the program got %s", got)
	}
	if mask := syscall.Umask(0o022); mask != private {
		t.Errorf("then the mask is %o", mask)
	}
}
