package accountcmd

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// mostSaved is how many articles are handed on at once: each takes the server a request, and the service behind it
// another.
const mostSaved = 100

func (f commands) saveCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "save QUERY | ID…",
		Short: "Have the server hand articles on to your read-later service",
		Long: "save asks the server that an article came from to hand it on to the read-later services that you have\n" +
			"set up there, such as Wallabag or Readwise at a Miniflux: under Settings, Integrations. Nothing changes in\n" +
			"lede. The Google Reader API has no word for it.",
		Example: "lede account save is:starred since:1w",
	}
	return frame.About(c, func(ctx context.Context, words []string) error { return f.save(ctx, c, words) })
}

func (f commands) save(ctx context.Context, c *cobra.Command, words []string) error {
	_, accounts, err := f.accounts()
	if err != nil {
		return err
	}
	if len(accounts) == 0 {
		return console.Nothing(none)
	}
	l, chosen, err := f.Choose(ctx, c, words)
	if err != nil {
		return err
	}
	ids := chosen.IDs
	if !chosen.ByID {
		if ids, err = l.IDs(ctx, chosen.Query); err != nil {
			return err
		}
	}
	switch {
	case len(ids) == 0:
		return f.None(ctx, l)
	case len(ids) > mostSaved:
		return fmt.Errorf("that is %s: save at most %d at once, and narrow the query", figure.Articles(len(ids)), mostSaved)
	}
	ctx, stop := f.Until(ctx)
	defer stop()
	saved, err := l.SaveThere(ctx, ids...)
	if err != nil {
		if len(saved) > 0 {
			f.Say("Handed on " + figure.Articles(len(saved)) + " before that.")
		}
		return err
	}
	left := len(ids) - len(saved)
	if len(saved) == 0 {
		return errors.New("no account has " + these(left) + ": save hands on what a server has brought")
	}
	text := "Handed on " + figure.Articles(len(saved)) + "."
	if left > 0 {
		text += " No account has the other " + figure.Number(left) + "."
	}
	return f.Lines([]string{text})
}

// these is "the article", or "the 3 articles".
func these(n int) string {
	if n == 1 {
		return "the article"
	}
	return "the " + figure.Articles(n)
}
