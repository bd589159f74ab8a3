//go:build !unix

package ui

import "os/exec"

// detach does nothing where programs do not share the terminal's signals.
func detach(*exec.Cmd) {}
