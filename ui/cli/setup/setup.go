// Package setup is what the user has set: the file of settings, the flags over it, the theme and the keys.
//
// Start with Setup.Settings.
package setup

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"strings"

	"lede/content/lang"
	"lede/content/settings"
	"lede/model"
	"lede/ui/action"
	"lede/ui/cli/console"
	"lede/ui/theme"
)

// Setup is what the user has set, in the file of settings and by flags.
type Setup struct {
	Flags     Flags
	Theme     *theme.Theme    // the one that is named; nil for lede's own, dark or light
	Keymap    action.Keymap   // the user's own keys
	Unsettled error           // why the settings are not used, or nil
	warn      func(err error) // says what is wrong with settings that lede goes on without
}

// Flags are those that every command takes.
type Flags struct {
	Config, Log, Theme, Library string
}

// New returns a setup that is not read yet.
func New(warn func(err error)) *Setup { return &Setup{warn: warn} }

// Settings are the reader's own, with the flags over them. A mistake in the file that lede looks for by itself is
// told and the defaults hold; one in a file that --config names is an error.
func (s *Setup) Settings() (model.Config, error) {
	if name := s.Flags.Theme; name != "" {
		if err := s.useTheme(name, ""); err != nil {
			return model.Config{}, console.Misused(err)
		}
	}
	c, err := s.readSettings()
	if s.Flags.Theme != "" {
		c.Theme = s.Flags.Theme
	}
	return c, err
}

func (s *Setup) readSettings() (model.Config, error) {
	if path := s.Flags.Config; path != "" {
		c, err := settings.Read(path, s.CheckSettings)
		if errors.Is(err, fs.ErrNotExist) {
			err = &settings.Error{Path: path, Problem: "there is no such file", Err: err}
		}
		return c, err
	}
	path := s.ConfigPath()
	if path == "" {
		return model.DefaultConfig(), nil
	}
	c, err := settings.Read(path, s.CheckSettings)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.Unsettled = err // the screen says so too: it covers the line
		s.warn(err)
	}
	return c, nil
}

// ConfigPath is the file of settings: the one that --config names, or else the one that lede looks for by itself.
func (s *Setup) ConfigPath() string {
	return cmp.Or(s.Flags.Config, settings.Path(os.Getenv))
}

// Labels are the wordings of the settings as the parser takes them.
func Labels(c model.Config) lang.Labels {
	return lang.Labels{Related: c.Labels.Related, Notices: c.Labels.Notices, Text: c.Labels.Text}
}

// Language is the tag of the language that the environment names: "de-DE" of LANG=de_DE.UTF-8; "" for none.
func Language(getenv func(string) string) string {
	name := cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
	name, _, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, "@")
	if name == "C" || name == "POSIX" {
		return ""
	}
	return strings.ReplaceAll(name, "_", "-")
}
