package cli

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
)

// revisionFlag gives a command the flag --revision.
func revisionFlag(c *cobra.Command, revision *int, use string) {
	c.Flags().IntVar(revision, "revision", 0, use)
}

func checkRevision(c *cobra.Command, revision int) error {
	if c.Flags().Changed("revision") && revision < 1 {
		return misused(fmt.Errorf("the version %d is less than 1", revision))
	}
	return nil
}

// one finds the one article of the library that a command names.
func (f *frame) one(ctx context.Context, c *cobra.Command, ref string) (*content.Library, model.ID, error) {
	l, err := f.existing()
	if err != nil {
		return nil, "", err
	}
	if !model.IsIDPrefix(ref) {
		return nil, "", misused(fmt.Errorf("%s needs the ID of an article of the library; lede list shows them", c.Name()))
	}
	s, err := f.chooseIn(ctx, l, c, []string{ref})
	if err != nil {
		return nil, "", err
	}
	return l, s.ids[0], nil
}

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
func (f articleCommands) versionsCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:   "versions ID",
		Short: "List the texts that an article has had, the oldest first",
		Long: "A page that has changed when it is opened or added again becomes the newest version of its\n" +
			"article. The texts before stay: lede show --revision N shows one, lede diff what changed between\n" +
			"two, lede restore --revision N makes one the newest.",
		Example: "lede versions 5eec64cc15",
		Args:    oneRef,
		RunE: func(c *cobra.Command, args []string) error {
			l, id, err := f.one(c.Context(), c, args[0])
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
	jsonFlag(c, &asJSON)
	return c
}

func (f articleCommands) version(v model.Version, asJSON bool) error {
	row := versionRow{Revision: v.Revision, Title: v.Title, Words: v.Words, Newest: v.Newest, Seen: v.Seen}
	came := "                "
	if !v.Came.IsZero() {
		row.Came, came = v.Came.Format(time.RFC3339), v.Came.Local().Format("2006-01-02 15:04")
	}
	if asJSON {
		return f.jsonLine(row)
	}
	parts := []string{v.Title, figure.Number(v.Words) + " words"}
	if v.Seen {
		parts = append(parts, "read last")
	}
	return f.lines([]string{fmt.Sprintf("%4d  %s  %s", v.Revision, came, strings.Join(parts, " · "))})
}

// diffCommand writes what has changed between two texts of an article.
func (f articleCommands) diffCommand() *cobra.Command {
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
				return misused(fmt.Errorf("diff needs the ID of an article, and at most two numbers; see lede diff --help"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			l, id, err := f.one(c.Context(), c, args[0])
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
	jsonFlag(c, &asJSON)
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
			return 0, 0,
				misused(fmt.Errorf("%q is not the number of a version; lede versions %s lists them", args[i], shortID(id)))
		}
	}
	if from == 0 {
		return 0, 0, nothingFound("the article has not changed since it came into the library")
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

func (f articleCommands) diff(ctx context.Context, l *content.Library, id model.ID, from, to int, asJSON bool) error {
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
		return nothingFound(fmt.Sprintf("nothing has changed between version %d and version %d", from, to))
	}
	if asJSON {
		for _, c := range changes {
			if err := f.jsonLine(changeRow{c.Kind, c.Part, c.Note, c.Section, c.Old, c.New, c.Block}); err != nil {
				return err
			}
		}
		return nil
	}
	return f.write(func(w io.Writer) error { return writeDiff(w, newer.Title, from, to, changes) })
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

// revert makes an earlier text of an article its newest.
func (f libraryCommands) revert(ctx context.Context, c *cobra.Command, words []string, revision int, asJSON bool) error {
	if len(words) != 1 {
		return misused(fmt.Errorf("restore --revision needs the ID of one article"))
	}
	l, id, err := f.one(ctx, c, words[0])
	if err != nil {
		return err
	}
	if err := l.Revert(ctx, id, revision); err != nil {
		return err
	}
	return f.tell(asJSON, changed{1, 1},
		fmt.Sprintf("Version %d is the newest text again. The one before is kept, too: lede versions %s", revision,
			shortID(id)))
}

// revision reads an earlier text of an article.
func (f articleCommands) revision(ctx context.Context, c *cobra.Command, ref string, revision int) (model.Article, error) {
	l, id, err := f.one(ctx, c, ref)
	if err != nil {
		return model.Article{}, err
	}
	return l.Version(ctx, id, revision)
}

// shown reads what show writes.
func (f articleCommands) shown(c *cobra.Command, ref string, revision int) (model.Article, error) {
	if revision > 0 {
		return f.revision(c.Context(), c, ref, revision)
	}
	config, err := f.settings()
	if err != nil {
		return model.Article{}, err
	}
	return f.library(nil, config).Read(c.Context(), ref)
}
