//go:build unix

package terminal

import (
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"
)

// hangup is the number of the signal that says that the terminal has gone.
const hangup = int(syscall.SIGHUP)

// jobs is what is known of the shell's job control.
type jobs struct {
	signals chan os.Signal
	goOn    chan struct{} // the process has been continued
	away    atomic.Bool   // the terminal is lent out
}

// stopMsg asks to stop the process because of a signal, goneOnMsg says that it was stopped unasked and goes on.
type (
	stopMsg   struct{}
	goneOnMsg struct{}
)

// watch handles signals until the process ends. The returned function is called when the screen has ended: from then
// on job control is the system's again, and a signal that ends programs does not wait for what is still open. The
// last ctrl+c of a reader who is in a hurry would otherwise look like a crash.
func (f *Frame) watch() (stop func()) {
	f.jobs.signals, f.jobs.goOn = make(chan os.Signal, 16), make(chan struct{}, 1)
	signal.Notify(f.jobs.signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGQUIT, syscall.SIGTSTP, syscall.SIGCONT)
	if !signal.Ignored(syscall.SIGHUP) {
		signal.Notify(f.jobs.signals, syscall.SIGHUP)
	}
	f.guard.Go("watch signals", func() {
		for s := range f.jobs.signals {
			select {
			case <-f.ended:
				f.lateSignal(s)
			default:
				f.signal(s)
			}
		}
	})
	return func() { signal.Reset(syscall.SIGTSTP, syscall.SIGCONT) }
}

// lateSignal ends the process as it was going to end: what the reader did is on the disk already.
func (f *Frame) lateSignal(s os.Signal) {
	if s != syscall.SIGTSTP && s != syscall.SIGCONT {
		f.leave(f.asked())
	}
}

func (f *Frame) signal(s os.Signal) {
	if f.lent.Load() {
		f.lentSignal(s)
		return
	}
	switch s {
	case syscall.SIGTSTP:
		f.send(stopMsg{})
	case syscall.SIGCONT:
		if f.jobs.away.Load() {
			select {
			case f.jobs.goOn <- struct{}{}:
			default:
			}
			return
		}
		f.send(goneOnMsg{})
	default:
		if number, ok := s.(syscall.Signal); ok {
			f.end(128 + int(number))
		}
	}
}

// lentSignal takes a signal while another program has the terminal. Those of the keyboard are for it, but that lede
// stops with it, or the shell would go on waiting.
func (f *Frame) lentSignal(s os.Signal) {
	switch s {
	case syscall.SIGTSTP:
		_ = syscall.Kill(os.Getpid(), syscall.SIGSTOP)
	case syscall.SIGINT, syscall.SIGQUIT, syscall.SIGCONT:
	default:
		if number, ok := s.(syscall.Signal); ok {
			f.end(128 + int(number))
		}
	}
}

// send gives the program a message without waiting until it is taken.
func (f *Frame) send(msg tea.Msg) { f.guard.Go("send a signal", func() { f.program.Send(msg) }) }

// filter takes the messages that stop the program and let it go on. It runs on the program's own goroutine.
func (f *Frame) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg:
		if !jobControl() {
			return tea.ResumeMsg{} // nobody would ever let it go on
		}
		f.lend(func() { _ = syscall.Kill(0, syscall.SIGSTOP) })
	case stopMsg:
		f.lend(func() { _ = syscall.Kill(os.Getpid(), syscall.SIGSTOP) })
	case goneOnMsg:
		f.lend(nil)
	default:
		return sized(msg)
	}
	return tea.ResumeMsg{}
}

// jobControl reports whether a shell may stop this process and let it go on: it has put the process into a group of
// its own, and is there. Go keeps its own handler of SIGTSTP, which the system would have told by itself.
func jobControl() bool {
	session, err := unix.Getsid(0)
	if err != nil || syscall.Getpgrp() == session {
		return false
	}
	parent, err := unix.Getsid(os.Getppid())
	return err == nil && parent == session
}

// lend gives the terminal back, stops the process, and takes the terminal again when it goes on. Without stop it only
// takes the terminal anew: whoever continued the process may have changed it.
func (f *Frame) lend(stop func()) {
	f.jobs.away.Store(true)
	defer f.jobs.away.Store(false)
	_ = f.program.ReleaseTerminal()
	_, _ = io.WriteString(f.out, quietColours)
	if stop != nil {
		f.halt(stop)
	}
	time.Sleep(settle)
	_ = f.program.RestoreTerminal()
}

// halt stops the process until it is continued. A session without job control stops nothing, and would never
// continue it: then it goes on by itself after a while.
func (f *Frame) halt(stop func()) {
	const noJobControl = 3 * time.Second
	select {
	case <-f.jobs.goOn:
	default:
	}
	signal.Reset(syscall.SIGTSTP)
	stop()
	select {
	case <-f.jobs.goOn:
	case <-f.ended:
	case <-time.After(noJobControl):
	}
	signal.Notify(f.jobs.signals, syscall.SIGTSTP)
}
