// Package feedcmd holds the commands of feeds: lede feed and lede refresh.
//
// Start with New.
package feedcmd

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/feeds"
	"lede/model"
	"lede/model/clean"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// commands are those of feeds.
type commands struct{ *frame.Frame }

// New returns the commands.
func New(base *frame.Frame) []*cobra.Command {
	f := commands{base}
	feed := &cobra.Command{
		Use:   "feed",
		Short: "Follow feeds: add, list, remove, rename, move, pause, resume, health, edit, export",
		Long: "feed manages the feeds that you follow. lede refresh asks for what is new in them.\n" +
			"A feed is named by its address, by what it is called, a part of that, or by the beginning of its ID.",
		Example: "lede feed add https://news.example/",
	}
	frame.Group(feed, f.addCommand(), f.listCommand(), f.removeCommand(), f.renameCommand(), f.moveCommand(),
		f.pauseCommand(), f.resumeCommand(), f.healthCommand(), f.editCommand(), f.exportCommand())
	return []*cobra.Command{feed, f.refreshCommand()}
}

// atLeast asks for some arguments.
func (f commands) atLeast(n int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < n {
			return console.Misused(fmt.Errorf("feed %s needs %s; see %s --help", c.Name(), what, c.CommandPath()))
		}
		return nil
	}
}

// find returns the feed that a word names: its address, its ID or the beginning of it, what it is called, or a part of
// that which no other has.
func find(all []model.Subscription, word string) (model.Subscription, error) {
	address := strings.TrimSuffix(feeds.Address(word), "/")
	for _, same := range []func(s *model.Subscription) bool{
		func(s *model.Subscription) bool { return s.URL == word || strings.TrimSuffix(s.URL, "/") == address },
		func(s *model.Subscription) bool {
			return model.IsIDPrefix(word) && strings.HasPrefix(string(s.ID), word)
		},
		func(s *model.Subscription) bool {
			return strings.EqualFold(s.Called(), word) || strings.EqualFold(s.Title, word)
		},
		func(s *model.Subscription) bool {
			return strings.Contains(strings.ToLower(s.Called()+"\n"+s.URL), strings.ToLower(word))
		},
	} {
		var found []model.Subscription
		for i := range all {
			if same(&all[i]) {
				found = append(found, all[i])
			}
		}
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			return model.Subscription{}, fmt.Errorf("%q means several feeds: %s, %s. Name one by its ID: lede feed list",
				clean.Line(word), label(&found[0]), label(&found[1]))
		}
	}
	return model.Subscription{}, fmt.Errorf("there is no feed %q; see lede feed list", clean.Line(word))
}

// label names a feed with its ID.
func label(s *model.Subscription) string { return clean.Line(s.Called()) + " (" + shortID(s.ID) + ")" }

// shortID is an ID as it is shown.
func shortID(id model.ID) string { return string(id[:min(8, len(id))]) }

// named returns the feeds that words name, a folder with a slash at its end among them.
func named(feeds []model.Subscription, words []string) ([]model.Subscription, error) {
	var all []model.Subscription
	for _, w := range words {
		if folder, is := strings.CutSuffix(w, "/"); is && !strings.Contains(w, "://") {
			before := len(all)
			for _, s := range feeds {
				if s.In(folder) {
					all = append(all, s)
				}
			}
			if len(all) == before {
				return nil, fmt.Errorf("there is no folder %q; see lede feed list", clean.Line(folder))
			}
			continue
		}
		s, err := find(feeds, w)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// none says that no feed is followed.
const none = "you follow no feed; to follow one: lede feed add ADDRESS"

// feeds returns the library and its feeds.
func (f commands) feeds(ctx context.Context) (*content.Library, []model.Subscription, error) {
	l, err := f.Kept()
	if err != nil {
		return nil, nil, err
	}
	feeds, err := l.Feeds(ctx)
	return l, feeds, err
}

// change finds the feeds that words name, changes each, and reports what has been done with them.
func (f commands) change(
	ctx context.Context, words []string, asJSON bool, did string, do func(*content.Library, model.Subscription) error,
) error {
	l, feeds, err := f.feeds(ctx)
	if err != nil {
		return err
	}
	if len(feeds) == 0 {
		return console.Nothing(none)
	}
	some, err := named(feeds, words)
	if err != nil {
		return err
	}
	for _, s := range some {
		if err := do(l, s); err != nil {
			return err
		}
	}
	what := clean.Line(some[0].Called())
	if n := len(some); n > 1 {
		what, did = fmt.Sprintf("%d feeds", n), strings.Replace(did, "%s is ", "%s are ", 1)
	}
	return f.Tell(asJSON, changed{len(some)}, fmt.Sprintf(did, what))
}

// changed is the JSON of a change.
type changed struct {
	Changed int `json:"changed"`
}
