package librarycmd

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/model"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// packCommand brings in what an article links to.
func (f commands) packCommand() *cobra.Command {
	all, asJSON, limit := false, false, content.PackLimit
	c := &cobra.Command{
		Use:   "pack FILE | URL | ID",
		Short: "Keep an article and what it links to, for reading offline",
		Long: "pack keeps an article in the library and fetches the articles that it links to: those of its\n" +
			"\"also read\" links, or with --links all of its text. What the library has already is not\n" +
			"fetched again. lede asks a site for one page after another, waits when it is told to, and leaves\n" +
			"alone what robots.txt asks it to.",
		Example: "lede pack --limit 10 https://news.example/story",
		Args:    frame.OneRef,
		RunE: func(c *cobra.Command, args []string) error {
			if limit < 1 {
				return console.Misused(errors.New("the limit must be at least 1"))
			}
			l, err := f.Kept()
			if err != nil {
				return err
			}
			ctx, stop := f.Until(c.Context())
			defer stop()
			a, err := l.Read(ctx, args[0])
			if ctx.Err() != nil {
				return f.Leave(ctx)
			}
			if err != nil {
				return err
			}
			return f.pack(ctx, l.Pack(ctx, a, all, limit), asJSON)
		},
	}
	c.Flags().BoolVar(&all, "links", false, "all links of the text, not only the related ones")
	c.Flags().IntVar(&limit, "limit", limit, "fetch at most `N` articles")
	frame.JSONFlag(c, &asJSON)
	return c
}

// packed sums up a pack.
type packed struct {
	Added  int  `json:"added"`
	Known  int  `json:"known"`
	Failed int  `json:"failed"`
	Left   int  `json:"left"`  // left out, since there are more than the limit
	Ended  bool `json:"ended"` // false when it was stopped
}

func (f commands) pack(ctx context.Context, steps <-chan model.Progress, asJSON bool) error {
	r := f.Follow(steps, func(s model.Progress) string {
		return fmt.Sprintf("Bringing in %s of %s · %s new", figure.Number(s.Done), figure.Number(s.Total),
			figure.Number(s.Added))
	})
	cut := ctx.Err() != nil
	sentence := "Brought in " + figure.Articles(r.Last.Added) + became(r.Last)
	if r.Last.Left > 0 {
		sentence += fmt.Sprintf("; %s left out, --limit brings in more", was(r.Last.Left))
	}
	if r.Failed > 0 {
		sentence += fmt.Sprintf("; %s not brought in", was(r.Failed))
	}
	if cut {
		sentence = "Stopped. " + sentence
	}
	if err := f.Tell(asJSON, packed{r.Last.Added, r.Last.Known, r.Failed, r.Last.Left, !cut}, sentence+"."); err != nil {
		return err
	}
	if cut {
		return console.Ended(ctx)
	}
	return r.Err()
}
