// Package theme turns a palette into the styles of the program, built once a change.
package theme

// Theme holds every style that lede draws with.
type Theme struct{ Dark bool }

// New returns the built-in theme for a dark or a light terminal.
func New(dark bool) *Theme { return &Theme{Dark: dark} }
