package setup

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"lede/content/settings"
	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/library"
)

// CheckSettings judges what only the screens know: the theme and the keys. The error is a *settings.ValueError for
// each setting that cannot be used, joined.
func (s *Setup) CheckSettings(c model.Config) error {
	wrong := []error{s.checkTheme(c)}
	keys, err := UserKeys(c)
	for _, err := range settings.Each(err) {
		var key *action.KeyError
		if errors.As(err, &key) {
			err = &settings.ValueError{Key: settingOf(key.Setting), Problem: key.Problem}
		}
		wrong = append(wrong, err)
	}
	if s.Keymap = keys; err != nil {
		s.Keymap = nil
	}
	return errors.Join(wrong...)
}

// AllRows are all actions, with what the user has made.
func AllRows(c model.Config) []action.Row { return append(ui.Rows(library.Rows()), ui.OwnRows(c)...) }

// UserKeys are the keys of the settings, with those of macros and commands. Its error is those of action.ParseKeymap
// and action.CheckSteps, joined.
func UserKeys(c model.Config) (action.Keymap, error) {
	rows := AllRows(c)
	var wrong []error
	for _, name := range slices.Sorted(maps.Keys(c.Macros)) {
		wrong = append(wrong, action.CheckSteps(name, c.Macros[name].Do, rows))
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
	keys, err := action.ParseKeymap(set, rows)
	return keys, errors.Join(append(wrong, err)...)
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
