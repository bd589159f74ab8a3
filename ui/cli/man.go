package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manCommand writes the man page, made from the commands themselves.
func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Write the man page",
		Example: "lede man > ~/.local/share/man/man1/lede.1",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.Lines(manPage(c.Root()))
		},
	}
}

// manPage is the page in the language of man(7), a line each.
func manPage(root *cobra.Command) []string {
	page := []string{
		`.TH LEDE 1 "" "lede" "User Commands"`,
		".SH NAME", roff("lede - " + root.Short),
		".SH SYNOPSIS", ".B lede", roff(strings.TrimPrefix(root.Use, "lede ")), ".br", ".B lede", roff("COMMAND …"),
		".SH DESCRIPTION", roff(root.Long),
		".SH OPTIONS",
	}
	page = append(page, manFlags(root.NonInheritedFlags())...)
	page = append(page, ".SH COMMANDS")
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			page = append(page, ".SS "+roff(useLine(c)), roff(c.Short+"."))
			page = append(page, manFlags(c.NonInheritedFlags())...)
			page = append(page, ".PP", ".EX", roff(c.Example), ".EE")
		}
	}
	return append(page, manTail()...)
}

func manFlags(flags *pflag.FlagSet) []string {
	var lines []string
	flags.VisitAll(func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		usage = strings.TrimPrefix(strings.TrimPrefix(usage, value), ": ")
		lines = append(lines, ".TP", `\fB`+roff("--"+f.Name)+`\fR `+roff(value), roff(usage))
	})
	return lines
}

func manTail() []string {
	return []string{
		".SH EXIT STATUS",
		".TP", "0", "Done.",
		".TP", "1", "Failed; one line on standard error says why.",
		".TP", "2", "Wrong use, or a crash.",
		".TP", "3", "Nothing found: no post, no link, no topic, no article.",
		".PP", "A program that a signal ends returns 128 and its number.",
		".SH ENVIRONMENT",
		".TP", "TERM", roff("dumb or unset: plain text, no screen."),
		".TP", "NO_COLOR, CLICOLOR", "No colours.",
		".TP", roff("LEDE_LIBRARY"), roff("The library file, as --library."),
		".TP", "VISUAL, EDITOR", roff("The editor that O opens the source of an article in."),
		".TP", "PAGER", roff("The program that gets output longer than the screen."),
		".TP", "HTTP_PROXY, HTTPS_PROXY, NO_PROXY",
		roff("The proxy that pages are fetched by, and the hosts that are asked without it."),
		".SH FILES",
		".TP", roff("$XDG_CONFIG_HOME/lede/config.toml"), roff("Settings; described in the built-in page settings.md."),
		".TP", roff("$XDG_CONFIG_HOME/lede/sites/HOST.toml"),
		roff("Rules for the pages of a site; described in the built-in page sites.md."),
		".TP", roff("$XDG_DATA_HOME/lede/library.db"),
		roff("The library; the built-in pages library.md and queries.md tell of it."),
		".TP", roff("$XDG_STATE_HOME/lede/crash-*.txt"), "Reports of crashes.",
	}
}

// roff writes text so that it stands as it is in a man page.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...", "·", `\(bu`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
