package feedcmd

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
	"lede/ui/feed"
)

// row is the JSON of a feed.
type row struct {
	ID       model.ID   `json:"id"`
	URL      string     `json:"url"`
	Title    string     `json:"title"`
	Name     string     `json:"name,omitempty"`
	Folder   string     `json:"folder,omitempty"`
	Tags     []string   `json:"tags,omitempty"`
	Site     string     `json:"site,omitempty"`
	Hidden   bool       `json:"hidden,omitempty"`
	Paused   bool       `json:"paused,omitempty"`
	Gone     bool       `json:"gone,omitempty"`
	Entries  int        `json:"entries"`
	Unread   int        `json:"unread"`
	Tried    *time.Time `json:"last_try,omitempty"`
	Came     *time.Time `json:"last_success,omitempty"`
	Due      *time.Time `json:"next_try,omitempty"`
	Why      string     `json:"next_try_because,omitempty"`
	Status   int        `json:"status,omitempty"`
	Failures int        `json:"failures,omitempty"`
	Error    string     `json:"error,omitempty"`
	Note     string     `json:"note,omitempty"`
	Moved    string     `json:"moved_to,omitempty"`
	Full     *int       `json:"full_text_percent,omitempty"`
}

func rowOf(s *model.Subscription) row {
	return row{
		ID: s.ID, URL: clean.Masked(s.URL), Title: s.Title, Name: s.Name, Folder: s.Folder, Tags: s.Tags, Site: s.Site,
		Hidden: s.Hidden, Paused: s.Paused, Gone: s.Gone, Entries: s.Entries, Unread: s.Unread,
		Tried: moment(s.Tried), Came: moment(s.Came), Due: moment(s.Due), Why: s.Why, Status: s.Status,
		Failures: s.Failures, Error: s.Error, Note: s.Note, Moved: s.Moved, Full: feed.FullText(s),
	}
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// listCommand lists feeds.
func (f commands) listCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "list [FEED | FOLDER/]…",
		Short:   "List feeds, with how many of their articles are unread",
		Example: "lede feed list News/",
	}
	f.listing(c, func(some []model.Subscription, _ bool) (lines []string) {
		for i := range some {
			lines = append(lines, line(&some[i]))
		}
		return lines
	})
	return c
}

// some returns the feeds that words name, all without any.
func (f commands) some(c *cobra.Command, words []string) ([]model.Subscription, error) {
	_, feeds, err := f.feeds(c.Context())
	switch {
	case err != nil:
		return nil, err
	case len(feeds) == 0:
		return nil, console.Nothing(none)
	case len(words) == 0:
		return feeds, nil
	}
	return named(feeds, words)
}

func (f commands) rows(some []model.Subscription) error {
	for i := range some {
		if err := f.JSONLine(rowOf(&some[i])); err != nil {
			return err
		}
	}
	return nil
}

// line is a feed in one line: its ID, how many articles are unread, its folder and name, and what is wrong with it.
func line(s *model.Subscription) string {
	name := clean.Line(s.Called())
	if s.Folder != "" {
		name = clean.Line(s.Folder) + " / " + name
	}
	text := fmt.Sprintf("%s  %6s  %s", shortID(s.ID), figure.Number(s.Unread), name)
	switch {
	case s.Paused:
		text += " · paused"
	case s.Gone:
		text += " · gone for good: lede feed remove " + shortID(s.ID)
	case s.Error != "":
		text += " · " + clean.Line(s.Error)
	}
	return text
}

// healthCommand reports how asking for feeds goes.
func (f commands) healthCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "health [FEED | FOLDER/]…",
		Short: "Say how asking for feeds goes; without any named, of those with a problem",
		Long: "health says when a feed was last asked for and is asked for next, what is wrong with it, and how\n" +
			"many of its entries come with their whole text.",
		Example: "lede feed health courier",
	}
	f.listing(c, func(some []model.Subscription, named bool) (lines []string) {
		for i := range some {
			if s := &some[i]; named || s.Error != "" || s.Gone || s.Note != "" {
				lines = append(lines, healthLines(s, time.Now())...)
			}
		}
		if len(lines) == 0 {
			return []string{"All feeds answer as they should."}
		}
		return lines[:len(lines)-1]
	})
	return c
}

func count(n int) string {
	if n == 1 {
		return "1 feed"
	}
	return figure.Number(n) + " feeds"
}

// healthLines is what is to be known of a feed, a line a thing and a blank one at the end.
func healthLines(s *model.Subscription, now time.Time) []string {
	lines := []string{label(s)}
	for _, line := range feed.Health(s, now) {
		lines = append(lines, "  "+line)
	}
	return append(lines, "")
}

// listing makes c list the feeds that its arguments name, all of them without any: as rows of JSON, or in the lines
// that it is given.
func (f commands) listing(c *cobra.Command, lines func(some []model.Subscription, named bool) []string) {
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		some, err := f.some(c, args)
		if err != nil {
			return err
		}
		if asJSON {
			return f.rows(some)
		}
		return f.Lines(lines(some, len(args) > 0))
	}
}
