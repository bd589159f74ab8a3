// Package engine makes a library and a server agree, in the order that cannot lose: what the user has done is sent;
// then come the whole set of unread entries, the whole set of starred ones, the feeds, and what has arrived; then what
// is missing. Nothing is concluded from half a set, what still waits to be sent is left as the user has it, and no
// clock decides.
//
// Start with Sync.Run. Each step may end at any moment, by an error or with the process: the next sync goes on from
// what is on the disk, and doing a step again changes nothing.
package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"lede/content/remote"
	"lede/content/store/ledger"
	"lede/model"
)

// Shelf is the library as a sync needs it.
type Shelf interface {
	Outbox(ctx context.Context, id model.ID) ([]ledger.Item, error)
	Sent(ctx context.Context, id model.ID, items ...ledger.Item) error
	Subscribed(ctx context.Context, id model.ID, it ledger.Item, feed ledger.Feed) error
	Turn(ctx context.Context, id model.ID) (int64, error)
	Feeds(ctx context.Context, id model.ID) (map[string]model.ID, error)
	Lost(ctx context.Context, id model.ID, feeds []ledger.Feed) (lost, of int, err error)
	KeepFeeds(ctx context.Context, id model.ID, turn int64, feeds []ledger.Feed) (came, gone int, err error)
	Compare(ctx context.Context, id model.ID, sets ledger.Sets) (ledger.Difference, error)
	Apply(ctx context.Context, id model.ID, name string, turn int64, flips []ledger.Flip) (model.Exchange, error)
	Cursor(ctx context.Context, id model.ID) (string, error)
	Unmet(ctx context.Context, id model.ID, hashes map[string]string) (map[string]bool, error)
	Newest(ctx context.Context, id model.ID, feeds []ledger.Feed, n int) (map[string]ledger.Link, error)
	Forget(ctx context.Context, id model.ID) error
	// Keep makes articles of entries and keeps them, with how far new entries have come (nil leaves that), in one
	// transaction. It returns how many are new and how many have another text.
	Keep(ctx context.Context, id model.ID, entries []remote.Entry, cursor *remote.Cursor) (added, changed int, err error)
}

// Sync is one sync of an account.
type Sync struct {
	Service remote.Service
	Shelf   Shelf
	Account model.ID
	Name    string // of the account
	// Tell is told how far the sync is; nil for nobody.
	Tell func(model.Syncing)

	step    model.Syncing
	feeds   map[string]model.ID // the feeds of the library, by the server's IDs
	refused error               // what the server does not take, the first of it
}

// The steps, as they are told.
const (
	sending  = "sending"
	looking  = "looking"
	fetching = "fetching"
)

// Run syncs, and returns what was sent and what has come, also beside an error. Its errors are sentences.
func (s *Sync) Run(ctx context.Context) (model.Exchange, error) {
	s.step = model.Syncing{Account: s.Account, Name: s.Name}
	for _, step := range []func(context.Context) error{s.guard, s.push, s.pull, s.push} {
		if err := step(ctx); err != nil {
			return s.step.Exchange, err
		}
	}
	if s.refused != nil {
		s.note("Not all could be sent; it is kept and sent again with the next sync. " + s.refused.Error())
	}
	return s.step.Exchange, nil
}

// pull takes over what the server says.
func (s *Sync) pull(ctx context.Context) error {
	s.tell(looking)
	seen, err := s.look(ctx)
	if err != nil {
		return err
	}
	if err := s.settle(ctx, seen); err != nil {
		return err
	}
	if err := s.follow(ctx, seen.turn, seen.feeds); err != nil {
		return err
	}
	if err := s.apply(ctx, seen); err != nil {
		return err
	}
	if err := s.news(ctx, seen); err != nil {
		return err
	}
	if err := s.missing(ctx, seen.unknown); err != nil {
		return err
	}
	return s.again(ctx, seen)
}

// follow takes over the subscriptions that were asked for in a turn.
func (s *Sync) follow(ctx context.Context, turn int64, feeds []ledger.Feed) error {
	came, gone, err := s.Shelf.KeepFeeds(ctx, s.Account, turn, feeds)
	if errors.Is(err, ledger.ErrOvertaken) {
		s.overtaken()
		err = nil
	}
	if errors.Is(err, ledger.ErrEmptied) {
		return fmt.Errorf("%s lists no feeds any more, so nothing was changed. Look at it in the browser; if you have "+
			"unsubscribed from all of them, remove the account and add it again", s.Name)
	}
	if err != nil {
		return err
	}
	s.step.Feeds, s.step.Gone = s.step.Feeds+came, s.step.Gone+gone
	s.feeds, err = s.Shelf.Feeds(ctx, s.Account)
	return err
}

// apply takes over the states of entries.
func (s *Sync) apply(ctx context.Context, seen *sight) error {
	x, err := s.Shelf.Apply(ctx, s.Account, s.Name, seen.turn, seen.flips)
	if errors.Is(err, ledger.ErrOvertaken) {
		s.overtaken()
		return nil
	}
	if err != nil {
		return err
	}
	s.step.Read, s.step.Starred = x.Read, x.Starred
	s.step.Unread, s.step.Unstarred = x.Unread, x.Unstarred
	return nil
}

// overtaken notes that another lede has sent something since the server was looked at: what was seen may be stale.
func (s *Sync) overtaken() {
	const text = "Another lede has synced at the same time, so that feeds and marks come with the next sync."
	if !slices.Contains(s.step.Notes, text) {
		s.note(text)
	}
}

func (s *Sync) note(text string) { s.step.Notes = append(s.step.Notes, text) }

// tell reports a step.
func (s *Sync) tell(doing string) {
	s.step.Doing = doing
	if s.Tell != nil {
		s.Tell(s.step)
	}
}

// senseless is the error for an answer from which nothing may be concluded.
func (s *Sync) senseless(what string) error {
	return remote.NewError(remote.ErrNonsense, s.Name+" "+what+", so nothing was changed", "Try again later", nil)
}
