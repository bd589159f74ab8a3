package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"

	"lede/model"
	"lede/model/query"
)

// Ready is an article and what the reader did with it, made ready to be kept.
type Ready struct {
	draft
	status model.Status
}

// Prepare makes a record ready for Restore. It does most of the work and may be called by several goroutines at once.
func Prepare(r model.Record) (Ready, error) {
	d, err := newDraft(r.Article)
	if err != nil {
		return Ready{}, fmt.Errorf("keep %q: %w", r.Article.Title, err)
	}
	d.record, d.again = true, true
	return Ready{d, r.Status}, nil
}

// Fetched is the record when its text has just been fetched: an earlier text of an article that is the page's again
// becomes the newest once more. The text of a record that is not fetched, of a file or an export, may be older than
// the one that is kept.
func (r Ready) Fetched() Ready {
	r.again = false
	return r
}

// Restore is Put for articles that bring their statuses along. Marks are added to those that the library has; a place
// and a time of arrival are taken where it has none. Topics of the reader count as added by hand.
func (s *Store) Restore(ctx context.Context, records ...Ready) ([]model.Kept, error) {
	kept := make([]model.Kept, len(records))
	err := s.db.change(ctx, func(c *change) error {
		drafts := make([]*draft, len(records))
		for i := range records {
			drafts[i] = &records[i].draft
		}
		if err := c.putAll(drafts, kept, func(i int) bool { return records[i].status.Saved }); err != nil {
			return err
		}
		for i := range records {
			if err := c.restore(kept[i].ID, records[i].status); err != nil {
				return fmt.Errorf("keep %q: %w", records[i].Title, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}

// keepTags notes the reader's own topics, but for those that the reader has taken away.
func (c *change) keepTags(id model.ID, topics []model.Topic) error {
	for _, t := range topics {
		if t.From != model.Reader || t.Key == "" {
			continue
		}
		err := c.exec(`INSERT INTO tag (id, key, name, added) VALUES (?, ?, ?, 1) ON CONFLICT (id, key) DO NOTHING`, id,
			t.Key, t.Name)
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *change) restore(id model.ID, s model.Status) error {
	plain := model.Status{Saved: s.Saved}
	if s == plain {
		return nil
	}
	arrived := int64(0)
	if !s.Arrived.IsZero() {
		arrived = s.Arrived.Unix()
	}
	return c.exec(`UPDATE status SET read = max(read, ?), starred = max(starred, ?), saved = max(saved, ?),
		arrived = CASE WHEN ?4 > 0 AND ?4 < arrived THEN ?4 ELSE arrived END,
		block = CASE WHEN percent = 0 AND block = 0 THEN ?5 ELSE block END, line = CASE WHEN percent = 0
			AND block = 0 THEN ?6 ELSE line END,
		percent = max(percent, ?7) WHERE id = ?8`,
		s.Read, s.Starred, s.Saved, arrived, s.Place.Block, s.Place.Line, s.Percent, id)
}

// IDs returns the IDs of all articles that the query asks for, in its order, those that are folded into others too.
func (s *Store) IDs(ctx context.Context, q query.Query) ([]model.ID, error) {
	var ids []model.ID
	q = s.inOrder(q)
	q.Fold = false
	ok, err := s.ask(ctx, deep(q, math.MaxInt), q.Expr, func(a asked) error {
		slots, _, err := a.slots(q, 0, math.MaxInt)
		for _, i := range slots {
			ids = append(ids, a.idOf(i))
		}
		return err
	})
	if ok || err != nil {
		return ids, err
	}
	c, err := s.compiler(ctx, q.Expr)
	if err != nil {
		return nil, explain(err)
	}
	query, args := c.selects(`a.id`, q)
	rows, err := s.db.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, explain(err)
	}
	err = each(rows, func(rows *sql.Rows) error {
		var id model.ID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	return ids, explain(err)
}
