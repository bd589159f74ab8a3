package cli

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/content/settings"
	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/library"
	"lede/ui/render"
)

// keysCommand writes what every key does.
func (p *program) keysCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "keys",
		Short:   "Write the keys of every screen, with yours",
		Example: "lede keys",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			config, err := p.settings()
			if err != nil {
				return err
			}
			rows := keyRows(p.keymap, config)
			if asJSON {
				return p.json(rows)
			}
			return p.lines(keyLines(rows))
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// keyRow is an action in the table of keys: as the settings name it, with its keys as they write them.
type keyRow struct {
	Group string   `json:"group"`
	Name  string   `json:"name"`
	Keys  []string `json:"keys"`
	Does  string   `json:"does"`
}

// keyRows are all actions in the order of the help.
func keyRows(keys action.Keymap, config model.Config) []keyRow {
	var rows []keyRow
	for _, r := range allRows(config) {
		row := keyRow{r.Where, r.Name, []string{}, r.Words}
		for _, key := range keys.Row(r).Keys {
			row.Keys = append(row.Keys, action.Written(key))
		}
		rows = append(rows, row)
	}
	return rows
}

// keyLines are the rows in columns, a line between two groups.
func keyLines(rows []keyRow) []string {
	names, keys := 0, 0
	for _, r := range rows {
		names = max(names, render.Width(r.Group+"."+r.Name))
		keys = max(keys, render.Width(strings.Join(r.Keys, " ")))
	}
	var lines []string
	group := ""
	for _, r := range rows {
		if group != r.Group && group != "" {
			lines = append(lines, "")
		}
		group = r.Group
		lines = append(lines, render.Pad(r.Group+"."+r.Name, names+2)+render.Pad(strings.Join(r.Keys, " "), keys+2)+r.Does)
	}
	return lines
}

// checkSettings judges what only the screens know: the theme and the keys.
func (s *setup) checkSettings(c model.Config) error {
	if err := s.checkTheme(c); err != nil {
		return err
	}
	keys, err := userKeys(c)
	var wrong *action.KeyError
	if errors.As(err, &wrong) {
		return &settings.ValueError{Key: settingOf(wrong.Setting), Problem: wrong.Problem}
	}
	if err != nil {
		return fmt.Errorf("read the keys: %w", err)
	}
	s.keymap = keys
	return nil
}

// allRows are all actions, with what the user has made.
func allRows(c model.Config) []action.Row { return append(ui.Rows(library.Rows()), ui.OwnRows(c)...) }

// userKeys are the keys of the settings, with those of macros and commands. Its error is that of action.ParseKeymap or
// action.CheckSteps.
func userKeys(c model.Config) (action.Keymap, error) {
	rows := allRows(c)
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
