package setup

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/content/settings"
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

func TestKeysOfMacrosAndCommandsAreChecked(t *testing.T) {
	for text, want := range map[string]string{
		"[macros.done]\ndo = ['star', 'next-unred']\n": "line 2: macros.done.do names next-unred, " +
			"which is not an action (did you mean next-unread?)",
		"[macros.a]\ndo = ['macros.a']\n": "line 2: macros.a.do names the macro macros.a; " +
			"a macro holds actions only",
		"[macros.a]\nkey = 'ctrl+foo'\ndo = ['star']\n": `line 2: macros.a.key has the unknown key "ctrl+foo"`,
		"[commands.a]\nrun = ['cat']\nkey = 3\n":        "line 3: commands.a.key must be a key or a list of keys",
		"[keys.library]\nstar = 'X'\n[macros.a]\nkey = 'X'\ndo = ['star']\n": "line 4: macros.a.key " +
			`has the key "X", which star has too`,
		"[macros.a]\nkey = 'X'\ndo = ['star']\n[commands.b]\nkey = 'X'\nrun = ['cat']\n": "line 5: commands.b.key " +
			`has the key "X", which a has too`,
	} {
		s := &Setup{}
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := settings.Read(path, s.CheckSettings); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\n got %v\nwant %s", text, err, want)
		}
	}
}
