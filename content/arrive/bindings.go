package arrive

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"sync"

	"lede/model/clean"
)

// Binding is a key or a macro of another reader. Keys are the user's to set, so it is only offered.
type Binding struct {
	File    string // below the folder that is imported, or ""
	Line    int    // from 1
	Was     string // as it stands
	Key     string // as lede writes keys: "J", "ctrl+x", "space", "g g"
	Actions []string
	// Macro is what a macro is called, whose actions are done one after the other and have no group; else each action
	// has its group, as in "library.star", and the key stands for all of them.
	Macro  string
	Reason string // a sentence that says why it has no equivalent in lede; "" when it has one
}

func (*Binding) record() {}

// isConfig reports whether a text is a configuration of newsboat: all of its lines begin with a command in small
// letters, and one of them gives a key something that newsboat can do.
func isConfig(s *source) bool {
	head := s.beginning()
	if len(s.head) == headBytes {
		head = head[:strings.LastIndexByte(head, '\n')+1] // the last line is cut off
	}
	bound := false
	for line := range strings.Lines(head) {
		steps := configSteps(line)
		if len(steps) == 0 {
			continue
		}
		if !configCommand().MatchString(steps[0][0]) {
			return false
		}
		b, ok := bindingOf(steps)
		bound = bound || ok && b.Reason == ""
	}
	return bound
}

// configCommand matches the first word of a line.
var configCommand = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`) })

// readConfig reads the keys and macros of newsboat's configuration, see
// https://newsboat.org/releases/2.40/docs/newsboat.html#_key_bindings. Its other settings have no equivalent here.
func readConfig(_ context.Context, s *source, t *taking) error {
	text, err := s.text()
	if err != nil {
		return err
	}
	number := 0
	for line := range strings.Lines(text) {
		number++
		b, ok := bindingOf(configSteps(line))
		if !ok {
			continue
		}
		b.File, b.Line, b.Was = clean.Line(s.file()), number, shown(strings.TrimSpace(line))
		t.records = append(t.records, &b)
	}
	return nil
}

// bindingOf reads a line that gives a key to something; ok is false for all other lines.
func bindingOf(steps [][]string) (b Binding, ok bool) {
	if len(steps) == 0 || len(steps[0]) < 3 {
		return b, false
	}
	first := steps[0]
	switch first[0] {
	case "bind-key":
		in := "all"
		if len(first) > 3 {
			in = first[3]
		}
		return bound(oldKey(first[1]), []string{in}, [][]string{{first[2]}}), true
	case "bind":
		if len(first) < 4 {
			return b, false
		}
		steps[0] = first[3:]
		return bound(newKey(first[1]), strings.Split(first[2], ","), steps), true
	case "macro":
		steps[0] = first[2:]
		return macro(first[1], steps), true
	}
	return b, false
}

// bound is a key of some of newsboat's screens.
func bound(key string, screens []string, steps [][]string) Binding {
	b := Binding{Key: key}
	switch {
	case key == "":
		b.Reason = "lede has no such key."
	case len(steps) > 1:
		b.Reason = "It does several things, which in lede is a macro."
	case newsboatActions()[steps[0][0]] == nil:
		b.Reason = "lede has nothing like " + clean.Line(steps[0][0]) + "."
	default:
		for _, action := range newsboatActions()[steps[0][0]] {
			if onScreens(action, screens) {
				b.Actions = append(b.Actions, action)
			}
		}
		if len(b.Actions) == 0 {
			b.Reason = "lede has no such screen."
		}
	}
	return b
}

// onScreens reports whether an action is one of newsboat's screens.
func onScreens(action string, screens []string) bool {
	group, _, _ := strings.Cut(action, ".")
	return slices.ContainsFunc(screens, func(screen string) bool {
		switch screen {
		case "all", "everywhere":
			return true
		case "feedlist":
			return group == "column" || group == "move" || group == "everywhere"
		case "articlelist", "searchresultslist":
			return group == "library" || group == "move" || group == "everywhere"
		case "article":
			return group == "article" || group == "move" || group == "everywhere"
		}
		return false
	})
}

// macro is what newsboat does one after the other for a key that follows a comma.
func macro(key string, steps [][]string) Binding {
	b := Binding{Key: oldKey(key), Macro: "newsboat-" + oldKey(key)}
	if b.Key == "" {
		b.Reason = "lede has no such key."
		return b
	}
	b.Key = ", " + b.Key
	for _, step := range steps {
		actions := newsboatActions()[step[0]]
		if step[0] == "set" || actions == nil {
			b.Actions, b.Reason = nil, "lede has nothing like "+clean.Line(step[0])+"."
			if step[0] == "set" || step[0] == "exec" {
				b.Reason = "It runs a program or changes a setting; [commands] in lede's settings run programs."
			}
			return b
		}
		_, name, _ := strings.Cut(actions[0], ".")
		b.Actions = append(b.Actions, name)
	}
	return b
}
