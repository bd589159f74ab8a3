package setup

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lede/content/fetch"
	"lede/content/settings"
	"lede/model"
	"lede/ui/theme"
)

// maxTheme is the most that a theme's file may hold, in bytes.
const maxTheme = 1 << 20

// checkTheme uses the theme of the settings, whose files stand beside them, unless a flag names another.
func (s *Setup) checkTheme(c model.Config) error {
	if s.Flags.Theme != "" {
		return nil
	}
	if err := s.useTheme(c.Theme, filepath.Dir(s.ConfigPath())); err != nil {
		return &settings.ValueError{Key: "theme", Problem: "cannot be used: " + err.Error()}
	}
	return nil
}

// useTheme has the screen drawn in a theme. The path of a file leads on from a folder.
func (s *Setup) useTheme(name, folder string) error {
	var err error
	switch {
	case name == "auto" || name == "dark" || name == "light":
		s.Theme = nil // as the terminal's colours allow
	case isThemeFile(name):
		s.Theme, err = themeFile(inFolder(name, folder))
		if err != nil {
			err = fmt.Errorf("read %s: %w", name, err)
		}
	default:
		s.Theme, err = theme.Find(name)
	}
	return err
}

func isThemeFile(name string) bool {
	return strings.HasSuffix(name, ".json") || strings.ContainsRune(name, filepath.Separator)
}

func inFolder(name, folder string) string {
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		return filepath.Join(os.Getenv("HOME"), rest)
	}
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(folder, name)
}

func themeFile(path string) (*theme.Theme, error) {
	file, err := settings.Open(path)
	if errors.Is(err, settings.ErrPipe) {
		return nil, err
	}
	if err != nil {
		return nil, errors.New(fetch.Cause(err))
	}
	defer file.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(file, maxTheme+1))
	if err != nil {
		return nil, errors.New(fetch.Cause(err))
	}
	if len(data) > maxTheme {
		return nil, errors.New("too large for a theme")
	}
	return theme.Parse(data)
}

// ThemeNames completes the name of a theme.
func ThemeNames(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return append([]string{"auto"}, theme.Names()...), cobra.ShellCompDirectiveDefault
}
