package action

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// PresetKey is the setting that names a ready set of keys.
const PresetKey = "preset"

// KeyError is a setting of keys that cannot be used.
type KeyError struct {
	Setting string // "library.star"
	Problem string // without the setting: "is not an action (did you mean star?)"
}

// Error implements error.
func (e *KeyError) Error() string { return e.Setting + " " + e.Problem }

// ParseKeymap returns the keys of settings: for the name of an action, or for a group and in it the name, a key or a
// list of keys; "" or an empty list for none. rows are all actions. The error is a *KeyError for each setting that
// cannot be used, joined.
func ParseKeymap(set map[string]any, rows []Row) (Keymap, error) {
	p := keyParser{rows: rows, keys: Keymap{}}
	var wrong []error
	if name, ok := set[PresetKey]; ok {
		preset, known := presets()[fmt.Sprint(name)]
		if !known {
			problem := fmt.Sprintf("is %q, and must be one of %s", name, strings.Join(Presets(), ", "))
			wrong = append(wrong, &KeyError{PresetKey, problem})
		}
		maps.Copy(p.keys, preset)
	}
	for _, name := range slices.Sorted(maps.Keys(set)) {
		if name == PresetKey {
			continue
		}
		wrong = append(wrong, p.take(name, set[name]))
	}
	return p.keys, errors.Join(append(wrong, p.conflicts())...)
}

// keyParser makes a keymap of settings.
type keyParser struct {
	rows []Row
	keys Keymap
	own  []string // what the user has set, by its name in the keymap
}

func (p *keyParser) take(name string, value any) error {
	group, ok := value.(map[string]any)
	if !ok {
		return p.action(name, "", name, value)
	}
	if !slices.ContainsFunc(p.rows, func(r Row) bool { return r.Where == name }) {
		groups := p.names(func(r Row) string { return r.Where })
		return &KeyError{name, "is not a group of actions" +
			cmp.Or(meant(name, groups), ": use one of "+strings.Join(groups, ", "))}
	}
	var wrong []error
	for _, action := range slices.Sorted(maps.Keys(group)) {
		wrong = append(wrong, p.action(name+"."+action, name, action, group[action]))
	}
	return errors.Join(wrong...)
}

func (p *keyParser) action(setting, group, name string, value any) error {
	in := func(r Row) bool { return group == "" || r.Where == group }
	i := slices.IndexFunc(p.rows, func(r Row) bool { return in(r) && r.Name == name })
	if i < 0 {
		return &KeyError{setting, "is not an action" + cmp.Or(meant(name, p.names(func(r Row) string {
			if !in(r) {
				return ""
			}
			return r.Name
		})), "; lede keys lists them")}
	}
	if p.rows[i].Numbered {
		return &KeyError{setting, "has a key for each number, which cannot be set"}
	}
	keys, err := keyList(value)
	if err != nil {
		return &KeyError{setting, err.Error()}
	}
	p.keys[setting] = keys
	p.own = append(p.own, setting)
	return nil
}

// names are the names that name finds, each once.
func (p *keyParser) names(name func(Row) string) []string {
	var all []string
	for _, r := range p.rows {
		if n := name(r); n != "" && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// conflicts returns a *KeyError for each setting with a key that the user has given to another action of its group.
func (p *keyParser) conflicts() error {
	var wrong []error
	told := map[string]bool{}
	holder := holders{}
	for _, r := range p.rows {
		keys, set := p.keys.Keys(r)
		setting := r.Where + "." + r.Name
		if !slices.Contains(p.own, setting) {
			setting = r.Name
		}
		if !set || !slices.Contains(p.own, setting) {
			continue
		}
		for _, key := range keys {
			other := holder.of(r, key)
			if other == "" || other == r.Name {
				holder.take(r, key)
				continue
			}
			if !told[setting] {
				problem := fmt.Sprintf("has the key %q, which %s has too", Written(key), other)
				wrong = append(wrong, &KeyError{setting, problem})
			}
			told[setting] = true
		}
	}
	return errors.Join(wrong...)
}

// holders are the names of what has a key, by groups and keys. What the user has made is there beside every group.
type holders map[string]string

// anyGroup and ownGroup stand for some action of a group, and for what the user has made.
const anyGroup, ownGroup = "any", "own"

// of returns what has a key already where an action wants it, or "".
func (h holders) of(r Row, key string) string {
	if IsOwn(r.Where) {
		return cmp.Or(h[anyGroup+" "+key], h[ownGroup+" "+key])
	}
	return cmp.Or(h[r.Where+" "+key], h[ownGroup+" "+key])
}

func (h holders) take(r Row, key string) {
	if IsOwn(r.Where) {
		h[ownGroup+" "+key] = r.Name
		return
	}
	h[r.Where+" "+key], h[anyGroup+" "+key] = r.Name, r.Name
}

// keyList reads a key or a list of keys.
func keyList(value any) ([]string, error) {
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	keys := []string{}
	for _, v := range list {
		text, ok := v.(string)
		if !ok {
			return nil, fmt.Errorf("must be a key or a list of keys")
		}
		if text == "" {
			continue
		}
		key, err := ParseKey(text)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// ParseKey reads a key ("x", "ctrl+x", "f5"), or a sequence of keys: characters ("gg"), or names with blanks between
// them ("space g").
func ParseKey(text string) (string, error) {
	if text == " " {
		return "space", nil
	}
	parts := strings.Fields(text)
	if len(parts) == 1 && !isKey(parts[0]) {
		parts = strings.Split(parts[0], "")
	}
	known := !slices.ContainsFunc(parts, func(part string) bool { return !isKey(part) })
	if !known || len(parts) > maxSequence {
		return "", fmt.Errorf("has the unknown key %q; keys are written like x, ctrl+x, f5, space or gg", text)
	}
	return strings.Join(parts, " "), nil
}

// maxSequence is how many keys a sequence has at most.
const maxSequence = 4

// isKey reports whether a name is that of one key, as Bubble Tea writes it.
func isKey(name string) bool {
	for _, modifier := range []string{"ctrl+", "alt+", "shift+"} {
		if rest, ok := strings.CutPrefix(name, modifier); ok {
			return isKey(rest)
		}
	}
	return utf8.RuneCountInString(name) == 1 || slices.Contains(namedKeys(), name)
}

func namedKeys() []string {
	names := []string{
		"enter", "tab", "esc", "space", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end",
		"pgup", "pgdown",
	}
	for n := 1; n <= 12; n++ {
		names = append(names, fmt.Sprintf("f%d", n))
	}
	return names
}

// Written is a key as the settings and the help write it: a sequence of characters without the blanks.
func Written(key string) string {
	parts := strings.Split(key, " ")
	for i, p := range parts {
		if len(parts) == 1 || utf8.RuneCountInString(p) > 1 {
			return key
		}
		parts[i] = p
	}
	return strings.Join(parts, "")
}
