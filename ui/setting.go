package ui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// setting is something that the palette sets, until the program ends.
type setting struct {
	name, words string                // words says what it sets
	now         func(a *App) string   // its present value
	values      func(a *App) []string // to choose from; nil for one that is typed
	set         func(a *App, value string) tea.Cmd
	try         func(a *App, value string) tea.Cmd // shows what a value is like; nil for what does not show at once
}

// The widths that may be set for the text.
const (
	MinMeasure = 30
	MaxMeasure = 160
)

func settings() []setting {
	return []setting{
		{
			name: "width", words: fmt.Sprintf("width of the text, %d to %d", MinMeasure, MaxMeasure),
			now: func(a *App) string { return strconv.Itoa(a.Measure) },
			set: setMeasure,
		},
		{
			name: "theme", words: "theme: colours",
			now: func(a *App) string { return a.look.name }, values: (*App).themes,
			set: (*App).setTheme, try: (*App).tryTheme,
		},
		{
			name: "mouse", words: "mouse: wheel and clicks",
			now:    func(a *App) string { return onOff(!a.NoMouse) },
			values: func(*App) []string { return []string{onOff(true), onOff(false)} },
			set:    setMouse,
		},
	}
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// settingOffers are the settings by their names, each for a value to be typed.
func settingOffers(a *App) []Offer {
	var all []Offer
	for _, s := range settings() {
		all = append(all, Offer{
			Words: s.words, Names: []string{s.name}, Kind: "setting", Aside: s.now(a), Line: s.name + " ",
		})
	}
	return all
}

// valueOffers are the values of a setting whose name is typed, and those that are found without it.
func valueOffers(a *App, typed string) []Offer {
	name, value, named := strings.Cut(typed, " ")
	value = strings.TrimSpace(value)
	var all []Offer
	for _, s := range settings() {
		here := named && name == s.name
		switch {
		case s.values == nil && here && value == "":
			// its value is to come
		case s.values == nil && here:
			all = append(all, s.offer(a, value))
		case s.values != nil && (here || len(typed) >= minFound):
			for _, v := range s.values(a) {
				all = append(all, s.offer(a, v))
			}
		}
	}
	return all
}

// minFound is how much must be typed before a value is found by itself, in bytes: a letter finds too many.
const minFound = 3

// offer is a value of a setting.
func (s setting) offer(a *App, value string) Offer {
	o := Offer{Words: s.name + " " + value, Names: []string{s.name + " " + value}, Kind: "setting"}
	if value == s.now(a) {
		o.Aside = "now"
	}
	if s.try != nil {
		o.Try = func() tea.Cmd { return s.try(a, value) }
	}
	o.Take = func() tea.Cmd { return s.set(a, value) }
	return o
}

// setMeasure sets the width of the text, and has it laid out anew.
func setMeasure(a *App, value string) tea.Cmd {
	n, err := strconv.Atoi(value)
	if err != nil || n < MinMeasure || n > MaxMeasure {
		return a.Notify(fmt.Sprintf("The width may be %d to %d columns.", MinMeasure, MaxMeasure))
	}
	a.Measure = n
	return tea.Batch(a.broadcast(tea.WindowSizeMsg{Width: a.W, Height: a.H}), a.isNow("width", value))
}

func setMouse(a *App, value string) tea.Cmd {
	a.NoMouse = value == onOff(false)
	return a.isNow("mouse", value)
}

// isNow says what a setting is now.
func (a *App) isNow(name, value string) tea.Cmd {
	return a.Notify("The " + name + " is " + value + " until lede ends.")
}
