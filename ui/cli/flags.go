package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/model/clean"
	"lede/ui/action"
)

// wrongFlag is the error for a flag that a command does not have, or that has a wrong value. It asks after the nearest
// one that there is.
func wrongFlag(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return misused(fmt.Errorf("%w; %s --help names those that there are", err, c.CommandPath()))
	}
	arg, name := "--"+unknown.GetSpecifiedName(), unknown.GetSpecifiedName()
	if short := unknown.GetSpecifiedShortnames(); short != "" {
		arg, name = "-"+short, strings.TrimLeft(short, "-")
	}
	name, _, _ = strings.Cut(name, "=")
	if near := action.Nearest(name, flagNames(c)); near != "" {
		return misused(fmt.Errorf("unknown flag: %s; did you mean --%s?", clean.Line(arg), near))
	}
	return misused(fmt.Errorf("unknown flag: %s; %s --help names those that there are", clean.Line(arg), c.CommandPath()))
}

// flagNames are the names of the flags that a command takes.
func flagNames(c *cobra.Command) []string {
	var names []string
	add := func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	}
	c.LocalFlags().VisitAll(add)
	c.InheritedFlags().VisitAll(add)
	return names
}

// shortFlag is the error for a word of a query that is a flag with a hyphen too few, such as -json: the query would
// take it for a word that is to be left out.
func shortFlag(c *cobra.Command, args []string) error {
	for _, arg := range args {
		if arg == "--" {
			return nil
		}
		name, _, _ := strings.Cut(arg, "=")
		name, hyphen := strings.CutPrefix(name, "-")
		if hyphen && len(name) > 1 && name[0] != '-' && flagNamed(c, "--"+name) != nil {
			return misused(fmt.Errorf("unknown flag: -%s; did you mean --%s? To leave out the word: %s -- -%s",
				name, name, c.CommandPath(), name))
		}
	}
	return nil
}
