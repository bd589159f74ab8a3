// Package ui is the full-screen program: a stack of screens over one Library.
package ui

import tea "charm.land/bubbletea/v2"

// Options are what the program is made with.
type Options struct {
	Library Library
	Ref     string // the article to open at once, or "" to start with the list
}

// App is the root model: it routes messages to its stack of screens and draws the top one.
type App struct{ Options }

// New returns the program, ready for tea.NewProgram.
func New(o Options) *App { return &App{Options: o} }

// Init implements tea.Model.
func (a *App) Init() tea.Cmd { return nil }

// Update implements tea.Model.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) { return a, tea.Quit }

// View implements tea.Model.
func (a *App) View() tea.View { return tea.NewView("") }
