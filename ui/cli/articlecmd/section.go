package articlecmd

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"lede/content/export"
	"lede/model"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// sectionCommand writes one section of an article, or names them all.
func (f commands) sectionCommand() *cobra.Command {
	format, width := "plain", 0
	c := &cobra.Command{
		Use:   "section FILE | URL | ID [N]",
		Short: "Write one section of an article",
		Long: "section writes the section N of an article, counted as on the screen: the lead is section 1.\n" +
			"Without N it lists the sections with their numbers.",
		Example: "lede section story.txt 2",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 2 {
				return nil
			}
			return frame.OneRef(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			var err error
			if format, err = frame.Format(format, export.Formats()); err != nil {
				return err
			}
			a, err := f.Article(c, args[0])
			switch {
			case err != nil:
				return err
			case len(args) == 1:
				return f.Lines(numbered(a))
			}
			s, err := sectionOf(a, args[1])
			if err != nil {
				return err
			}
			return f.Write(func(w io.Writer) error {
				return export.Write(w, format, s, export.Options{Width: f.width(c, width)})
			})
		},
	}
	f.BaseFlag(c)
	frame.FormatFlag(c, &format, export.Formats())
	widthFlag(c, &width)
	return c
}

// numbered are the sections of an article by their numbers.
func numbered(a model.Article) []string {
	lines := make([]string, len(a.Sections))
	for i, s := range a.Sections {
		title := s.Title
		if title == "" {
			title = "Lead"
		}
		lines[i] = fmt.Sprintf("%4d  %s%s", i+1, strings.Repeat("  ", max(0, s.Level-2)), title)
	}
	return lines
}

// sectionOf is an article of the one section that has a number.
func sectionOf(a model.Article, number string) (model.Article, error) {
	n, err := strconv.Atoi(number)
	switch {
	case err != nil:
		return a, console.Misused(fmt.Errorf("%q is not the number of a section", number))
	case n < 1 || n > len(a.Sections):
		return a, console.Nothing(fmt.Sprintf("there is no section %d: this article has %d", n, len(a.Sections)))
	}
	s := a.Sections[n-1]
	return model.Article{
		Entry:    model.Entry{ID: a.ID, Ref: a.Ref, URL: a.URL, Title: s.Title, Language: a.Language},
		Sections: []model.Section{{Level: s.Level, Blocks: s.Blocks}},
	}, nil
}
