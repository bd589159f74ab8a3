package librarycmd

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lede/content/export"
	"lede/model"
	"lede/model/clean"
	"lede/model/query"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// listCommand writes rows of the library.
func (f commands) listCommand() *cobra.Command {
	var o frame.Listing
	c := &cobra.Command{
		Use:     "list [QUERY]",
		Short:   "List articles of the library, the newest first",
		Example: "lede list is:unread topic:tides since:2w",
	}
	o.Flags(c)
	return frame.About(c, func(ctx context.Context, words []string) error {
		q, err := f.Query(words)
		if err != nil {
			return err
		}
		return f.ListRows(ctx, q, o)
	})
}

// searchCommand looks for words.
func (f commands) searchCommand() *cobra.Command {
	var o frame.Listing
	c := &cobra.Command{
		Use:     "search QUERY",
		Short:   "Search the library, the best match first, with the passage that matches",
		Example: "lede search storm surge site:courier",
	}
	o.Flags(c)
	return frame.About(c, func(ctx context.Context, words []string) error {
		if strings.TrimSpace(strings.Join(words, "")) == "" {
			return console.Misused(fmt.Errorf("search needs words to look for; see lede search --help"))
		}
		q, err := f.Query(words)
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

func (f commands) search(ctx context.Context, q query.Query, o frame.Listing) error {
	limit, err := f.Most(o, frame.HitRows)
	if err != nil {
		return err
	}
	if o.Limit < 0 {
		limit = min(limit, frame.PageRows) // a rank says little after so many
	}
	l, err := f.Existing()
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
			if err := f.match(r, snippetOf(snippets, r.ID), o.AsJSON); err != nil {
				return err
			}
		}
		n += len(rows)
	}
	if n == 0 {
		return f.None(ctx, l)
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

func (f commands) match(r model.Row, s model.Snippet, asJSON bool) error {
	if asJSON {
		return f.JSONLine(match{export.JSONRow(r), s.Text, s.Marks})
	}
	if err := f.Row(r, false); err != nil || s.Text == "" {
		return err
	}
	_, err := io.WriteString(f.Out, strings.Repeat(" ", frame.IDDigits+2)+f.lit(s)+"\n")
	return err
}

// lit is a snippet with its matches in bold, where the terminal knows that. All its text is clean.
func (f commands) lit(s model.Snippet) string {
	bold, plain := "\x1b[1m", "\x1b[0m"
	if f.PlainOnly() {
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
