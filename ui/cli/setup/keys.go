package setup

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"lede/content/settings"
	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/library"
)

// CheckSettings judges what only the screens know: the theme and the keys.
func (s *Setup) CheckSettings(c model.Config) error {
	if err := s.checkTheme(c); err != nil {
		return err
	}
	keys, err := UserKeys(c)
	var wrong *action.KeyError
	if errors.As(err, &wrong) {
		return &settings.ValueError{Key: settingOf(wrong.Setting), Problem: wrong.Problem}
	}
	if err != nil {
		return fmt.Errorf("read the keys: %w", err)
	}
	s.Keymap = keys
	return nil
}

// AllRows are all actions, with what the user has made.
func AllRows(c model.Config) []action.Row { return append(ui.Rows(library.Rows()), ui.OwnRows(c)...) }

// UserKeys are the keys of the settings, with those of macros and commands. Its error is that of action.ParseKeymap or
// action.CheckSteps.
func UserKeys(c model.Config) (action.Keymap, error) {
	rows := AllRows(c)
	for _, name := range slices.Sorted(maps.Keys(c.Macros)) {
		if err := action.CheckSteps(name, c.Macros[name].Do, rows); err != nil {
			return nil, err
		}
	}
	set := maps.Clone(c.Keys)
	if set == nil {
		set = map[string]any{}
	}
	for name, m := range c.Macros {
		ownKey(set, action.Macros, name, m.Key)
	}
	for name, m := range c.Commands {
		ownKey(set, action.Commands, name, m.Key)
	}
	return action.ParseKeymap(set, rows)
}

// ownKey adds the key of what the user has made to the settings of keys.
func ownKey(set map[string]any, group, name string, key any) {
	if key == nil {
		return
	}
	keys, _ := set[group].(map[string]any)
	keys = maps.Clone(keys)
	if keys == nil {
		keys = map[string]any{}
	}
	keys[name] = key
	set[group] = keys
}

// settingOf is where the file of settings has a key that is wrong: those of macros and commands stand in their own
// tables.
func settingOf(setting string) string {
	group, name, ok := strings.Cut(setting, ".")
	switch {
	case !ok || !action.IsOwn(group):
		return "keys." + setting
	case strings.Contains(name, "."):
		return setting
	}
	return setting + ".key"
}
