package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/widget"
)

// followGround asks the terminal for its background, and to say when it turns dark or light; nil where the theme is to
// stay. A terminal that does not know how to say so is asked whenever it gets the focus. Whoever gives the terminal
// back takes the request back.
func (a *App) followGround() tea.Cmd {
	if a.Fixed {
		return nil
	}
	return tea.Batch(tea.Raw(ansi.SetModeLightDark), tea.RequestBackgroundColor)
}

// terminalSaid takes what the terminal says of its colours, and reports whether msg is such a thing.
func (a *App) terminalSaid(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	switch msg := msg.(type) {
	case tea.ResumeMsg:
		return a.followGround(), true
	case tea.FocusMsg, uv.DarkColorSchemeEvent, uv.LightColorSchemeEvent:
		if a.Fixed {
			return nil, true
		}
		return tea.RequestBackgroundColor, true // it knows best whether its ground is dark
	case tea.BackgroundColorMsg:
		if a.Fixed || msg.IsDark() == a.look.dark {
			return nil, true
		}
		a.paint(msg.IsDark())
		return a.broadcast(widget.ThemeChangedMsg{}), true
	case tea.ColorProfileMsg:
		basic := msg.Profile == colorprofile.ANSI
		if basic == a.basic {
			return nil, true
		}
		a.basic = basic
		return a.showTheme(), true
	}
	return nil, false
}
