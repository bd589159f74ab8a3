package action

import (
	"slices"
	"strings"
)

// Typing is the group of what edits a text field.
const Typing = "typing"

// Keymap gives actions the keys that the user has set: by group and name ("library.star"), or by name alone
// ("star") in every group. No keys at all leave the action to the palette. The zero value changes nothing. Make one
// with ParseKeymap.
//
// A sequence of keys is written with blanks between them: "g g".
type Keymap map[string][]string

// Keys returns the keys of an action; set is false when they are its own.
func (k Keymap) Keys(r Row) (keys []string, set bool) {
	if len(k) == 0 || r.Words == "" || r.Numbered {
		return r.Keys, false
	}
	if keys, set = k[r.Where+"."+r.Name]; set {
		return keys, true
	}
	if r.Where == Typing {
		return r.Keys, false // a letter there is a letter
	}
	if keys, set = k[r.Name]; set {
		return keys, true
	}
	return r.Keys, false
}

// Row returns an action as it is with the user's keys.
func (k Keymap) Row(r Row) Row {
	r.Keys, _ = k.Keys(r)
	return r
}

// Over returns sets with the user's keys. A key that is set stands for nothing else on the screen.
func (k Keymap) Over(sets []Set) []Set {
	if len(k) == 0 {
		return sets
	}
	var taken []string
	for b := range Join(sets...) {
		if keys, set := k.Keys(b.Row); set {
			taken = append(taken, keys...)
		}
	}
	over := make([]Set, len(sets))
	for i, set := range sets {
		over[i] = func(yield func(Bound) bool) {
			for b := range set {
				if !yield(k.over(b, taken)) {
					return
				}
			}
		}
	}
	return over
}

func (k Keymap) over(b Bound, taken []string) Bound {
	keys, set := k.Keys(b.Row)
	if !set && slices.ContainsFunc(keys, func(key string) bool { return slices.Contains(taken, key) }) && !b.Numbered {
		keys = slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return slices.Contains(taken, key) })
	}
	b.Keys = keys
	return b
}

// Begins reports whether pressed keys, with blanks between them, begin the sequence of an action that is more than
// them.
func Begins(sets []Set, pressed string) bool {
	for b := range Join(sets...) {
		for _, key := range b.Keys {
			if strings.HasPrefix(key, pressed+" ") {
				return true
			}
		}
	}
	return false
}
