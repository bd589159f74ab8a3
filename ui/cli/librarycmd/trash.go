package librarycmd

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/store"
	"lede/model"
	"lede/model/figure"
	"lede/model/query"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// trashCommand lists what has been removed, or deletes it for good.
func (f commands) trashCommand() *cobra.Command {
	var o frame.Listing
	c := &cobra.Command{
		Use:   "trash [empty]",
		Short: fmt.Sprintf("List removed articles, which are deleted after %d days", store.TrashDays),
		Long: fmt.Sprintf(
			"trash lists what lede remove has taken out, the last removed first, with the day on which it is "+
				"deleted: %d days\n"+
				"later. lede restore brings articles back, and trash empty deletes all of them now.", store.TrashDays),
		Example: "lede trash",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return frame.Unknown(c, args)
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return f.listTrash(c.Context(), o) },
	}
	o.Flags(c)
	c.AddCommand(f.emptyCommand())
	return c
}

func (f commands) listTrash(ctx context.Context, o frame.Listing) error {
	limit, err := f.Most(o, frame.ScreenRows)
	if err != nil {
		return err
	}
	l, err := f.Existing()
	if err != nil {
		return err
	}
	n := 0
	for n < limit {
		rows, err := l.Trash(ctx, n, min(frame.PageRows, limit-n))
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := f.Row(r, o.AsJSON); err != nil {
				return err
			}
		}
		if n += len(rows); len(rows) == 0 {
			break
		}
	}
	if n == 0 {
		return console.Nothing("the trash is empty")
	}
	return nil
}

// emptied is the JSON of trash empty.
type emptied struct {
	Deleted int `json:"deleted"`
}

func (f commands) emptyCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "empty",
		Short:   "Delete all removed articles for good; lede undo does not bring them back",
		Example: "lede trash empty",
		Args:    frame.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			l, err := f.Existing()
			if err != nil {
				return err
			}
			n, err := l.EmptyTrash(c.Context())
			if err != nil {
				return err
			}
			if n == 0 {
				return console.Nothing("the trash is empty")
			}
			return f.Tell(asJSON, emptied{n}, "Deleted "+figure.Articles(n)+" for good. To free the disk space: lede db vacuum")
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}

// restoreCommand brings articles back out of the trash.
func (f commands) restoreCommand() *cobra.Command {
	asJSON, revision := false, 0
	c := &cobra.Command{
		Use:   "restore QUERY | ID…",
		Short: "Bring removed articles back, or an earlier text of one",
		Long: "restore brings articles back out of the trash; lede undo takes that back. With --revision it\n" +
			"makes an earlier text of an article the newest one.",
		Example: "lede restore site:courier",
	}
	frame.JSONFlag(c, &asJSON)
	frame.RevisionFlag(c, &revision, "make the version `N` of an article its newest text")
	return frame.About(c, func(ctx context.Context, words []string) error {
		if err := frame.CheckRevision(c, revision); err != nil {
			return err
		}
		if revision > 0 {
			return f.revert(ctx, c, words, revision, asJSON)
		}
		l, s, err := f.Choose(ctx, c, words)
		if err != nil {
			return err
		}
		return f.restore(ctx, l, s, asJSON)
	})
}

func (f commands) restore(ctx context.Context, l *content.Library, s frame.Chosen, asJSON bool) error {
	ids := s.IDs
	if !s.ByID {
		q := s.Query
		q.Expr = query.And{query.Is{State: query.Removed}, orAnything(q.Expr)}
		var err error
		if ids, err = l.IDs(ctx, q); err != nil {
			return err
		}
	}
	no := false
	n, err := l.Mark(ctx, "restore "+figure.Articles(len(ids)), ids, model.StatusChange{Removed: &no})
	switch {
	case err != nil:
		return err
	case n == 0 && s.ByID:
		return console.Nothing("it is not in the trash")
	case n == 0:
		return console.Nothing("nothing in the trash matches")
	}
	return f.Tell(asJSON, changed{len(ids), n}, "Restored "+figure.Articles(n)+".")
}

// orAnything is a condition that holds for anything in the place of none.
func orAnything(e query.Expr) query.Expr {
	if e == nil {
		return query.And{}
	}
	return e
}

// revert makes an earlier text of an article its newest.
func (f commands) revert(ctx context.Context, c *cobra.Command, words []string, revision int, asJSON bool) error {
	if len(words) != 1 {
		return console.Misused(fmt.Errorf("restore --revision needs the ID of one article"))
	}
	l, id, err := f.One(ctx, c, words[0])
	if err != nil {
		return err
	}
	if err := l.Revert(ctx, id, revision); err != nil {
		return err
	}
	return f.Tell(asJSON, changed{1, 1},
		fmt.Sprintf("Version %d is the newest text again. The one before is kept, too: lede versions %s", revision,
			frame.ShortID(id)))
}
