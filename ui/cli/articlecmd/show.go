package articlecmd

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lede/content/export"
	"lede/content/feeds"
	"lede/model"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
	"lede/ui/cli/terminal"
)

// showCommand writes an article.
func (f commands) showCommand() *cobra.Command {
	format := "plain"
	width, revision := 0, 0
	c := &cobra.Command{
		Use:     "show FILE | URL | ID",
		Short:   "Write an article as plain text or in another format",
		Example: "lede show --format markdown story.txt > story.md",
		Args:    frame.OneRef,
		RunE: func(c *cobra.Command, args []string) error {
			var err error
			if format, err = frame.Format(format, export.Formats()); err != nil {
				return err
			}
			if width < 0 {
				return console.Misused(fmt.Errorf("the width %d is less than 0", width))
			}
			if err := frame.CheckRevision(c, revision); err != nil {
				return err
			}
			a, err := f.shown(c, args[0], revision)
			if err != nil {
				return err
			}
			f.TellLoose(a)
			return f.Write(func(w io.Writer) error {
				if f, ok := feeds.Of(a); ok && format == "json" {
					return export.WriteFeed(w, f)
				}
				return export.Write(w, format, a, export.Options{Width: f.width(c, width)})
			})
		},
	}
	frame.FormatFlag(c, &format, export.Formats())
	widthFlag(c, &width)
	frame.RevisionFlag(c, &revision, "show the version `N` of an article of the library; lede versions lists them")
	f.BaseFlag(c)
	return c
}

// widthFlag gives a command that writes an article the flag --width.
func widthFlag(c *cobra.Command, width *int) {
	c.Flags().IntVarP(width, "width", "w", 0,
		"`COLUMNS` of plain text; 0 leaves paragraphs on one line (80, or the terminal's)")
}

// width is the columns of plain text: what was asked for, else the terminal's, at most 100, else 80.
func (f commands) width(c *cobra.Command, asked int) int {
	if c.Flags().Changed("width") {
		return asked
	}
	if w, ok := terminal.Columns(f.Stdout); ok {
		return min(w, 100)
	}
	return 80
}

// revision reads an earlier text of an article.
func (f commands) revision(ctx context.Context, c *cobra.Command, ref string, revision int) (model.Article, error) {
	l, id, err := f.One(ctx, c, ref)
	if err != nil {
		return model.Article{}, err
	}
	return l.Version(ctx, id, revision)
}

// shown reads what show writes.
func (f commands) shown(c *cobra.Command, ref string, revision int) (model.Article, error) {
	if revision > 0 {
		return f.revision(c.Context(), c, ref, revision)
	}
	config, err := f.Settings()
	if err != nil {
		return model.Article{}, err
	}
	return f.Library(nil, config).Read(c.Context(), ref)
}
