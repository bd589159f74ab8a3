package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"lede/ui/cli/terminal"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/export"
	"lede/model"
	"lede/model/clean"
	"lede/model/query"
	"lede/ui/render"
)

const (
	// page is how many rows are asked for at once.
	page = 1000
	// screenful is how many rows a terminal gets when no limit is set.
	screenful = 100
)

// listing are the flags of the commands that write rows.
type listing struct {
	limit  int
	asJSON bool
}

func (o *listing) flags(c *cobra.Command) {
	c.Flags().IntVar(&o.limit, "limit", -1, "write at most `N` rows; 0 is all of them, which a pipe gets anyway")
	c.Flags().BoolVar(&o.asJSON, "json", false, "write JSON Lines")
}

// most is how many rows a listing writes; usual is how many a terminal gets when no limit is set.
func (f *frame) most(o listing, usual int) (int, error) {
	switch {
	case o.limit < -1:
		return 0, misused(fmt.Errorf("the limit %d is less than 0", o.limit))
	case o.limit > 0:
		return o.limit, nil
	case o.limit < 0 && terminal.IsTerminal(f.stdout) && !o.asJSON:
		return usual, nil
	}
	return 1 << 40, nil
}

// listCommand writes rows of the library.
func (f libraryCommands) listCommand() *cobra.Command {
	var o listing
	c := &cobra.Command{
		Use:     "list [QUERY]",
		Short:   "List articles of the library, the newest first",
		Example: "lede list is:unread topic:tides since:2w",
	}
	o.flags(c)
	return about(c, func(ctx context.Context, words []string) error {
		q, err := f.query(words)
		if err != nil {
			return err
		}
		return f.listRows(ctx, q, o)
	})
}

func (f *frame) listRows(ctx context.Context, q query.Query, o listing) error {
	limit, err := f.most(o, screenful)
	if err != nil {
		return err
	}
	l, err := f.existing()
	if err != nil {
		return err
	}
	n, err := f.rows(ctx, l, q, limit, func(r model.Row) error { return f.row(r, o.asJSON) })
	switch {
	case err != nil:
		return err
	case n == 0:
		return f.none(ctx, l)
	case n == limit && o.limit < 0:
		if err := f.out.close(); err != nil {
			return err
		}
		_, _ = fmt.Fprintf(f.stderr, "These are the first %d. All of them: --limit 0\n", n)
	}
	return nil
}

// rows calls do for up to limit rows, in pages.
func (f *frame) rows(ctx context.Context, l *content.Library, q query.Query, limit int,
	do func(model.Row) error,
) (n int, err error) {
	for n < limit {
		rows, err := l.Find(ctx, q, n, min(page, limit-n))
		if err != nil || len(rows) == 0 {
			return n, err
		}
		for _, r := range rows {
			if err := do(r); err != nil {
				return n, err
			}
		}
		n += len(rows)
	}
	return n, nil
}

// none says that nothing matches, or that there is nothing yet.
func (f *frame) none(ctx context.Context, l *content.Library) error {
	if all, err := l.Count(ctx, query.Query{}); err == nil && all == 0 {
		return nothingFound("the library is empty; to keep articles: lede add FILE, FOLDER or URL")
	}
	return nothingFound("nothing in the library matches")
}

// row writes a row.
func (f *frame) row(r model.Row, asJSON bool) error {
	if asJSON {
		return f.jsonLine(export.JSONRow(r))
	}
	line := rowLine(r)
	if width, ok := terminal.Columns(f.stdout); ok {
		line = render.Truncate(line, width)
	}
	return f.lines([]string{line})
}

// rowLine is a row as text: ID, date, marks for unread (•) and starred (*), title, site, length, how far it was read.
func rowLine(r model.Row) string {
	date := "          "
	if !r.Published.IsZero() {
		date = model.Day(r.Published, time.Local).Format(time.DateOnly)
	}
	unread, star := "•", " "
	if r.Status.Read {
		unread = " "
	}
	if r.Status.Starred {
		star = "*"
	}
	parts := []string{r.Title}
	if r.Title == "" {
		parts[0] = "Untitled"
	}
	if r.Site != "" {
		parts = append(parts, r.Site)
	}
	if m := r.Minutes(); m > 0 {
		parts = append(parts, fmt.Sprintf("%d min", m))
	}
	if r.Status.Percent > 0 && !r.Status.Read {
		parts = append(parts, fmt.Sprintf("%d %%", r.Status.Percent))
	}
	if !r.Status.Removed.IsZero() {
		parts = append(parts, "deleted on "+deletedOn(r))
	}
	if r.Sources > 1 {
		parts = append(parts, fmt.Sprintf("%d sources", r.Sources))
	}
	return shortID(r.ID) + "  " + date + " " + unread + star + " " + strings.Join(parts, " · ")
}

// found is how many articles a search shows when no limit is set.
const found = 20

// searchCommand looks for words.
func (f libraryCommands) searchCommand() *cobra.Command {
	var o listing
	c := &cobra.Command{
		Use:     "search QUERY",
		Short:   "Search the library, the best match first, with the passage that matches",
		Example: "lede search storm surge site:courier",
	}
	o.flags(c)
	return about(c, func(ctx context.Context, words []string) error {
		if strings.TrimSpace(strings.Join(words, "")) == "" {
			return misused(fmt.Errorf("search needs words to look for; see lede search --help"))
		}
		q, err := f.query(words)
		if err != nil {
			return err
		}
		if q.Sort == "" {
			q.Sort = query.ByRelevance
		}
		return f.search(ctx, q, o)
	})
}

// match is a row of a search as JSON.
type match struct {
	export.Kept
	Snippet string   `json:"snippet,omitempty"`
	Marks   [][2]int `json:"marks,omitempty"` // bytes of the snippet that match: from and up to
}

func (f libraryCommands) search(ctx context.Context, q query.Query, o listing) error {
	limit, err := f.most(o, found)
	if err != nil {
		return err
	}
	if o.limit < 0 {
		limit = min(limit, page) // a rank says little after so many
	}
	l, err := f.existing()
	if err != nil {
		return err
	}
	n := 0
	for n < limit {
		rows, err := l.Find(ctx, q, n, min(100, limit-n))
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			break
		}
		ids := make([]model.ID, len(rows))
		for i, r := range rows {
			ids[i] = r.ID
		}
		snippets, err := l.Snippets(ctx, q, ids)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := f.match(r, snippetOf(snippets, r.ID), o.asJSON); err != nil {
				return err
			}
		}
		n += len(rows)
	}
	if n == 0 {
		return f.none(ctx, l)
	}
	return nil
}

func snippetOf(snippets []model.Snippet, id model.ID) model.Snippet {
	for _, s := range snippets {
		if s.ID == id {
			return s
		}
	}
	return model.Snippet{}
}

func (f libraryCommands) match(r model.Row, s model.Snippet, asJSON bool) error {
	if asJSON {
		return f.jsonLine(match{export.JSONRow(r), s.Text, s.Marks})
	}
	if err := f.row(r, false); err != nil || s.Text == "" {
		return err
	}
	_, err := io.WriteString(f.out, strings.Repeat(" ", idDigits+2)+f.lit(s)+"\n")
	return err
}

// lit is a snippet with its matches in bold, where the terminal knows that. All its text is clean.
func (f libraryCommands) lit(s model.Snippet) string {
	bold, plain := "\x1b[1m", "\x1b[0m"
	if f.plainOnly() {
		bold, plain = "", ""
	}
	var b strings.Builder
	at := 0
	for _, m := range s.Marks {
		if m[0] < at || m[1] < m[0] || m[1] > len(s.Text) {
			continue
		}
		b.WriteString(clean.Text(s.Text[at:m[0]]) + bold + clean.Text(s.Text[m[0]:m[1]]) + plain)
		at = m[1]
	}
	return b.String() + clean.Text(s.Text[at:])
}

// dumb reports whether the terminal knows no more than lines.
func dumb() bool {
	name := os.Getenv("TERM")
	return name == "" || name == "dumb"
}
