package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/store"
	"lede/model"
	"lede/model/figure"
	"lede/model/query"
)

// trashCommand lists what has been removed, or deletes it for good.
func (f libraryCommands) trashCommand() *cobra.Command {
	var o listing
	c := &cobra.Command{
		Use:   "trash [empty]",
		Short: fmt.Sprintf("List removed articles, which are deleted after %d days", store.TrashDays),
		Long: fmt.Sprintf(
			"trash lists what lede remove has taken out, the last removed first, with the day on which it is "+
				"deleted: %d days\n"+
				"later. lede restore brings articles back, and trash empty deletes all of them now.", store.TrashDays),
		Example: "lede trash",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return misused(fmt.Errorf("trash knows no %q: use trash, or trash empty", args[0]))
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return f.listTrash(c.Context(), o) },
	}
	o.flags(c)
	c.AddCommand(f.emptyCommand())
	return c
}

func (f libraryCommands) listTrash(ctx context.Context, o listing) error {
	limit, err := f.most(o, screenful)
	if err != nil {
		return err
	}
	l, err := f.existing()
	if err != nil {
		return err
	}
	n := 0
	for n < limit {
		rows, err := l.Trash(ctx, n, min(page, limit-n))
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := f.row(r, o.asJSON); err != nil {
				return err
			}
		}
		if n += len(rows); len(rows) == 0 {
			break
		}
	}
	if n == 0 {
		return nothingFound("the trash is empty")
	}
	return nil
}

// deletedOn is the day on which a removed article is deleted.
func deletedOn(r model.Row) string {
	return r.Status.Removed.AddDate(0, 0, store.TrashDays).Local().Format(time.DateOnly)
}

// emptied is the JSON of trash empty.
type emptied struct {
	Deleted int `json:"deleted"`
}

func (f libraryCommands) emptyCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "empty",
		Short:   "Delete all removed articles for good; lede undo does not bring them back",
		Example: "lede trash empty",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			l, err := f.existing()
			if err != nil {
				return err
			}
			n, err := l.EmptyTrash(c.Context())
			if err != nil {
				return err
			}
			if n == 0 {
				return nothingFound("the trash is empty")
			}
			return f.tell(asJSON, emptied{n}, "Deleted "+figure.Articles(n)+" for good. To free the disk space: lede db vacuum")
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// restoreCommand brings articles back out of the trash.
func (f libraryCommands) restoreCommand() *cobra.Command {
	asJSON, revision := false, 0
	c := &cobra.Command{
		Use:   "restore QUERY | ID…",
		Short: "Bring removed articles back, or an earlier text of one",
		Long: "restore brings articles back out of the trash; lede undo takes that back. With --revision it\n" +
			"makes an earlier text of an article the newest one.",
		Example: "lede restore site:courier",
	}
	jsonFlag(c, &asJSON)
	revisionFlag(c, &revision, "make the version `N` of an article its newest text")
	return about(c, func(ctx context.Context, words []string) error {
		if err := checkRevision(c, revision); err != nil {
			return err
		}
		if revision > 0 {
			return f.revert(ctx, c, words, revision, asJSON)
		}
		l, s, err := f.choose(ctx, c, words)
		if err != nil {
			return err
		}
		return f.restore(ctx, l, s, asJSON)
	})
}

func (f libraryCommands) restore(ctx context.Context, l *content.Library, s chosen, asJSON bool) error {
	ids := s.ids
	if !s.byID {
		q := s.query
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
	case n == 0 && s.byID:
		return nothingFound("it is not in the trash")
	case n == 0:
		return nothingFound("nothing in the trash matches")
	}
	return f.tell(asJSON, changed{len(ids), n}, "Restored "+figure.Articles(n)+".")
}

// orAnything is a condition that holds for anything in the place of none.
func orAnything(e query.Expr) query.Expr {
	if e == nil {
		return query.And{}
	}
	return e
}
