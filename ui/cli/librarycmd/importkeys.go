package librarycmd

import (
	"slices"
	"strconv"
	"strings"

	"lede/content/arrive"
	"lede/model"
	"lede/ui/action"
	"lede/ui/cli/setup"
)

// offerKeys writes what to put into the settings for the keys of another reader. The user puts it there, so that no
// key is taken from them unasked.
func (f commands) offerKeys(records []arrive.Record) error {
	var all []*arrive.Binding
	for _, r := range records {
		if b, ok := r.(*arrive.Binding); ok {
			all = append(all, b)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return f.Lines(keySettings(all, setup.AllRows(model.DefaultConfig()), f.ConfigPath()))
}

// keySettings are lines of settings, with what has no equivalent in lede as comments.
func keySettings(all []*arrive.Binding, rows []action.Row, path string) []string {
	lines := []string{"# To have these keys in lede too, put them into " + path + ":"}
	given := givenKeys(all)
	group := ""
	for _, r := range rows {
		name := r.Where + "." + r.Name
		keys := given[name]
		if len(keys) == 0 {
			continue
		}
		if r.Where != group {
			group = r.Where
			lines = append(lines, "", "[keys."+group+"]")
		}
		lines = append(lines, r.Name+" = "+list(append(keys, others(r.Keys, given)...)))
	}
	for _, b := range all {
		if b.Macro != "" && b.Reason == "" {
			lines = append(lines, "", "[macros."+strconv.Quote(b.Macro)+"]", "key = "+strconv.Quote(b.Key),
				"do = "+list(b.Actions))
		}
	}
	return append(lines, unnamed(all)...)
}

// givenKeys are the keys of each action. A key stands for one action of a group: the last one that it was given.
func givenKeys(all []*arrive.Binding) map[string][]string {
	holder := map[string]string{} // of a key in a group
	for _, b := range all {
		for _, name := range b.Actions {
			if b.Macro == "" {
				group, _, _ := strings.Cut(name, ".")
				holder[group+" "+b.Key] = name
			}
		}
	}
	given := map[string][]string{}
	for _, b := range all {
		for _, name := range b.Actions {
			group, _, _ := strings.Cut(name, ".")
			if b.Macro == "" && holder[group+" "+b.Key] == name && !slices.Contains(given[name], b.Key) {
				given[name] = append(given[name], b.Key)
			}
		}
	}
	return given
}

// others are the keys that an action of lede's has and that no action gets.
func others(keys []string, given map[string][]string) []string {
	taken := func(key string) bool {
		for _, some := range given {
			if slices.Contains(some, key) {
				return true
			}
		}
		return false
	}
	return slices.DeleteFunc(slices.Clone(keys), taken)
}

// unnamed are comments on what has no equivalent in lede.
func unnamed(all []*arrive.Binding) []string {
	var lines []string
	for _, b := range all {
		if b.Reason == "" {
			continue
		}
		if lines == nil {
			lines = append(lines, "", "# No equivalent in lede:")
		}
		s := &arrive.Skipped{File: b.File, Line: b.Line, Text: b.Was}
		lines = append(lines, "# "+placeIn(s)+s.Text, "#   "+b.Reason)
	}
	return lines
}

// list is a list of texts in TOML.
func list(texts []string) string {
	quoted := make([]string, len(texts))
	for i, s := range texts {
		quoted[i] = strconv.Quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
