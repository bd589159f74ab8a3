package frame

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/export"
	"lede/content/store"
	"lede/model"
	"lede/model/query"
	"lede/ui/cli/console"
	"lede/ui/cli/terminal"
	"lede/ui/render"
)

const (
	// PageRows is how many rows are asked for at once.
	PageRows = 1000
	// HitRows is how many articles a search shows when no limit is set.
	HitRows = 20
	// ScreenRows is how many rows a terminal gets when no limit is set.
	ScreenRows = 100
)

// Listing are the flags of the commands that write rows.
type Listing struct {
	Limit  int
	AsJSON bool
}

// Flags gives a command the flags.
func (o *Listing) Flags(c *cobra.Command) {
	c.Flags().IntVar(&o.Limit, "limit", -1, "write at most `N` rows; 0 is all of them, which a pipe gets anyway")
	c.Flags().BoolVar(&o.AsJSON, "json", false, "write JSON Lines")
}

// Most is how many rows a listing writes; usual is how many a terminal gets when no limit is set.
func (f *Frame) Most(o Listing, usual int) (int, error) {
	switch {
	case o.Limit < -1:
		return 0, console.Misused(fmt.Errorf("the limit %d is less than 0", o.Limit))
	case o.Limit > 0:
		return o.Limit, nil
	case o.Limit < 0 && terminal.IsTerminal(f.Stdout) && !o.AsJSON:
		return usual, nil
	}
	return 1 << 40, nil
}

// ListRows writes the rows that a query asks for.
func (f *Frame) ListRows(ctx context.Context, q query.Query, o Listing) error {
	limit, err := f.Most(o, ScreenRows)
	if err != nil {
		return err
	}
	l, err := f.Existing()
	if err != nil {
		return err
	}
	n, err := f.rows(ctx, l, q, limit, func(r model.Row) error { return f.Row(r, o.AsJSON) })
	switch {
	case err != nil:
		return err
	case n == 0:
		return f.None(ctx, l)
	case n == limit && o.Limit < 0:
		if err := f.Out.Close(); err != nil {
			return err
		}
		_, _ = fmt.Fprintf(f.Stderr, "These are the first %d. All of them: --limit 0\n", n)
	}
	return nil
}

// rows calls do for up to limit rows, in pages.
func (f *Frame) rows(ctx context.Context, l *content.Library, q query.Query, limit int,
	do func(model.Row) error,
) (n int, err error) {
	for n < limit {
		rows, err := l.Find(ctx, q, n, min(PageRows, limit-n))
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

// None says that nothing matches, or that there is nothing yet.
func (f *Frame) None(ctx context.Context, l *content.Library) error {
	if all, err := l.Count(ctx, query.Query{}); err == nil && all == 0 {
		if accounts, err := l.Accounts(ctx); err == nil && len(accounts) > 0 {
			return console.Nothing("the library is empty; to bring the articles of your accounts: lede sync")
		}
		return console.Nothing("the library is empty; to keep articles: lede add FILE, FOLDER or URL")
	}
	return console.Nothing("nothing in the library matches")
}

// Row writes a row.
func (f *Frame) Row(r model.Row, asJSON bool) error {
	if asJSON {
		return f.JSONLine(export.JSONRow(r))
	}
	line := rowLine(r)
	if width, ok := terminal.Columns(f.Stdout); ok {
		line = render.Truncate(line, width)
	}
	return f.Lines([]string{line})
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
	return ShortID(r.ID) + "  " + date + " " + unread + star + " " + strings.Join(parts, " · ")
}

// deletedOn is the day on which a removed article is deleted.
func deletedOn(r model.Row) string {
	return r.Status.Removed.AddDate(0, 0, store.TrashDays).Local().Format(time.DateOnly)
}
