//go:build unix

package terminal

import (
	"os/exec"
	"sync"
	"syscall"
)

// private is the mask of files that are made for their owner alone.
const private = 0o077

// Umask is the mask that this process was started with.
type Umask struct {
	sync.Mutex
	before int
}

// PrivateFiles keeps all files that this process makes from other users.
func (u *Umask) PrivateFiles() { u.before = syscall.Umask(private) }

// Start starts another program with the mask that this one was started with. Files that lede makes meanwhile name
// their rights themselves.
func (u *Umask) Start(cmd *exec.Cmd) error {
	u.Lock()
	defer u.Unlock()
	syscall.Umask(u.before)
	defer syscall.Umask(private)
	return cmd.Start()
}
