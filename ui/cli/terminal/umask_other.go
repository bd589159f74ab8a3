//go:build !unix

package terminal

import "os/exec"

// Umask is nothing where files have no such rights.
type Umask struct{}

// PrivateFiles does nothing.
func (u *Umask) PrivateFiles() {}

// Start starts another program.
func (u *Umask) Start(cmd *exec.Cmd) error { return cmd.Start() }
