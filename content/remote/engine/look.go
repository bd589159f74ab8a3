package engine

import (
	"context"

	"lede/content/remote"
	"lede/content/store/ledger"
)

// sight is what the server says before anything of it is taken over.
type sight struct {
	turn    int64
	feeds   []ledger.Feed
	sets    ledger.Sets
	flips   []ledger.Flip
	unknown []string
	first   remote.News
}

// look asks for all that is concluded from. What comes after an error is not asked for.
func (s *Sync) look(ctx context.Context) (*sight, error) {
	seen := &sight{}
	var err error
	if seen.turn, err = s.Shelf.Turn(ctx, s.Account); err != nil {
		return nil, err
	}
	feeds, err := s.Service.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	if seen.feeds, err = s.sane(feeds); err != nil {
		return nil, err
	}
	unread, err := s.Service.Unread(ctx)
	if err != nil {
		return nil, err
	}
	starred, err := s.Service.Starred(ctx)
	if err != nil {
		return nil, err
	}
	seen.sets = ledger.Sets{Unread: set(unread), Starred: set(starred)}
	if seen.sets.Unread[""] || seen.sets.Starred[""] {
		return nil, s.senseless("names entries without IDs")
	}
	since, err := s.Shelf.Cursor(ctx, s.Account)
	if err != nil {
		return nil, err
	}
	if seen.first, err = s.Service.News(ctx, remote.Cursor(since)); err != nil {
		return nil, err
	}
	return seen, s.compare(ctx, seen)
}

func (s *Sync) compare(ctx context.Context, seen *sight) error {
	d, err := s.Shelf.Compare(ctx, s.Account, seen.sets)
	seen.flips, seen.unknown = d.Flips, d.Unknown
	return err
}

// sane returns the feeds as the books have them, unless they make no sense.
func (s *Sync) sane(feeds []remote.Feed) ([]ledger.Feed, error) {
	all, met := make([]ledger.Feed, len(feeds)), make(map[remote.FeedID]bool, len(feeds))
	for i, f := range feeds {
		if f.ID == "" || met[f.ID] {
			return nil, s.senseless("lists a feed twice, or one without an ID")
		}
		met[f.ID], all[i] = true, bookFeed(f)
	}
	return all, nil
}

func bookFeed(f remote.Feed) ledger.Feed {
	return ledger.Feed{
		Remote: string(f.ID), Address: f.Address, Title: f.Title, Site: f.Site, Folder: f.Folder, Problem: f.Problem,
	}
}

func set(ids []remote.EntryID) map[string]bool {
	all := make(map[string]bool, len(ids))
	for _, id := range ids {
		all[string(id)] = true
	}
	return all
}

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
	if err != nil || !back {
		return err
	}
	if err := s.Shelf.Forget(ctx, s.Account); err != nil {
		return err
	}
	s.note("The server has been set back to an earlier state: what you did since then is kept and sent again.")
	if seen.turn, err = s.Shelf.Turn(ctx, s.Account); err != nil {
		return err
	}
	if seen.first, err = s.Service.News(ctx, ""); err != nil {
		return err
	}
	return s.compare(ctx, seen)
}

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
		if hash, asked := newest[string(e.ID)]; asked && hash == e.Hash {
			return false, nil
		}
	}
	return true, nil
}
