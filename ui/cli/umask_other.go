//go:build !unix

package cli

import "os/exec"

// umask is nothing where files have no such rights.
type umask struct{}

// privateFiles does nothing.
func (u *umask) privateFiles() {}

// start starts another program.
func (u *umask) start(cmd *exec.Cmd) error { return cmd.Start() }
