package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

// look is which theme is set, beside the options.
type look struct {
	name  string       // as the palette names it
	first *theme.Theme // the one that the program was started with, nil for lede's own
	named string       // the name of that one
	dark  bool         // the ground that was last painted for
}

// autoTheme is the name for the theme that suits the terminal.
const autoTheme = "auto"

// newLook is the look that a program starts with.
func newLook(o *Options) look {
	name := o.ThemeName
	if name == "" {
		name = autoTheme
	}
	return look{name: name, first: o.Look, named: name}
}

// themes are the names of the themes that may be set: that of the settings first, which may be a file.
func (a *App) themes() []string {
	all := append([]string{autoTheme}, theme.Names()...)
	if !slices.Contains(all, a.look.named) {
		all = append([]string{a.look.named}, all...)
	}
	return all
}

// themeOf is the theme of a name; nil for lede's own, as the terminal allows.
func (a *App) themeOf(name string) *theme.Theme {
	if name == a.look.named {
		return a.look.first
	}
	t, err := theme.Find(name)
	if err != nil {
		return nil
	}
	return t
}

// setTheme draws everything in a theme from now on.
func (a *App) setTheme(name string) tea.Cmd {
	a.look.name, a.Look, a.Fixed = name, a.themeOf(name), name != autoTheme
	return tea.Batch(a.showTheme(), a.isNow("theme", name), a.followGround())
}

// tryTheme draws everything in a theme until showTheme is called.
func (a *App) tryTheme(name string) tea.Cmd {
	if t := a.themeOf(name); t != nil {
		a.Theme, a.gate = t, render.NewGate(t)
		return a.broadcast(widget.ThemeChangedMsg{})
	}
	return a.showTheme()
}

// showTheme draws everything in the theme that is set.
func (a *App) showTheme() tea.Cmd {
	a.paint(a.look.dark)
	return a.broadcast(widget.ThemeChangedMsg{})
}
