package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/ui/cli/console"
)

// helpCommand is the words of other programs for help, "help" or "help add", where there is no such file.
func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "help [COMMAND]",
		Short:  "Write what a command does",
		Hidden: true,
		RunE: func(c *cobra.Command, words []string) error {
			if _, err := os.Lstat(c.Name()); err == nil {
				return p.open(c.Context(), append([]string{c.Name()}, words...))
			}
			of, _, err := c.Root().Find(words)
			if err != nil {
				return console.Misused(err)
			}
			return p.help(of)
		},
	}
}

// help writes what a command does, in one screen.
func (p *program) help(c *cobra.Command) error {
	return p.Write(func(w io.Writer) error {
		_, err := io.WriteString(w, helpText(c))
		return err
	})
}

func helpText(c *cobra.Command) string {
	var b strings.Builder
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	b.WriteString(about + "\n\nUsage\n  " + useLine(c) + "\n")
	if c.HasAvailableSubCommands() {
		b.WriteString("  " + c.CommandPath() + " COMMAND …\n\nCommands\n")
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(&b, "  %-11s %s\n", sub.Name(), sub.Short)
			}
		}
	}
	b.WriteString("\nFlags\n")
	c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) { b.WriteString(flagLine(f)) })
	c.InheritedFlags().VisitAll(func(f *pflag.Flag) { b.WriteString(flagLine(f)) })
	if c.Example != "" {
		b.WriteString("\nExample\n  " + c.Example + "\n")
	}
	b.WriteString("\nExit status  0 done · 1 failed · 2 wrong use · 3 nothing found\n")
	if !c.HasParent() {
		b.WriteString("Press ? in lede for its keys. lede manual opens the manual.\n")
	}
	return b.String()
}

// useLine is how a command is written.
func useLine(c *cobra.Command) string {
	if c.HasParent() {
		return c.Parent().CommandPath() + " " + c.Use
	}
	return c.Use
}

func flagLine(f *pflag.Flag) string {
	if f.Hidden {
		return ""
	}
	value, usage := pflag.UnquoteUsage(f)
	name := "    --" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", --" + f.Name
	}
	if value != "" {
		name += " " + value
	}
	usage = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(usage, value), ": "))
	return fmt.Sprintf("  %-24s %s\n", name, usage)
}
