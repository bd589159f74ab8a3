package action

import (
	"slices"
	"strings"
)

// The groups of what the user has made.
const (
	Macros   = "macros"
	Commands = "commands"
)

// IsOwn reports whether a group holds what the user has made, which is there on every page.
func IsOwn(group string) bool { return group == Macros || group == Commands }

// Named finds an action by its name, or by its group and name ("article.star"). Of several it is the first one of
// use, or else the first one that is refused.
func Named(sets []Set, name string) (found Bound, ok bool) {
	for b := range Join(sets...) {
		if b.Name != name && b.Where+"."+b.Name != name || b.Numbered || b.Bare() {
			continue
		}
		if b.Refusal == "" {
			return b, true
		}
		if !ok {
			found, ok = b, true
		}
	}
	return found, ok
}

// CheckSteps returns a *KeyError for the first step of a macro that names no action which a macro can do.
func CheckSteps(macro string, steps []string, rows []Row) error {
	setting := Macros + "." + macro + ".do"
	var names []string
	for _, r := range rows {
		if r.Where != Macros && r.Where != Typing && !r.Numbered {
			names = append(names, r.Name, r.Where+"."+r.Name)
		}
	}
	for _, step := range steps {
		if slices.Contains(names, step) {
			continue
		}
		if strings.HasPrefix(step, Macros+".") {
			return &KeyError{setting, "names the macro " + step + "; a macro holds actions only"}
		}
		return &KeyError{setting, "names " + step + ", which is not an action" + meant(step, names)}
	}
	return nil
}
