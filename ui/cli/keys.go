package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"lede/model"
	"lede/ui/action"
	"lede/ui/cli/frame"
	"lede/ui/cli/setup"
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
			config, err := p.Settings()
			if err != nil {
				return err
			}
			rows := keyRows(p.Keymap, config)
			if asJSON {
				return p.JSON(rows)
			}
			return p.Lines(keyLines(rows))
		},
	}
	frame.JSONFlag(c, &asJSON)
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
	for _, r := range setup.AllRows(config) {
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
