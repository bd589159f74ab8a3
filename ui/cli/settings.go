package cli

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
	"lede/ui/theme"
)

// setup is what the user has set, in the file of settings and by flags.
type setup struct {
	flags     flags
	theme     *theme.Theme    // the one that is named; nil for lede's own, dark or light
	keymap    action.Keymap   // the user's own keys
	unsettled error           // why the settings are not used, or nil
	warn      func(err error) // says what is wrong with settings that lede goes on without
}

// flags are those that every command takes.
type flags struct {
	config, log, theme, library string
}

// newSetup is a setup that is not read yet.
func newSetup(warn func(err error)) *setup { return &setup{warn: warn} }

// settings are the reader's own, with the flags over them. A mistake in the file that lede looks for by itself is
// told and the defaults hold; one in a file that --config names is an error.
func (s *setup) settings() (model.Config, error) {
	if name := s.flags.theme; name != "" {
		if err := s.useTheme(name, ""); err != nil {
			return model.Config{}, misused(err)
		}
	}
	c, err := s.readSettings()
	if s.flags.theme != "" {
		c.Theme = s.flags.theme
	}
	return c, err
}

func (s *setup) readSettings() (model.Config, error) {
	if path := s.flags.config; path != "" {
		c, err := settings.Read(path, s.checkSettings)
		if errors.Is(err, fs.ErrNotExist) {
			err = &settings.Error{Path: path, Problem: "there is no such file", Err: err}
		}
		return c, err
	}
	path := s.configPath()
	if path == "" {
		return model.DefaultConfig(), nil
	}
	c, err := settings.Read(path, s.checkSettings)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.unsettled = err // the screen says so too: it covers the line
		s.warn(err)
	}
	return c, nil
}

// configPath is the file of settings: the one that --config names, or else the one that lede looks for by itself.
func (s *setup) configPath() string {
	return cmp.Or(s.flags.config, settings.Path(os.Getenv))
}

// labels are the wordings of the settings as the parser takes them.
func labels(c model.Config) lang.Labels {
	return lang.Labels{Related: c.Labels.Related, Notices: c.Labels.Notices, Text: c.Labels.Text}
}

// language is the tag of the language that the environment names: "de-DE" of LANG=de_DE.UTF-8; "" for none.
func language(getenv func(string) string) string {
	name := cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
	name, _, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, "@")
	if name == "C" || name == "POSIX" {
		return ""
	}
	return strings.ReplaceAll(name, "_", "-")
}

// opener is the program that opens a link: the one that the settings name, else the first that $BROWSER names, whose
// %s stands for the address; "" is the system's.
func opener(c model.Config, getenv func(string) string) string {
	if c.Opener != "" {
		return c.Opener
	}
	first, _, _ := strings.Cut(getenv("BROWSER"), ":")
	return strings.ReplaceAll(first, "%s", "%u")
}
