package terminal

import tea "charm.land/bubbletea/v2"

// The size of a terminal that does not know its own, such as a serial line.
const usualColumns, usualLines = 80, 24

// mostCells is how many cells a screen may have. One that says that it has more does not know its size either, and
// drawing on so many would take all memory.
const mostCells = 1 << 21

// drawable reports whether a screen may have so many columns and lines.
func drawable(columns, lines int) bool { return columns > 0 && lines > 0 && columns*lines <= mostCells }

// sized is a message with a size that can be drawn on.
func sized(msg tea.Msg) tea.Msg {
	if size, ok := msg.(tea.WindowSizeMsg); ok && !drawable(size.Width, size.Height) {
		return tea.WindowSizeMsg{Width: usualColumns, Height: usualLines}
	}
	return msg
}
