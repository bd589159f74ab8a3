//go:build unix

package cli

import (
	"os/exec"
	"syscall"
)

// detach puts a program into a process group of its own, so that keys and signals for lede do not reach it.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
