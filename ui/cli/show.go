package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"lede/ui/cli/terminal"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/export"
	"lede/content/fetch"
)

// showCommand writes an article.
func (f articleCommands) showCommand() *cobra.Command {
	format := "plain"
	width, revision := 0, 0
	c := &cobra.Command{
		Use:     "show FILE | URL | ID",
		Short:   "Write an article as plain text, Markdown, JSON or HTML",
		Example: "lede show --format markdown story.txt > story.md",
		Args:    oneRef,
		RunE: func(c *cobra.Command, args []string) error {
			var err error
			if format, err = knownFormat(format); err != nil {
				return err
			}
			if width < 0 {
				return misused(fmt.Errorf("the width %d is less than 0", width))
			}
			if err := checkRevision(c, revision); err != nil {
				return err
			}
			a, err := f.shown(c, args[0], revision)
			if err != nil {
				return err
			}
			f.tellLoose(a)
			return f.write(func(w io.Writer) error {
				if f, ok := content.FeedOf(a); ok && format == "json" {
					return export.WriteFeed(w, f)
				}
				return export.Write(w, format, a, export.Options{Width: f.width(c, width)})
			})
		},
	}
	formatFlag(c, &format)
	widthFlag(c, &width)
	revisionFlag(c, &revision, "show the version `N` of an article of the library; lede versions lists them")
	f.baseFlag(c)
	return c
}

// formatFlag gives a command that writes an article the flag --format.
func formatFlag(c *cobra.Command, format *string) {
	c.Flags().StringVarP(format, "format", "f", *format, "`FORMAT`: plain, markdown (md), json or html")
	complete(c, "format", export.Formats())
}

// widthFlag gives a command that writes an article the flag --width.
func widthFlag(c *cobra.Command, width *int) {
	c.Flags().IntVarP(width, "width", "w", 0,
		"`COLUMNS` of plain text; 0 leaves paragraphs on one line (80, or the terminal's)")
}

// knownFormat is the name of a format that an article can be written in.
func knownFormat(name string) (string, error) {
	known := formatName(name)
	if !slices.Contains(export.Formats(), known) {
		return "", misused(fmt.Errorf("unknown format %q: use %s", known, strings.Join(export.Formats(), ", ")))
	}
	return known, nil
}

// formatName is the name of a format that is given in full or for short.
func formatName(name string) string {
	switch strings.ToLower(name) {
	case "md":
		return "markdown"
	case "txt", "text":
		return "plain"
	}
	return name
}

// baseFlag gives a command the flag --base-url.
func (f *frame) baseFlag(c *cobra.Command) {
	c.Flags().StringVar(&f.base, "base-url", "", "resolve a saved page's relative links against `ADDRESS`")
}

func checkBase(base string) error {
	if base != "" && fetch.HostOf(base) == "" {
		return misused(fmt.Errorf("--base-url is %q, and must be an address such as https://news.example/story",
			fetch.Shown(base)))
	}
	return nil
}

// width is the columns of plain text: what was asked for, else the terminal's, at most 100, else 80.
func (f articleCommands) width(c *cobra.Command, asked int) int {
	if c.Flags().Changed("width") {
		return asked
	}
	if w, ok := terminal.Columns(f.stdout); ok {
		return min(w, 100)
	}
	return 80
}
