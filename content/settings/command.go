package settings

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"lede/model"
)

// nameEntries gives macros and commands the names of their tables.
func nameEntries(c *model.Config) {
	for name, m := range c.Macros {
		m.Name = name
		c.Macros[name] = m
	}
	for name, m := range c.Commands {
		m.Name = name
		c.Commands[name] = m
	}
}

// validateCommands checks what can be judged of commands without running them.
func validateCommands(commands map[string]model.Command) error {
	var wrong []error
	for _, name := range slices.Sorted(maps.Keys(commands)) {
		wrong = append(wrong, validateCommand("commands."+name, name, commands[name]))
	}
	return errors.Join(wrong...)
}

func validateCommand(in, name string, c model.Command) error {
	if err := validateName(in, name); err != nil {
		return err
	}
	switch {
	case len(c.Run) == 0 || strings.TrimSpace(c.Run[0]) == "":
		return &ValueError{in + ".run", "must be a list that begins with the name of a program"}
	case slices.ContainsFunc(c.Run, func(arg string) bool { return strings.ContainsRune(arg, 0) }):
		return &ValueError{in + ".run", "holds a character that no argument can have"}
	case strings.Contains(c.Run[0], "%"):
		return &ValueError{in + ".run", "must begin with the name of a program, which no article may choose"}
	case !slices.Contains([]string{"", "markdown", "json", "plain"}, c.Input):
		return &ValueError{in + ".input", fmt.Sprintf("is %q, and must be markdown, json or plain", c.Input)}
	case !slices.Contains([]model.AnswerKind{"", model.PageAnswer, model.NoteAnswer, model.NoAnswer}, c.Answer):
		return &ValueError{in + ".answer", fmt.Sprintf("is %q, and must be page, note or none", c.Answer)}
	case c.Seconds < 0 || c.Seconds > model.MaxSeconds:
		problem := fmt.Sprintf("is %d, and must be between 1 and %d", c.Seconds, model.MaxSeconds)
		return &ValueError{in + ".seconds", problem}
	}
	return nil
}

// validateMacros checks the names of macros. What they do is for the screens to judge.
func validateMacros(macros map[string]model.Macro) error {
	var wrong []error
	for _, name := range slices.Sorted(maps.Keys(macros)) {
		err := validateName("macros."+name, name)
		if err == nil && len(macros[name].Do) == 0 {
			err = &ValueError{"macros." + name + ".do", "must be a list of actions; lede keys names them"}
		}
		wrong = append(wrong, err)
	}
	return errors.Join(wrong...)
}

// maxName is the longest name of a macro or a command, in characters.
const maxName = 40

// validateName checks that a name can be typed in the palette and set in a list.
func validateName(key, name string) error {
	odd := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' }
	if name == "" || len([]rune(name)) > maxName || strings.ContainsFunc(name, odd) {
		return &ValueError{key, "must have a name of letters, digits and hyphens"}
	}
	return nil
}
