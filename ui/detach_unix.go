//go:build unix

package ui

import (
	"os/exec"
	"syscall"
)

// detach puts a program into a session of its own, away from lede's terminal and its signals.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
