package action

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func keyRows() []Row {
	return []Row{
		{Name: "star", Words: "star", Keys: []string{"s"}, Where: "library"},
		{Name: "sort", Words: "sort", Keys: []string{"S"}, Where: "library"},
		{Name: "star", Words: "keep", Keys: []string{"s"}, Where: "article"},
		{Name: "section", Words: "section", Keys: []string{"1", "2"}, Where: "article", Numbered: true},
		{Name: "erase", Words: "erase", Keys: []string{"backspace"}, Where: Typing},
	}
}

func TestAMistakeInTheKeysNamesTheNearestName(t *testing.T) {
	for _, c := range []struct {
		set           map[string]any
		setting, says string
	}{
		{map[string]any{"stra": "x"}, "stra", "did you mean star?"},
		{map[string]any{"librry": map[string]any{"star": "x"}}, "librry", "did you mean library?"},
		{map[string]any{"rows": map[string]any{"star": "x"}}, "rows", "use one of library, article, typing"},
		{map[string]any{"nothing": "x"}, "nothing", "lede keys lists them"},
		{map[string]any{"library": map[string]any{"stars": "x"}}, "library.stars", "did you mean star?"},
		{map[string]any{"library": map[string]any{"star": "x", "sort": "x"}}, "library.sort", "which star has too"},
		{map[string]any{"star": "ctrl+foo"}, "star", "unknown key"},
		{map[string]any{"star": 3}, "star", "a list of keys"},
		{map[string]any{"section": "x"}, "section", "each number"},
		{map[string]any{PresetKey: "emacs"}, PresetKey, "less, newsboat, vim"},
	} {
		_, err := ParseKeymap(c.set, keyRows())
		var wrong *KeyError
		if !errors.As(err, &wrong) || wrong.Setting != c.setting || !strings.Contains(wrong.Problem, c.says) {
			t.Errorf("%v gives %v, want %s: %s", c.set, err, c.setting, c.says)
		}
	}
}

func TestTheKeysOfAGroupGoBeforeThoseOfAName(t *testing.T) {
	keys, err := ParseKeymap(map[string]any{"star": []any{"gs", "x"}, "article": map[string]any{"star": ""}}, keyRows())
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{{"g s", "x"}, {"S"}, {}, {"1", "2"}, {"backspace"}} {
		if got := keys.Row(keyRows()[i]).Keys; !slices.Equal(got, want) {
			t.Errorf("row %d has %q, want %q", i, got, want)
		}
	}
}

func TestAKeyThatIsSetStandsForNothingElse(t *testing.T) {
	did := ""
	act := func(name, key string) Action[string] {
		return Action[string]{Name: name, Words: name, Keys: []string{key}, Where: "library", Do: func(string) tea.Cmd {
			did = name
			return nil
		}}
	}
	sets := Keymap{"library.star": {"S"}}.Over([]Set{Table[string]{act("sort", "S"), act("star", "s")}.For("")})
	if b, ok := Find(sets, "S"); !ok {
		t.Error("S does nothing")
	} else if b.Do(); did != "star" {
		t.Errorf("S does %q", did)
	}
	if b, ok := Find(sets, "s"); ok {
		t.Errorf("s still does %q", b.Name)
	}
}

func TestKeysAreParsed(t *testing.T) {
	for text, want := range map[string]string{
		"x": "x", "ctrl+x": "ctrl+x", "gg": "g g", "space g": "space g", " ": "space", "+": "+", "alt+enter": "alt+enter",
		"é": "é", "f12": "f12",
	} {
		if got, err := ParseKey(text); err != nil || got != want {
			t.Errorf("%q is %q, %v; want %q", text, got, err, want)
		}
	}
	if got := Written("g g") + Written("space g"); got != "ggspace g" {
		t.Errorf("written %q", got)
	}
}

// TestThePresetsNameActionsOnce fails when a ready set gives one key to two actions of a group.
func TestThePresetsNameActionsOnce(t *testing.T) {
	for name, preset := range presets() {
		held := map[string]string{}
		for action, keys := range preset {
			group, _, ok := strings.Cut(action, ".")
			if !ok || len(keys) == 0 {
				t.Errorf("%s: %s has no group or no key", name, action)
			}
			for _, key := range keys {
				if parsed, err := ParseKey(key); err != nil || parsed != key {
					t.Errorf("%s: %s has the key %q: %v", name, action, key, err)
				}
				if other := held[group+key]; other != "" {
					t.Errorf("%s: %q is %s and %s", name, key, action, other)
				}
				held[group+key] = action
			}
		}
	}
}
