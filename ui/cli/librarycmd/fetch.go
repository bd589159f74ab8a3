package librarycmd

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lede/model"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// fetchLimit is how many pages fetch asks for when it is told no limit.
const fetchLimit = 100

// fetchCommand fetches the pages of articles that have come without a text.
func (f commands) fetchCommand() *cobra.Command {
	asJSON, limit := false, fetchLimit
	c := &cobra.Command{
		Use:   "fetch [QUERY]",
		Short: "Fetch the pages of articles that came without their text",
		Long: "An article that lede import has brought in without a text is fetched when you open it. fetch\n" +
			"does that for many at once, or for those that a query asks for. lede asks a site for one page\n" +
			"after another, waits when it is told to, and leaves alone what robots.txt asks it to.",
		Example: "lede fetch is:unread topic:rivers",
		RunE: func(c *cobra.Command, args []string) error {
			if limit < 1 {
				return console.Misused(errors.New("the limit must be at least 1"))
			}
			q, err := f.Query(args)
			if err != nil {
				return err
			}
			l, err := f.Existing()
			if err != nil {
				return err
			}
			ctx, stop := f.Until(c.Context())
			defer stop()
			return f.fetch(ctx, l.Fetch(ctx, q, limit), asJSON)
		},
	}
	c.Flags().IntVar(&limit, "limit", limit, "fetch at most `N` pages")
	frame.JSONFlag(c, &asJSON)
	return c
}

// fetchedPages sums up a fetch.
type fetchedPages struct {
	Fetched int  `json:"fetched"`
	Failed  int  `json:"failed"`
	Left    int  `json:"left"`  // left out, since there are more than the limit
	Ended   bool `json:"ended"` // false when it was stopped
}

func (f commands) fetch(ctx context.Context, steps <-chan model.Progress, asJSON bool) error {
	r := f.Follow(steps, func(s model.Progress) string {
		return fmt.Sprintf("Fetching %s of %s", figure.Number(s.Done), figure.Number(s.Total))
	})
	cut := ctx.Err() != nil
	sentence := "Fetched " + figure.Articles(r.Last.Added)
	if r.Failed > 0 {
		sentence += "; " + was(r.Failed) + " not fetched"
	}
	if r.Last.Left > 0 {
		sentence += "; " + was(r.Last.Left) + " left for the next time"
	}
	if cut {
		sentence = "Stopped. " + sentence
	}
	if err := f.Tell(asJSON, fetchedPages{r.Last.Added, r.Failed, r.Last.Left, !cut}, sentence+"."); err != nil {
		return err
	}
	if cut {
		return console.Ended(ctx)
	}
	return r.Err()
}
