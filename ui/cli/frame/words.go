package frame

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/model/clean"
	"lede/ui/action"
	"lede/ui/cli/console"
)

// WrongFlag is the error for a flag that a command does not have, or that has a wrong value. It asks after the nearest
// one that there is.
func WrongFlag(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return console.Misused(fmt.Errorf("%w; %s --help names those that there are", err, c.CommandPath()))
	}
	arg, name := "--"+unknown.GetSpecifiedName(), unknown.GetSpecifiedName()
	if short := unknown.GetSpecifiedShortnames(); short != "" {
		arg, name = "-"+short, strings.TrimLeft(short, "-")
	}
	name, _, _ = strings.Cut(name, "=")
	if near := action.Nearest(name, flagNames(c)); near != "" {
		return console.Misused(fmt.Errorf("unknown flag: %s; did you mean --%s?", clean.Line(arg), near))
	}
	return console.Misused(fmt.Errorf("unknown flag: %s; %s --help names those that there are", clean.Line(arg),
		c.CommandPath()))
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
		if hyphen && len(name) > 1 && name[0] != '-' && FlagNamed(c, "--"+name) != nil {
			return console.Misused(fmt.Errorf("unknown flag: -%s; did you mean --%s? To leave out the word: %s -- -%s",
				name, name, c.CommandPath(), name))
		}
	}
	return nil
}

// About makes a command one whose arguments are a query: words that begin with - are left to the query, and only
// --flags are flags.
func About(c *cobra.Command, run func(ctx context.Context, words []string) error) *cobra.Command {
	c.DisableFlagParsing = true
	c.RunE = func(c *cobra.Command, args []string) error {
		words, flags := Apart(c, args)
		if err := shortFlag(c, args); err != nil {
			return err
		}
		c.DisableFlagParsing = false
		if err := c.ParseFlags(flags); err != nil {
			return WrongFlag(c, err)
		}
		if help, err := c.Flags().GetBool("help"); err == nil && help {
			return c.Help()
		}
		return run(c.Context(), words)
	}
	return c
}

// Apart parts the words of a query from the flags of a command.
func Apart(c *cobra.Command, args []string) (words, flags []string) {
	for i := 0; i < len(args); i++ {
		switch a := args[i]; {
		case a == "--":
			return append(words, args[i+1:]...), flags
		case a == "-h":
			flags = append(flags, a)
		case strings.HasPrefix(a, "--") || isShort(c, a):
			flags = append(flags, a)
			if f := FlagNamed(c, a); f != nil && f.NoOptDefVal == "" && i+1 < len(args) {
				i++
				flags = append(flags, args[i])
			}
		default:
			words = append(words, a)
		}
	}
	return words, flags
}

// isShort reports whether an argument is a flag of one letter, such as -f, with or without its value.
func isShort(c *cobra.Command, arg string) bool {
	name, _, _ := strings.Cut(arg, "=")
	return len(name) == 2 && name[0] == '-' && FlagNamed(c, name) != nil
}

// FlagNamed is the flag that an argument such as --format or -f names; nil when there is none, or its value stands
// behind =.
func FlagNamed(c *cobra.Command, arg string) *pflag.Flag {
	name := strings.TrimLeft(arg, "-")
	if len(arg) == 2 {
		return c.Flags().ShorthandLookup(name)
	}
	if f := c.Flags().Lookup(name); f != nil {
		return f
	}
	return c.InheritedFlags().Lookup(name)
}
