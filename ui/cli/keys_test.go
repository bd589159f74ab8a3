package cli

import (
	"slices"
	"testing"

	"lede/ui"
	"lede/ui/action"
	"lede/ui/library"
)

func TestThePresetsNameActionsThatThereAre(t *testing.T) {
	rows := ui.Rows(library.Rows())
	for _, name := range action.Presets() {
		keys, err := action.ParseKeymap(map[string]any{action.PresetKey: name}, rows)
		if err != nil {
			t.Fatal(err)
		}
		for setting := range keys {
			if !slices.ContainsFunc(rows, func(r action.Row) bool { return r.Where+"."+r.Name == setting }) {
				t.Errorf("%s sets %s, which is not an action", name, setting)
			}
		}
	}
}
