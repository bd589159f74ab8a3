//go:build unix

package cli

import (
	"os/exec"
	"sync"
	"syscall"
)

// private is the mask of files that are made for their owner alone.
const private = 0o077

// umask is the mask that this process was started with.
type umask struct {
	sync.Mutex
	before int
}

// privateFiles keeps all files that this process makes from other users.
func (u *umask) privateFiles() { u.before = syscall.Umask(private) }

// start starts another program with the mask that this one was started with. Files that lede makes meanwhile name
// their rights themselves.
func (u *umask) start(cmd *exec.Cmd) error {
	u.Lock()
	defer u.Unlock()
	syscall.Umask(u.before)
	defer syscall.Umask(private)
	return cmd.Start()
}
