package ui

import tea "charm.land/bubbletea/v2"

// guarded runs f under the guard and returns its command, guarded too. After a panic that the guard
// survives, the program ends.
func (a *App) guarded(where string, f func() tea.Cmd) tea.Cmd {
	cmd := tea.Cmd(tea.Quit)
	a.Guard(where, func() { cmd = a.guardedCmd(f()) })
	return cmd
}

// guardedCmd returns cmd with its panics caught by the guard, those of a batch one by one.
func (a *App) guardedCmd(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		var msg tea.Msg = tea.QuitMsg{}
		a.Guard("command", func() { msg = cmd() })
		if cmds, ok := msg.(tea.BatchMsg); ok {
			for i, c := range cmds {
				cmds[i] = a.guardedCmd(c)
			}
		}
		return msg
	}
}
