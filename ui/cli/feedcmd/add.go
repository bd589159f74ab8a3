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
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// addCommand subscribes to feeds.
func (f commands) addCommand() *cobra.Command {
	var feed model.Subscription
	var account string
	c := &cobra.Command{
		Use:   "add ADDRESS…",
		Short: "Follow a feed, or the feed of a page",
		Long: "add follows the feed at an address, or the one of the page there, and keeps the entries that come\n" +
			"with it. Where a page has several feeds and none is the obvious one, it asks which is meant.",
		Example: "lede feed add --folder News https://news.example/",
		Args:    f.atLeast(1, "the address of a feed or a page"),
	}
	flags := c.Flags()
	flags.StringVar(&feed.Name, "name", "", "call the feed `NAME`")
	flags.StringVar(&feed.Folder, "folder", "", "put it into `FOLDER`; slashes part folders in folders")
	flags.StringArrayVar(&feed.Tags, "tag", nil, "give it the tag `NAME`; may be repeated")
	flags.BoolVar(&feed.FullText, "full-text", false, "fetch the pages of teasers with each refresh")
	flags.StringVar(&account, "account", "", "follow it on the server of `ACCOUNT`, too")
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		if feed.Name != "" && len(args) > 1 {
			return console.Misused(fmt.Errorf("--name names one feed, and %d addresses were given", len(args)))
		}
		feed.Name, feed.Folder = clean.Line(feed.Name), folder(feed.Folder)
		l, err := f.Kept()
		if err != nil {
			return err
		}
		there, err := f.account(account)
		if err != nil {
			return err
		}
		ctx, stop := f.Until(c.Context())
		defer stop()
		failed := 0
		for _, address := range args {
			s := feed
			s.URL = feeds.Address(address)
			if err := f.add(ctx, l, s, there, asJSON); err != nil {
				if ctx.Err() != nil {
					return console.Ended(ctx)
				}
				if len(args) == 1 {
					return err
				}
				f.Say(err.Error())
				failed++
			}
		}
		if failed > 0 {
			return console.Exit(console.Failed)
		}
		return nil
	}
	return c
}

// folder is the name of a folder as it is kept: no blanks and slashes round its parts.
func folder(s string) string {
	var parts []string
	for p := range strings.SplitSeq(s, "/") {
		if p = clean.Line(strings.TrimSpace(p)); p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, "/")
}

// added is the JSON of a feed that was added.
type added struct {
	ID      model.ID `json:"id"`
	URL     string   `json:"url"`
	Title   string   `json:"title"`
	New     bool     `json:"new"`
	Entries int      `json:"entries"`
}

// account returns the account that a word names, nil for no word.
func (f commands) account(word string) (*model.Account, error) {
	config, err := f.Settings()
	if err != nil || word == "" {
		return nil, err
	}
	i, err := frame.FindAccount(config.Accounts, word)
	if err != nil {
		return nil, err
	}
	return &config.Accounts[i], nil
}

// add subscribes to one feed, and asks which when there are several. there is the account that is to follow it, too,
// or nil.
func (f commands) add(
	ctx context.Context, l *content.Library, feed model.Subscription, there *model.Account, asJSON bool,
) error {
	a, err := l.AddFeed(ctx, feed)
	if err != nil {
		return err
	}
	if len(a.Choices) > 0 {
		if feed.URL, err = f.choose(a.Choices); err != nil {
			return err
		}
		if a, err = l.AddFeed(ctx, feed); err != nil {
			return err
		}
	}
	if there != nil {
		if err := l.FollowThere(ctx, there, a.Feed.ID); err != nil {
			return err
		}
	}
	name := clean.Line(a.Feed.Called())
	sentence := fmt.Sprintf("You follow %s now: %s.", name, figure.Articles(a.Entries))
	if !a.New {
		sentence = "You follow " + name + " already."
	}
	if there != nil {
		sentence += " " + clean.Line(there.Called()) + " follows it with the next sync."
	}
	return f.Tell(asJSON, added{a.Feed.ID, a.Feed.URL, a.Feed.Called(), a.New, a.Entries}, sentence)
}

// choose asks which of several feeds is meant. Without a terminal to ask on, it names them.
func (f commands) choose(choices []model.FeedChoice) (string, error) {
	const most = 9
	choices = choices[:min(len(choices), most)]
	var lines []string
	for i, c := range choices {
		line := fmt.Sprintf("  %d  %s", i+1, clean.Line(c.URL))
		if c.Title != "" {
			line += "  " + clean.Line(c.Title)
		}
		lines = append(lines, line)
	}
	question := "There are several feeds:\n" + strings.Join(lines, "\n") + "\nWhich one?"
	if n, ok := f.Ask(question, len(choices)); ok {
		return choices[n].URL, nil
	}
	var commands []string
	for _, c := range choices {
		commands = append(commands, "lede feed add "+clean.Shell(c.URL))
	}
	return "", fmt.Errorf("the page has several feeds; add the one that you mean: %s", strings.Join(commands, " or "))
}
