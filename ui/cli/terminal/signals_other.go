//go:build !unix

package terminal

import tea "charm.land/bubbletea/v2"

// hangup is the number of the signal that says that the terminal has gone.
const hangup = 1

// jobs is empty where there is no job control.
type jobs struct{}

// watch does nothing where signals do not end programs.
func (f *Frame) watch() (stop func()) { return func() {} }

func (f *Frame) filter(_ tea.Model, msg tea.Msg) tea.Msg { return sized(msg) }
