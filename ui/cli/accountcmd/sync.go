package accountcmd

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
	"lede/ui/feed"
)

// patience is how long a sync takes before it says how far it is.
const patience = 500 * time.Millisecond

// synced is the JSON of a sync with one account.
type synced struct {
	ID   model.ID `json:"id"`
	Name string   `json:"name"`
	model.Exchange
	Error string `json:"error,omitempty"`
	Ended bool   `json:"ended"` // false when it was stopped
}

func (f commands) syncCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "sync [ACCOUNT]…",
		Short: "Exchange what is new with the servers of your accounts",
		Long: "sync sends what you have read, starred and subscribed to, and brings what is new and what\n" +
			"was done elsewhere. What could not be sent waits for the next sync. ctrl+c stops, and keeps what\n" +
			"has come.",
		Example: "lede sync",
	}
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		l, some, err := f.choose(args)
		if err != nil {
			return err
		}
		return f.sync(c.Context(), l, some, asJSON)
	}
	return c
}

func (f commands) sync(ctx context.Context, l *content.Library, accounts []model.Account, asJSON bool) error {
	ctx, stop := f.Until(ctx)
	defer stop()
	began, bar := time.Now(), f.NewBar()
	var all []synced
	failed := 0
	for s := range l.Sync(ctx, accounts...) {
		if !s.Last {
			if time.Since(began) > patience {
				bar.Show(doing(&s))
			}
			continue
		}
		bar.Clear()
		one := synced{ID: s.Account, Name: s.Name, Exchange: s.Exchange, Ended: ctx.Err() == nil}
		if s.Err != nil && ctx.Err() == nil {
			failed, one.Error = failed+1, s.Err.Error()
		}
		all = append(all, one)
		if asJSON {
			continue
		}
		if err := f.tellSynced(&one); err != nil {
			return err
		}
	}
	if asJSON {
		if err := f.JSON(all); err != nil {
			return err
		}
	}
	switch {
	case ctx.Err() != nil:
		return console.Ended(ctx)
	case failed > 0:
		return console.Exit(console.Failed)
	}
	return nil
}

// doing says how far a sync is.
func doing(s *model.Syncing) string {
	text := clean.Line(s.Name) + " · " + s.Doing
	if s.Done > 0 {
		text += " · " + figure.Articles(s.Done)
	}
	return text
}

// tellSynced says what has come of a sync with one account: on standard error why it has failed.
func (f commands) tellSynced(s *synced) error {
	name := clean.Line(s.Name)
	for _, note := range s.Notes {
		f.Say(name + ": " + clean.Line(note))
	}
	if s.Error != "" {
		f.Say(name + ": " + clean.Line(s.Error))
	}
	text := exchange(&s.Exchange)
	switch {
	case !s.Ended:
		text = "Stopped. " + text
	case s.Error != "" && text == nothing:
		return nil
	}
	return f.Lines([]string{name + ": " + text})
}

// nothing says that nothing had to be exchanged.
const nothing = "Nothing new."

// exchange sums up what was sent and what has come.
func exchange(x *model.Exchange) string {
	var parts []string
	if x.Sent > 0 {
		parts = append(parts, figure.Number(x.Sent)+" sent")
	}
	if came := feed.Brought(x); came != "nothing" {
		parts = append(parts, came)
	}
	if len(parts) == 0 {
		return nothing
	}
	return strings.Join(parts, ", ") + "."
}
