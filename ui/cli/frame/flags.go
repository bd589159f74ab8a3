package frame

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/content/export"
	"lede/ui/cli/console"
)

// JSONFlag gives a command the flag --json.
func JSONFlag(c *cobra.Command, asJSON *bool) {
	c.Flags().BoolVar(asJSON, "json", false, "write JSON")
}

// Complete offers values for a flag.
func Complete(c *cobra.Command, flag string, values []string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// FormatFlag gives a command the flag --format, which takes one of these names; *format is the default.
func FormatFlag(c *cobra.Command, format *string, names []string) {
	last := len(names) - 1
	c.Flags().StringVarP(format, "format", "f", *format,
		"`FORMAT`: "+strings.Join(names[:last], ", ")+" or "+names[last])
	Complete(c, "format", names)
}

// Format returns the format that the user named in full or for short, and an error for one that is not among names.
func Format(name string, names []string) (string, error) {
	full := export.FormatName(name)
	if !slices.Contains(names, full) {
		return "", console.Misused(fmt.Errorf("unknown format %q: use %s", full, strings.Join(names, ", ")))
	}
	return full, nil
}

// NoArgs refuses arguments.
func NoArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return console.Misused(fmt.Errorf("%s takes no arguments, and %q was given", c.Name(), args[0]))
	}
	return nil
}

// BaseFlag gives a command the flag --base-url.
func (f *Frame) BaseFlag(c *cobra.Command) {
	c.Flags().StringVar(&f.Base, "base-url", "", "resolve a saved page's relative links against `ADDRESS`")
}

// OneRef asks for one reference.
func OneRef(c *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return console.Misused(fmt.Errorf("%s needs a file or an address to read; see %s --help", c.Name(), c.CommandPath()))
	case 1:
		return nil
	default:
		return console.Misused(fmt.Errorf("%s reads one article, and %d were named", c.Name(), len(args)))
	}
}

// RevisionFlag gives a command the flag --revision.
func RevisionFlag(c *cobra.Command, revision *int, use string) {
	c.Flags().IntVar(revision, "revision", 0, use)
}

// CheckRevision refuses a number that no version has.
func CheckRevision(c *cobra.Command, revision int) error {
	if c.Flags().Changed("revision") && revision < 1 {
		return console.Misused(fmt.Errorf("the version %d is less than 1", revision))
	}
	return nil
}
