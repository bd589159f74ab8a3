package miniflux

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"lede/content/remote"
	"lede/content/remote/wire"
)

// mostIDs is how many IDs a Miniflux gives at once.
const mostIDs = 10_000

// Unread implements remote.Service.
func (s *Service) Unread(ctx context.Context) ([]remote.EntryID, error) {
	return s.set(ctx, url.Values{"status": {"unread"}}, func(r *row) bool { return r.Status == "unread" })
}

// Starred implements remote.Service.
func (s *Service) Starred(ctx context.Context) ([]remote.EntryID, error) {
	return s.set(ctx, url.Values{"starred": {"true"}}, func(r *row) bool { return r.Starred })
}

// set asks for the IDs of all entries of a kind. A server that has no request for IDs gives the entries instead: those
// that are not of the kind show that it does not know the kind.
func (s *Service) set(ctx context.Context, kind url.Values, of func(*row) bool) ([]remote.EntryID, error) {
	if !s.noIDs {
		numbers, err := s.ids(ctx, kind)
		if err == nil {
			return named(numbers), nil
		}
		if !s.noIDs {
			return nil, err
		}
	}
	rows, err := s.all(ctx, "/v1/entries", 0, kind)
	if err != nil {
		return nil, err
	}
	ids := make([]remote.EntryID, len(rows))
	for i := range rows {
		if !of(&rows[i]) {
			return nil, s.nonsense("entries of another kind")
		}
		ids[i] = entryID(rows[i].ID)
	}
	return ids, nil
}

// maxRounds is how often a set is asked for that changes while it is read.
const maxRounds = 5

// ids asks for the IDs of a kind, the newest first. Its pages are counted from the newest, so that an entry is passed
// over when another one leaves the set between two pages: each page begins with the last ID of the one before, and a
// set that does not is asked for anew.
func (s *Service) ids(ctx context.Context, kind url.Values) ([]int64, error) {
	for range maxRounds {
		all, whole, err := s.pages(ctx, kind)
		if err != nil || whole {
			return all, err
		}
	}
	return nil, remote.NewError(remote.ErrNonsense, "the articles on "+s.wire.Host()+" change while they are counted",
		"Try again later", nil)
}

// pages asks for the pages of a set, and reports whether they fit together.
func (s *Service) pages(ctx context.Context, kind url.Values) (all []int64, whole bool, err error) {
	for {
		from := max(0, len(all)-1)
		ids, total, err := s.idPage(ctx, kind, from)
		if err != nil {
			return nil, false, err
		}
		if len(all) > 0 {
			if len(ids) == 0 || ids[0] != all[len(all)-1] {
				return nil, false, nil
			}
			ids = ids[1:]
		}
		for _, id := range ids {
			if id <= 0 || len(all) > 0 && id >= all[len(all)-1] {
				return nil, false, s.nonsense("IDs in no order")
			}
			all = append(all, id)
		}
		switch {
		case len(all) >= total:
			return all, true, nil
		case len(ids) == 0 || total <= mostIDs: // one page holds them all, and did not
			return nil, false, nil
		}
	}
}

// errNoIDs says that the server is older than lists of IDs.
var errNoIDs = errors.New("no lists of IDs")

// idPage asks for a page of IDs. An older server takes "ids" for the ID of an entry: it has no such one, or returns
// any.
func (s *Service) idPage(ctx context.Context, kind url.Values, from int) (ids []int64, total int, err error) {
	var answer struct {
		Total *int     `json:"total"`
		IDs   *[]int64 `json:"entry_ids"`
		Entry int64    `json:"id"`
	}
	query := url.Values{}
	for name, values := range kind {
		query[name] = values
	}
	if from > 0 {
		query.Set("offset", strconv.Itoa(from))
	}
	err = s.get(ctx, "/v1/entries/ids", query, &answer)
	code := wire.Code(err)
	s.noIDs = code == http.StatusNotFound || code == http.StatusBadRequest || answer.Entry > 0
	switch {
	case s.noIDs:
		return nil, 0, errNoIDs
	case err != nil:
		return nil, 0, err
	}
	if answer.Total == nil || answer.IDs == nil || *answer.Total < 0 {
		return nil, 0, s.nonsense("a list without IDs")
	}
	return *answer.IDs, *answer.Total, nil
}

func named(numbers []int64) []remote.EntryID {
	ids := make([]remote.EntryID, len(numbers))
	for i, n := range numbers {
		ids[i] = entryID(n)
	}
	return ids
}
