package feedcmd

import (
	"strings"

	"github.com/spf13/cobra"

	"lede/content/fetch"
	"lede/model/figure"
	"lede/ui/cli/console"
)

// exportCommand writes the feeds as OPML.
func (f commands) exportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write the feeds as OPML, for other readers",
		Long: "export writes all feeds with their folders and tags as OPML, which lede import and other readers read.\n" +
			"Without a FILE, or with -, it writes to standard output. Passwords and commands stay behind.",
		Example: "lede feed export feeds.opml",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			l, err := f.Kept()
			if err != nil {
				return err
			}
			var out strings.Builder
			to := fetch.Stdin
			if len(args) > 0 {
				to = args[0]
			}
			n, err := l.ExportFeeds(c.Context(), to, &out)
			switch {
			case err != nil:
				return err
			case n == 0:
				return console.Nothing("You follow no feeds yet. Add one with: lede feed add ADDRESS")
			case to == fetch.Stdin:
				return f.Lines([]string{strings.TrimSuffix(out.String(), "\n")})
			}
			return f.Lines([]string{"Wrote " + figure.Number(n) + " feeds to " + fetch.Shown(to) + "."})
		},
	}
}
