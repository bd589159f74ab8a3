package frame

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lede/model/clean"
	"lede/ui/action"
	"lede/ui/cli/console"
)

// Group makes c a command that only groups others, such as feed: without the name of one of them it does nothing, and
// asks after the nearest.
func Group(c *cobra.Command, commands ...*cobra.Command) *cobra.Command {
	c.AddCommand(commands...)
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return console.Misused(fmt.Errorf("%s needs one of %s", c.Name(), names(c, "and")))
		}
		return Unknown(c, args)
	}
	c.Args = cobra.ArbitraryArgs
	return c
}

// Unknown is the error for a first argument that is none of the commands below c.
func Unknown(c *cobra.Command, args []string) error {
	near := action.Nearest(args[0], subcommands(c))
	if near == "" {
		return console.Misused(fmt.Errorf("%s has no command %q: use %s", c.Name(), clean.Line(args[0]), names(c, "or")))
	}
	meant := []string{c.CommandPath(), near}
	for _, word := range args[1:] {
		meant = append(meant, clean.Shell(word))
	}
	return console.Misused(fmt.Errorf("%s has no command %q; did you mean: %s", c.Name(), clean.Line(args[0]),
		strings.Join(meant, " ")))
}

// names is a list of the commands below c, with a word before the last one.
func names(c *cobra.Command, last string) string {
	all := subcommands(c)
	n := len(all) - 1
	if n == 0 {
		return all[0]
	}
	return strings.Join(all[:n], ", ") + " " + last + " " + all[n]
}

// subcommands are the names of the commands below c.
func subcommands(c *cobra.Command) []string {
	var all []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() && sub.Name() != "help" {
			all = append(all, sub.Name())
		}
	}
	return all
}
