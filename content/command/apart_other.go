//go:build !unix

package command

import "os/exec"

// apart does nothing where programs do not share the terminal's input.
func apart(*exec.Cmd) {}

// kill ends a program.
func kill(cmd *exec.Cmd) error { return cmd.Process.Kill() }
