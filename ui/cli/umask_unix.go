//go:build unix

package cli

import "syscall"

// privateFiles keeps all files that this process makes from other users.
func privateFiles() { syscall.Umask(0o077) }
