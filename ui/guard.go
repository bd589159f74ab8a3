package ui

import tea "charm.land/bubbletea/v2"

// guard runs something and survives its panics, or does not.
type guard func(where string, f func())

// run runs f under the guard and returns its command, guarded too. After a panic that the guard survives, the program
// ends.
func (g guard) run(where string, f func() tea.Cmd) tea.Cmd {
	cmd := tea.Cmd(tea.Quit)
	g(where, func() { cmd = g.command(f()) })
	return cmd
}

// command returns cmd with its panics caught by the guard, those of a batch one by one.
func (g guard) command(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		var msg tea.Msg = tea.QuitMsg{}
		g("command", func() { msg = cmd() })
		if cmds, ok := msg.(tea.BatchMsg); ok {
			for i, c := range cmds {
				cmds[i] = g.command(c)
			}
		}
		return msg
	}
}
