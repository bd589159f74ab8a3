package miniflux

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"lede/content/remote"
	"lede/content/remote/wire"
)

// mostMarks is how many entries are marked by one request.
const mostMarks = 1000

// Push implements remote.Service. Of several changes of one state only the last is sent, the same ones together.
func (s *Service) Push(ctx context.Context, changes []remote.Change) (taken []bool, err error) {
	kept, at := remote.Latest(changes)
	done := make([]bool, len(kept))
	for from := 0; from < len(kept) && err == nil; {
		if kept[from].Do == remote.ReadAll {
			err = s.readAll(ctx, kept[from])
			done[from] = err == nil
			from++
			continue
		}
		to := from
		for to < len(kept) && kept[to].Do != remote.ReadAll {
			to++
		}
		err = s.marks(ctx, kept[from:to], done[from:to])
		from = to
	}
	taken = make([]bool, len(changes))
	for i := range changes {
		taken[i] = done[at[i]]
	}
	return taken, err
}

// marks makes changes of single entries, which may be made in any order.
func (s *Service) marks(ctx context.Context, changes []remote.Change, done []bool) error {
	for _, do := range []remote.Action{remote.MarkRead, remote.MarkUnread, remote.Star, remote.Unstar} {
		var which []int
		for i, c := range changes {
			if c.Do == do {
				which = append(which, i)
			}
		}
		for part := range slices.Chunk(which, mostMarks) {
			ids := make([]int64, len(part))
			for i, w := range part {
				var err error
				if ids[i], err = number(changes[w].Entry); err != nil {
					return err
				}
			}
			if err := s.mark(ctx, do, ids); err != nil {
				return err
			}
			for _, w := range part {
				done[w] = true
			}
		}
	}
	for i, c := range changes {
		done[i] = done[i] || c.Do == remote.Label || c.Do == remote.Unlabel
	}
	return nil
}

// mark sets one state of entries.
func (s *Service) mark(ctx context.Context, do remote.Action, ids []int64) error {
	asked := map[string]any{"entry_ids": ids}
	switch do {
	case remote.MarkRead, remote.MarkUnread:
		asked["status"] = string(do)
	case remote.Star, remote.Unstar:
		if s.noPut {
			return s.toggle(ctx, ids, do == remote.Star)
		}
		asked["starred"] = do == remote.Star
	}
	err := s.wire.Send(ctx, wire.Call{Method: http.MethodPut, Path: "/v1/entries", JSON: asked})
	if wire.Code(err) == http.StatusBadRequest && asked["starred"] != nil { // older than June 2026: it wants a status
		s.noPut = true
		return s.toggle(ctx, ids, do == remote.Star)
	}
	return err
}

// toggle sets the star of entries on a server that can only turn it over: those that have it are looked up first, and
// each is turned over that is not as it should be. One whose answer is lost is looked up again by the next push.
func (s *Service) toggle(ctx context.Context, ids []int64, starred bool) error {
	all, err := s.Starred(ctx)
	if err != nil {
		return err
	}
	has := make(map[remote.EntryID]bool, len(all))
	for _, id := range all {
		has[id] = true
	}
	for _, n := range ids {
		if has[entryID(n)] == starred {
			continue
		}
		err := s.wire.Send(ctx, wire.Call{Method: http.MethodPut, Path: entryPath(n) + "/bookmark"})
		if code := wire.Code(err); err != nil && code != http.StatusNotFound && !s.lost(ctx, n, code) {
			return err
		}
	}
	return nil
}

// lost reports whether an entry that could not be turned over is no longer on the server, which then has a fault.
func (s *Service) lost(ctx context.Context, n int64, code int) bool {
	if code != http.StatusInternalServerError {
		return false
	}
	rows, err := s.between(ctx, n, n)
	return err == nil && len(rows) == 0
}

// readAll marks what is unread up to the newest entry that the user has seen. The request that marks all of a feed
// is not used: it marks what has arrived since, too.
func (s *Service) readAll(ctx context.Context, c remote.Change) error {
	newest, err := number(c.Newest)
	if err != nil {
		return err
	}
	ids, err := s.unreadOf(ctx, c, newest)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(ids, mostMarks) {
		if err := s.mark(ctx, remote.MarkRead, part); err != nil {
			return err
		}
	}
	return nil
}

// unreadOf returns the unread entries up to the newest that a change is about.
func (s *Service) unreadOf(ctx context.Context, c remote.Change, newest int64) ([]int64, error) {
	query := url.Values{"status": {"unread"}, "before_entry_id": {strconv.FormatInt(newest+1, 10)}}
	switch {
	case c.Feed != "":
		rows, err := s.all(ctx, feedPath(c.Feed)+"/entries", 0, query)
		return numbersOf(rows), gone(err)
	case c.Folder != "":
		categories, err := s.categories(ctx)
		if err != nil {
			return nil, err
		}
		for _, r := range categories {
			if r.Title == c.Folder {
				rows, err := s.all(ctx, categoryPath(r.ID)+"/entries", 0, query)
				return numbersOf(rows), err
			}
		}
		return nil, nil
	}
	all, err := s.Unread(ctx)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, id := range all {
		if n, err := number(id); err == nil && n <= newest {
			ids = append(ids, n)
		}
	}
	return ids, nil
}

func numbersOf(rows []row) []int64 {
	ids := make([]int64, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	return ids
}
