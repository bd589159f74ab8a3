package articlecmd

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/model"
	"lede/model/diff"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// versionRow is a version as JSON.
type versionRow struct {
	Revision int    `json:"revision"`
	Came     string `json:"came,omitempty"` // RFC 3339, UTC
	Title    string `json:"title"`
	Words    int    `json:"words"`
	Newest   bool   `json:"newest"`
	Seen     bool   `json:"seen,omitempty"` // the one read last
}

// versionsCommand lists the texts that an article has had.
func (f commands) versionsCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:   "versions ID",
		Short: "List the texts that an article has had, the oldest first",
		Long: "A page that has changed when it is opened or added again becomes the newest version of its\n" +
			"article. The texts before stay: lede show --revision N shows one, lede diff what changed between\n" +
			"two, lede restore --revision N makes one the newest.",
		Example: "lede versions 5eec64cc15",
		Args:    frame.OneRef,
		RunE: func(c *cobra.Command, args []string) error {
			l, id, err := f.One(c.Context(), c, args[0])
			if err != nil {
				return err
			}
			all, err := l.Versions(c.Context(), id)
			if err != nil {
				return err
			}
			for _, v := range all {
				if err := f.version(v, asJSON); err != nil {
					return err
				}
			}
			return nil
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}

func (f commands) version(v model.Version, asJSON bool) error {
	row := versionRow{Revision: v.Revision, Title: v.Title, Words: v.Words, Newest: v.Newest, Seen: v.Seen}
	came := "                "
	if !v.Came.IsZero() {
		row.Came, came = v.Came.Format(time.RFC3339), v.Came.Local().Format("2006-01-02 15:04")
	}
	if asJSON {
		return f.JSONLine(row)
	}
	parts := []string{v.Title, figure.Number(v.Words) + " words"}
	if v.Seen {
		parts = append(parts, "read last")
	}
	return f.Lines([]string{fmt.Sprintf("%4d  %s  %s", v.Revision, came, strings.Join(parts, " · "))})
}

// diffCommand writes what has changed between two texts of an article.
func (f commands) diffCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:   "diff ID [OLD [NEW]]",
		Short: "Write what has changed in an article, sentence by sentence",
		Long: "diff compares the two newest texts of an article, or those of the numbers that lede versions\n" +
			"shows: OLD with the newest, or OLD with NEW. What surrounds an article (related links,\n" +
			"advertisements, dates of the page) is not a change.",
		Example: "lede diff 5eec64cc15 1",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 || len(args) > 3 {
				return console.Misused(fmt.Errorf(
					"diff needs the ID of an article, and at most two numbers; see lede diff --help"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			l, id, err := f.One(c.Context(), c, args[0])
			if err != nil {
				return err
			}
			from, to, err := chosenVersions(c.Context(), l, id, args[1:])
			if err != nil {
				return err
			}
			return f.diff(c.Context(), l, id, from, to, asJSON)
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}

// chosenVersions are the numbers of the texts to compare.
func chosenVersions(ctx context.Context, l *content.Library, id model.ID, args []string) (from, to int, err error) {
	all, err := l.Versions(ctx, id)
	if err != nil {
		return 0, 0, err
	}
	to = all[len(all)-1].Revision
	if len(all) > 1 {
		from = all[len(all)-2].Revision
	}
	for i, into := range []*int{&from, &to}[:len(args)] {
		if *into, err = strconv.Atoi(args[i]); err != nil {
			return 0, 0, console.Misused(fmt.Errorf("%q is not the number of a version; lede versions %s lists them",
				args[i], frame.ShortID(id)))
		}
	}
	if from == 0 {
		return 0, 0, console.Nothing("the article has not changed since it came into the library")
	}
	return from, to, nil
}

// changeRow is a change as JSON.
type changeRow struct {
	Kind    diff.Kind `json:"kind"`
	Part    diff.Part `json:"part"`
	Note    diff.Note `json:"note,omitempty"`
	Section string    `json:"section"`
	Old     string    `json:"old,omitempty"`
	New     string    `json:"new,omitempty"`
	Block   int       `json:"block"` // counted over the newer text; -1 for the head
}

func (f commands) diff(ctx context.Context, l *content.Library, id model.ID, from, to int, asJSON bool) error {
	old, err := l.Version(ctx, id, from)
	if err != nil {
		return err
	}
	newer, err := l.Version(ctx, id, to)
	if err != nil {
		return err
	}
	changes := diff.Between(old, newer)
	if len(changes) == 0 {
		return console.Nothing(fmt.Sprintf("nothing has changed between version %d and version %d", from, to))
	}
	if asJSON {
		for _, c := range changes {
			if err := f.JSONLine(changeRow{c.Kind, c.Part, c.Note, c.Section, c.Old, c.New, c.Block}); err != nil {
				return err
			}
		}
		return nil
	}
	return f.Write(func(w io.Writer) error { return writeDiff(w, newer.Title, from, to, changes) })
}

// writeDiff writes changes below the headings of their sections, with - before what was and + before what is.
func writeDiff(w io.Writer, title string, from, to int, changes []diff.Change) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nVersion %d → %d: %s.\n", title, from, to, diff.Summary(changes))
	section := "\x00"
	for _, c := range changes {
		if at := c.Section; at != section {
			section = at
			if at != "" && c.Part != diff.Heading {
				fmt.Fprintf(&b, "\n%s\n", at)
			}
		}
		label := ""
		switch {
		case c.Note != diff.NoNote:
			label = " (" + string(c.Note) + ")"
		case c.Part != diff.Sentence:
			label = " (" + string(c.Part) + ")"
		}
		b.WriteString("\n")
		if c.Old != "" {
			fmt.Fprintf(&b, "  - %s%s\n", c.Old, label)
		}
		if c.New != "" {
			fmt.Fprintf(&b, "  + %s%s\n", c.New, label)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
