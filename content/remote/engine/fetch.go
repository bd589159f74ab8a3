package engine

import (
	"context"
	"slices"

	"lede/content/remote"
	"lede/content/store/ledger"
)

// mostPages is how many pages of news a server may have in one sync.
const mostPages = 10000

// news takes over what has arrived, page by page: each page with how far it goes.
func (s *Sync) news(ctx context.Context, seen *sight) error {
	page, at := seen.first, remote.Cursor("")
	for range mostPages {
		s.tell(fetching)
		if err := s.page(ctx, page); err != nil {
			return err
		}
		if !page.More {
			return nil
		}
		if page.Next == at {
			break
		}
		at = page.Next
		var err error
		if page, err = s.Service.News(ctx, at); err != nil {
			return err
		}
	}
	return s.senseless("has news without an end")
}

// page takes over one page of news. How far it goes is noted with its last entries.
func (s *Sync) page(ctx context.Context, page remote.News) error {
	hashes := make(map[string]string, len(page.IDs))
	for _, id := range page.IDs {
		hashes[string(id)] = ""
	}
	for _, e := range page.Entries {
		hashes[string(e.ID)] = e.Hash
	}
	if _, nameless := hashes[""]; nameless {
		return s.senseless("sends entries without IDs")
	}
	unmet, err := s.Shelf.Unmet(ctx, s.Account, hashes)
	if err != nil {
		return err
	}
	entries := slices.DeleteFunc(slices.Clone(page.Entries), func(e remote.Entry) bool { return !unmet[string(e.ID)] })
	for _, e := range entries {
		delete(unmet, string(e.ID))
	}
	if err := s.fetch(ctx, unmet); err != nil {
		return err
	}
	return s.keep(ctx, entries, &page.Next)
}

// missing fetches what is unread or starred and has not come as news.
func (s *Sync) missing(ctx context.Context, ids []string) error {
	hashes := make(map[string]string, len(ids))
	for _, id := range ids {
		hashes[id] = ""
	}
	unmet, err := s.Shelf.Unmet(ctx, s.Account, hashes)
	if err != nil {
		return err
	}
	return s.fetch(ctx, unmet)
}

// again fetches what is unread again where that alone may show that an entry was edited.
func (s *Sync) again(ctx context.Context, seen *sight) error {
	ids := map[string]bool{}
	for _, f := range seen.flips {
		if f.Kind == ledger.KindRead && !f.On && !seen.first.Edited && len(ids) < remote.MaxBatch {
			ids[f.Remote] = true
		}
	}
	return s.fetch(ctx, ids)
}

// fetch fetches entries by their IDs, as many at once as a server gives, and keeps them. Those that the server no
// longer has are passed over.
func (s *Sync) fetch(ctx context.Context, ids map[string]bool) error {
	all := make([]remote.EntryID, 0, len(ids))
	for id := range ids {
		all = append(all, remote.EntryID(id))
	}
	slices.Sort(all)
	s.step.Total = s.step.Done + len(all)
	for batch := range slices.Chunk(all, remote.MaxBatch) {
		s.tell(fetching)
		entries, err := s.Service.Entries(ctx, batch)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if !ids[string(e.ID)] {
				return s.senseless("sends entries that nobody has asked for")
			}
		}
		if err := s.keep(ctx, entries, nil); err != nil {
			return err
		}
	}
	return nil
}

// keep keeps entries. When one is of a feed that is not known, the feeds are asked for again: it has come meanwhile.
func (s *Sync) keep(ctx context.Context, entries []remote.Entry, cursor *remote.Cursor) error {
	if s.strange(entries) {
		turn, err := s.Shelf.Turn(ctx, s.Account)
		if err != nil {
			return err
		}
		feeds, err := s.Service.Feeds(ctx)
		if err != nil {
			return err
		}
		sane, err := s.sane(feeds)
		if err != nil {
			return err
		}
		if err := s.follow(ctx, turn, sane); err != nil {
			return err
		}
	}
	added, changed, err := s.Shelf.Keep(ctx, s.Account, entries, cursor)
	s.step.New, s.step.Changed = s.step.New+added, s.step.Changed+changed
	s.step.Done += len(entries)
	return err
}

func (s *Sync) strange(entries []remote.Entry) bool {
	return slices.ContainsFunc(entries, func(e remote.Entry) bool { return s.feeds[string(e.Feed)] == "" })
}
