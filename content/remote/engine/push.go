package engine

import (
	"context"
	"errors"
	"net/http"

	"lede/content/remote"
	"lede/content/remote/wire"
	"lede/content/store/ledger"
)

// atOnce is how many changes of entries are sent before those that the server has taken are noted.
const atOnce = 5000

// push sends what is in the outbox: first what was done with entries, then what was done with feeds.
func (s *Sync) push(ctx context.Context) error {
	items, err := s.Shelf.Outbox(ctx, s.Account)
	if err != nil || len(items) == 0 {
		return err
	}
	s.tell(sending)
	var entries, feeds []ledger.Item
	for _, it := range items {
		if isMark(it) {
			entries = append(entries, it)
		} else {
			feeds = append(feeds, it)
		}
	}
	for len(entries) > 0 {
		n := min(len(entries), atOnce)
		if err := s.pushEntries(ctx, entries[:n]); err != nil {
			return err
		}
		entries = entries[n:]
	}
	for _, it := range feeds {
		if err := s.pushFeed(ctx, it); err != nil {
			return err
		}
	}
	return nil
}

// pushEntries sends what was done with entries, and notes what the server has taken also when it fails on the way.
func (s *Sync) pushEntries(ctx context.Context, items []ledger.Item) error {
	changes := make([]remote.Change, len(items))
	for i, it := range items {
		changes[i] = remote.Change{Do: actionOf(it), Entry: remote.EntryID(it.Remote)}
	}
	taken, failed := s.Service.Push(ctx, changes)
	var done []ledger.Item
	for i, it := range items {
		if i < len(taken) && taken[i] {
			done = append(done, it)
		}
	}
	if err := s.Shelf.Sent(context.WithoutCancel(ctx), s.Account, done...); err != nil {
		return err
	}
	s.step.Sent += len(done)
	return s.unless(failed)
}

func actionOf(it ledger.Item) remote.Action {
	switch {
	case it.Kind == ledger.KindStarred && it.Value == "1":
		return remote.Star
	case it.Kind == ledger.KindStarred:
		return remote.Unstar
	case it.Value == "1":
		return remote.MarkRead
	}
	return remote.MarkUnread
}

// pushFeed sends what was done with a feed.
func (s *Sync) pushFeed(ctx context.Context, it ledger.Item) error {
	id := remote.FeedID(it.Remote)
	var err error
	switch it.Kind {
	case ledger.KindSubscribe:
		return s.subscribe(ctx, it)
	case ledger.KindUnsubscribe:
		err = s.Service.Unsubscribe(ctx, id)
	case ledger.KindRename:
		err = s.Service.RenameFeed(ctx, id, it.Value)
	case ledger.KindMove:
		err = s.Service.MoveFeed(ctx, id, it.Value)
	}
	if err != nil {
		return s.unless(err)
	}
	s.step.Sent++
	return s.Shelf.Sent(context.WithoutCancel(ctx), s.Account, it)
}

// subscribe has the server follow a feed of the library.
func (s *Sync) subscribe(ctx context.Context, it ledger.Item) error {
	feed, err := s.Service.Subscribe(ctx, it.Value, it.Folder)
	if err != nil {
		return s.unless(err)
	}
	s.step.Sent++
	return s.Shelf.Subscribed(context.WithoutCancel(ctx), s.Account, it, bookFeed(feed))
}

// unless returns an error that ends the sync. One that is about a single change, which the server refuses, does not:
// the change stays in the outbox and is told of.
func (s *Sync) unless(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, remote.ErrUnsupported):
	case isRefusal(wire.Code(err)):
	default:
		return err
	}
	if s.refused == nil {
		s.refused = err
	}
	return nil
}

// isRefusal reports whether a status is about what was asked, not about who asks or when.
func isRefusal(code int) bool {
	switch code {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusProxyAuthRequired, http.StatusRequestTimeout,
		http.StatusTooManyRequests:
		return false
	}
	return code >= 400 && code < 500
}
