package change

import "lede/model"

// keepTags notes the reader's own topics, but for those that the reader has taken away.
func (c *Change) keepTags(id model.ID, topics []model.Topic) error {
	for _, t := range topics {
		if t.From != model.Reader || t.Key == "" {
			continue
		}
		err := c.Exec(`INSERT INTO tag (id, key, name, added) VALUES (?, ?, ?, 1) ON CONFLICT (id, key) DO NOTHING`, id,
			t.Key, t.Name)
		if err != nil {
			return err
		}
	}
	return nil
}

// Restore adds what the user did with an article elsewhere to its status: marks are added, and a place and a time of
// arrival are taken where there is none.
func (c *Change) Restore(id model.ID, s model.Status) error {
	plain := model.Status{Saved: s.Saved}
	if s == plain {
		return nil
	}
	arrived := int64(0)
	if !s.Arrived.IsZero() {
		arrived = s.Arrived.Unix()
	}
	return c.Exec(`UPDATE status SET read = max(read, ?), starred = max(starred, ?), saved = max(saved, ?),
		arrived = CASE WHEN ?4 > 0 AND ?4 < arrived THEN ?4 ELSE arrived END,
		block = CASE WHEN percent = 0 AND block = 0 THEN ?5 ELSE block END, line = CASE WHEN percent = 0
			AND block = 0 THEN ?6 ELSE line END,
		percent = max(percent, ?7) WHERE id = ?8`,
		s.Read, s.Starred, s.Saved, arrived, s.Place.Block, s.Place.Line, s.Percent, id)
}
