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

// look asks for all that is concluded from. What comes after an error is not asked for. The sets come before the
// feeds: when somebody unsubscribes from a feed meanwhile, its entries may be in no set though nobody has marked them,
// but the list of feeds without it has them left alone.
func (s *Sync) look(ctx context.Context) (*sight, error) {
	seen := &sight{}
	var err error
	if seen.turn, err = s.Shelf.Turn(ctx, s.Account); err != nil {
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
	feeds, err := s.Service.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	if seen.feeds, err = s.sane(feeds); err != nil {
		return nil, err
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
