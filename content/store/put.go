package store

import (
	"context"
	"fmt"

	"lede/content/store/change"
	"lede/content/store/draft"
	"lede/model"
)

// Put keeps articles in one transaction and tells, in their order, what became of each.
//
// A newer text of an article that the library has, by its ID or its address, takes the place of the text before,
// which stays as an earlier version. A text that is unlike it (see diff.Relate) is an article of its own, whatever it
// says that it is. When the library has the same text under another ID the older one stays, with its status, and gets
// the topics that it did not have. The topics that the reader has added or taken away stay so. saved tells that the
// reader keeps the articles by hand: they come out of the trash.
func (s *Store) Put(ctx context.Context, saved bool, articles ...model.Article) ([]model.Kept, error) {
	kept := make([]model.Kept, len(articles))
	drafts := make([]*draft.Draft, len(articles))
	for i, a := range articles {
		d, err := draft.New(a)
		if err != nil {
			return nil, fmt.Errorf("keep %q: %w", a.Title, err)
		}
		drafts[i] = &d
	}
	err := s.db.Change(ctx, func(c *change.Change) error {
		return c.PutAll(drafts, kept, func(int) bool { return saved })
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}
