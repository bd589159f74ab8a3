package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

	"lede/content/store/change"
	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/content/store/index"
	"lede/model"
	"lede/model/query"
)

// A store of a session holds what one run of the program lists: the files of a folder, say. Nothing in it has to
// outlive the run, so nothing waits for the disk. Each article is a row of its own, whatever it has in common with
// others, and rows stand in the order of their places. What the user does with the articles belongs to the library:
// see Marks and SetMarks.

// inOrder is a query whose order is written as this store has it.
func (s *Store) inOrder(q query.Query) query.Query {
	if s.db.Session && q.Sort == query.ByDate {
		q.Sort = index.ByPublished
	}
	return q
}

// List puts articles into a session at their places; one takes the place of an earlier one with its ID.
func (s *Store) List(ctx context.Context, articles ...draft.Ready) error {
	return s.db.Change(ctx, func(c *change.Change) error {
		drafts := make([]*draft.Draft, len(articles))
		for i := range articles {
			drafts[i] = &articles[i].Draft
		}
		// By growing row numbers, or the full-text index writes to its tables for each that goes.
		slices.SortFunc(drafts, func(a, b *draft.Draft) int { return cmp.Compare(b.Place, a.Place) })
		return c.PutAll(drafts, make([]model.Kept, len(articles)), func(int) bool { return false })
	})
}

// Unlist takes articles out of a session. What was done with them in it is not forgotten: one that is listed again
// is as it was.
func (s *Store) Unlist(ctx context.Context, ids ...model.ID) error {
	return s.db.Change(ctx, func(c *change.Change) error {
		var rows []int64
		err := c.Rows(`SELECT n, id FROM article WHERE id IN (SELECT value FROM json_each(?))`, []any{db.List(ids)},
			func(r *sql.Rows) error {
				var n int64
				var id model.ID
				err := r.Scan(&n, &id)
				rows, c.IDs = append(rows, n), append(c.IDs, id)
				return err
			})
		c.Texts = len(rows) > 0
		for _, n := range rows {
			if err == nil {
				err = c.Remove(n)
			}
		}
		return err
	})
}

// Marks are what the user did with an article: its status, and the topics that were added and taken away. The zero
// value is nothing.
type Marks struct {
	status model.Status
	placed int64
	tags   []change.Tag
}

// Marks returns what the user did with articles, whether they are in the library or not. Those that nothing was done
// with are left out.
func (s *Store) Marks(ctx context.Context, ids []model.ID) (map[model.ID]Marks, error) {
	all := make(map[model.ID]Marks)
	rows, err := s.db.Read.QueryContext(ctx, `SELECT id, read, starred, saved, block, line, percent, arrived, placed
		FROM status WHERE id IN (SELECT value FROM json_each(?))`, db.List(ids))
	if err != nil {
		return nil, db.Explain(err)
	}
	err = db.Each(rows, func(rows *sql.Rows) error {
		var id model.ID
		var m Marks
		var arrived int64
		st := &m.status
		err := rows.Scan(&id, &st.Read, &st.Starred, &st.Saved, &st.Place.Block, &st.Place.Line, &st.Percent,
			&arrived, &m.placed)
		if arrived > 0 {
			st.Arrived = time.Unix(arrived, 0).UTC()
		}
		all[id] = m
		return err
	})
	if err != nil {
		return nil, db.Explain(err)
	}
	return all, db.Explain(s.addTags(ctx, all, ids))
}

// addTags adds the tags of articles to their marks.
func (s *Store) addTags(ctx context.Context, all map[model.ID]Marks, ids []model.ID) error {
	rows, err := s.db.Read.QueryContext(ctx, `SELECT id, key, name, added FROM tag
		WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id, key`, db.List(ids))
	if err != nil {
		return err
	}
	return db.Each(rows, func(rows *sql.Rows) error {
		var id model.ID
		var t change.Tag
		err := rows.Scan(&id, &t.Key, &t.Name, &t.Added)
		m := all[id]
		m.tags = append(m.tags, t)
		all[id] = m
		return err
	})
}

// SetMarks gives articles of a session the marks that they have in the library. It is no step that Undo takes back.
func (s *Store) SetMarks(ctx context.Context, marks map[model.ID]Marks) error {
	return s.db.Change(ctx, func(c *change.Change) error {
		for id, m := range marks {
			if err := setMarks(c, id, m); err != nil {
				return err
			}
		}
		return nil
	})
}

func setMarks(c *change.Change, id model.ID, m Marks) error {
	s, arrived := m.status, int64(0)
	if !s.Arrived.IsZero() {
		arrived = s.Arrived.Unix()
	}
	c.IDs = append(c.IDs, id)
	err := c.Exec(`INSERT INTO status (id, read, starred, saved, block, line, percent, arrived, placed)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
		SET read = excluded.read, starred = excluded.starred, saved = excluded.saved, block = excluded.block,
			line = excluded.line,
			 percent = excluded.percent, arrived = excluded.arrived, placed = excluded.placed`,
		id, s.Read, s.Starred, s.Saved, s.Place.Block, s.Place.Line, s.Percent, arrived, m.placed)
	if err != nil {
		return err
	}
	return setTags(c, id, m.tags)
}

// setTags has an article tagged like this from now on: its topics are as it came with them, but for the tags.
func setTags(c *change.Change, id model.ID, tags []change.Tag) error {
	was, err := c.Tags(id)
	if err != nil || slices.Equal(was, tags) {
		return err
	}
	var n int64
	var text string
	if err := c.Row(`SELECT n, topics FROM article WHERE id = ?`, []any{id}, &n, &text); err != nil {
		return err
	}
	topics := codec.DecodeTopics(text)
	if err := c.Exec(`DELETE FROM tag WHERE id = ?`, id); err != nil {
		return err
	}
	for _, t := range tags {
		if err := c.KeepTag(id, t); err != nil {
			return err
		}
	}
	now, err := c.Tagged(id, untagged(topics, was))
	if err != nil {
		return err
	}
	return c.SetTopics(n, topics, now)
}

// untagged are topics without what tags made of them.
func untagged(topics []model.Topic, tags []change.Tag) []model.Topic {
	out := slices.Clone(topics)
	for _, t := range tags {
		if t.Added {
			out = slices.DeleteFunc(out, func(o model.Topic) bool {
				return o.From == model.Reader && o.Key == t.Key
			})
		} else {
			out = append(out, model.Topic{Key: t.Key, Name: t.Name, From: model.Inferred})
		}
	}
	return out
}

// Changed returns the number of the latest change, and the articles that those after an earlier one were about. all
// is set when too much has changed to say.
func (s *Store) Changed(ctx context.Context, since int64) (latest int64, ids []model.ID, all bool, err error) {
	err = s.db.Read.QueryRowContext(ctx, `SELECT revision FROM meta`).Scan(&latest)
	if err != nil || latest == since {
		return latest, nil, false, db.Explain(err)
	}
	rows, err := s.db.Read.QueryContext(ctx, `SELECT ids FROM recent WHERE revision > ? AND revision <= ?`, since, latest)
	if err != nil {
		return latest, nil, false, db.Explain(err)
	}
	steps := int64(0)
	err = db.Each(rows, func(rows *sql.Rows) error {
		some, known, err := db.ScanIDs(rows)
		steps, ids, all = steps+1, append(ids, some...), all || !known
		return err
	})
	return latest, ids, all || steps != latest-since, db.Explain(err)
}
