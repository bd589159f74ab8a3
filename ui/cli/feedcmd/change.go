package feedcmd

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/model"
	"lede/model/clean"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// removeCommand unsubscribes.
func (f commands) removeCommand() *cobra.Command {
	articles := false
	c := &cobra.Command{
		Use:   "remove FEED…",
		Short: "Unfollow feeds; their articles stay",
		Long: "remove forgets feeds. Their articles stay in the library, or go to the trash with --articles: but for\n" +
			"those that are starred, kept, tagged or begun, or that another feed brings.",
		Example: "lede feed remove courier",
		Args:    f.atLeast(1, "the name of a feed"),
	}
	c.Flags().BoolVar(&articles, "articles", false, "move their articles to the trash; lede undo brings those back")
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		remove := func(l *content.Library, s model.Subscription) error {
			_, err := l.Unsubscribe(c.Context(), "remove the articles of "+clean.Line(s.Called()), articles, s.ID)
			return err
		}
		return f.change(c.Context(), args, asJSON, "You no longer follow %s.", remove)
	}
	return c
}

// renameCommand calls a feed by another name.
func (f commands) renameCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "rename FEED NAME",
		Short:   "Call a feed by a name of your own; an empty one gives it back its own",
		Example: `lede feed rename news.example "Morning news"`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return console.Misused(errors.New("feed rename needs a feed and its new name, quoted if it has blanks"))
			}
			return nil
		},
	}
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		return f.change(c.Context(), args[:1], asJSON, "Renamed %s.", func(l *content.Library, s model.Subscription) error {
			s.Name = clean.Line(args[1])
			return l.EditFeed(c.Context(), s)
		})
	}
	return c
}

// moveCommand puts feeds into a folder.
func (f commands) moveCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "move FEED… FOLDER",
		Short:   "Put feeds into a folder; slashes part folders in folders, / is none",
		Example: "lede feed move courier News/Daily",
		Args:    f.atLeast(2, "feeds and a folder"),
	}
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		last := len(args) - 1
		to := folder(args[last])
		did := "%s is in " + to + " now."
		if to == "" {
			did = "%s is in no folder now."
		}
		return f.change(c.Context(), args[:last], asJSON, did, func(l *content.Library, s model.Subscription) error {
			s.Folder = to
			return l.EditFeed(c.Context(), s)
		})
	}
	return c
}

// pauseCommand has feeds not asked for.
func (f commands) pauseCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "pause FEED…", Short: "Do not ask for feeds until they are resumed", Example: "lede feed pause courier",
		Args: f.atLeast(1, "the name of a feed"),
	}
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		return f.change(c.Context(), args, asJSON, "Paused %s.", func(l *content.Library, s model.Subscription) error {
			s.Paused = true
			return l.EditFeed(c.Context(), s)
		})
	}
	return c
}

// resumeCommand has feeds asked for again.
func (f commands) resumeCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "resume FEED…",
		Short: "Ask for feeds again that are paused or gone, or take the feed that is at their address now",
		Args:  f.atLeast(1, "the name of a feed"), Example: "lede feed resume courier",
	}
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		return f.change(c.Context(), args, asJSON, "%s is asked for with the next refresh.",
			func(l *content.Library, s model.Subscription) error { return l.ResumeFeed(c.Context(), s) })
	}
	return c
}

// refreshCommand asks for what is new.
func (f commands) refreshCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "refresh [FEED | FOLDER/]…",
		Short: "Ask for what is new in the feeds that you follow",
		Long: "refresh asks for the feeds that may be asked for now: each at most once an hour, and as its server wants\n" +
			"it. One that is named alone is asked for every ten minutes. ctrl+c stops, and keeps what has come.",
		Example: "lede refresh",
	}
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		l, feeds, err := f.feeds(c.Context())
		if err != nil {
			return err
		}
		if len(feeds) == 0 {
			return console.Nothing(none)
		}
		some, err := named(feeds, args)
		if err != nil {
			return err
		}
		var ids []model.ID
		for _, s := range some {
			ids = append(ids, s.ID)
		}
		return f.refresh(c.Context(), l, ids, asJSON)
	}
	return c
}

func (f commands) refresh(ctx context.Context, l *content.Library, ids []model.ID, asJSON bool) error {
	ctx, stop := f.Until(ctx)
	defer stop()
	began, bar := time.Now(), f.NewBar()
	var sum model.Refresh
	for s := range l.Refresh(ctx, ids...) {
		s.Fresh, s.Failed = append(sum.Fresh, s.Fresh...), append(sum.Failed, s.Failed...)
		s.Waiting = append(sum.Waiting, s.Waiting...)
		if sum = s; !s.Last && time.Since(began) > patience {
			bar.Show(fmt.Sprintf("%d of %s · %d new · %s", s.Done, count(s.Total), s.New, clean.Line(s.Name)))
		}
	}
	bar.Clear()
	if sum.Err != nil && ctx.Err() == nil {
		return sum.Err
	}
	if err := f.sum(&sum, len(ids) == 1, asJSON, ctx.Err() != nil); err != nil {
		return err
	}
	switch {
	case ctx.Err() != nil:
		return console.Ended(ctx)
	case len(sum.Failed) > 0 && len(sum.Failed) == sum.Done-waitedLate(&sum):
		return console.Exit(console.Failed)
	}
	return nil
}
