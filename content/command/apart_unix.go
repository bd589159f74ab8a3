//go:build unix

package command

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// apart puts a program into a session of its own: it leads a process group, and has no terminal to read from.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

// kill ends a program and all that it has started.
func kill(cmd *exec.Cmd) error {
	err := syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	if errors.Is(err, syscall.ESRCH) {
		return os.ErrProcessDone
	}
	return err
}
