package engine

import (
	"context"
	"slices"

	"lede/content/remote"
	"lede/content/store/ledger"
)

// canaries is how many of the newest entries must all be gone from a server to take it for one that was set back.
const canaries = 2

// settle finds out whether a server that takes marks back, or has lost feeds or its newest entry, was set back to an
// earlier state. Then its IDs may stand for other entries: they are forgotten, and what is here and what is there are
// joined as at the first sync, so that nothing that was done here is taken back.
func (s *Sync) settle(ctx context.Context, seen *sight) error {
	lost, of, err := s.Shelf.Lost(ctx, s.Account, seen.feeds)
	if err != nil || len(seen.feeds) == 0 && of > 1 {
		return err // follow says what is wrong
	}
	if lost == 0 && !seen.first.Back && !takesBack(seen.flips) {
		return nil
	}
	back, err := s.wasSetBack(ctx, seen.feeds)
	if err == nil && back {
		back, err = s.stillSetBack(ctx)
	}
	if err != nil || !back {
		return err
	}
	if err := s.anew(ctx); err != nil {
		return err
	}
	if seen.turn, err = s.Shelf.Turn(ctx, s.Account); err != nil {
		return err
	}
	if seen.first, err = s.Service.News(ctx, ""); err != nil {
		return err
	}
	return s.compare(ctx, seen)
}

// anew forgets what the server called feeds and entries, so that what is here and what is there are joined.
func (s *Sync) anew(ctx context.Context) error {
	if err := s.Shelf.Forget(ctx, s.Account); err != nil {
		return err
	}
	s.note("The server has been set back to an earlier state: what you did since then is kept and sent again.")
	return nil
}

// guard looks, before marks are sent, whether the server was set back: they might meet other entries, or be lost with
// those that it has no more.
func (s *Sync) guard(ctx context.Context) error {
	items, err := s.Shelf.Outbox(ctx, s.Account)
	if err != nil || !slices.ContainsFunc(items, isMark) {
		return err
	}
	ids, err := s.Shelf.Feeds(ctx, s.Account)
	if err != nil {
		return err
	}
	var known []ledger.Feed
	for id := range ids {
		known = append(known, ledger.Feed{Remote: id})
	}
	back, err := s.wasSetBack(ctx, known)
	if err == nil && back {
		back, err = s.stillSetBack(ctx)
	}
	if err != nil || !back {
		return err
	}
	return s.anew(ctx)
}

// stillSetBack is wasSetBack by the feeds that the server has now: entries may have gone with their feeds.
func (s *Sync) stillSetBack(ctx context.Context) (bool, error) {
	feeds, err := s.Service.Feeds(ctx)
	if err != nil {
		return false, err
	}
	there, err := s.sane(feeds)
	if err != nil {
		return false, err
	}
	return s.wasSetBack(ctx, there)
}

func isMark(it ledger.Item) bool { return it.Kind == ledger.KindRead || it.Kind == ledger.KindStarred }

// takesBack reports whether any mark has gone.
func takesBack(flips []ledger.Flip) bool {
	for _, f := range flips {
		if !f.On {
			return true
		}
	}
	return false
}

// wasSetBack reports whether the server no longer has any of the entries that have come last, or others in their
// places. Those of feeds that it no longer has say nothing.
func (s *Sync) wasSetBack(ctx context.Context, feeds []ledger.Feed) (bool, error) {
	newest, err := s.Shelf.Newest(ctx, s.Account, feeds, canaries)
	if err != nil || len(newest) == 0 {
		return false, err
	}
	ids := make([]remote.EntryID, 0, len(newest))
	for id := range newest {
		ids = append(ids, remote.EntryID(id))
	}
	there, err := s.Service.Entries(ctx, ids)
	if err != nil {
		return false, err
	}
	for _, e := range there {
		if was, asked := newest[string(e.ID)]; asked && (was.Hash == e.Hash || e.Lasting && was.GUID == e.Item.ID) {
			return false, nil
		}
	}
	return true, nil
}
