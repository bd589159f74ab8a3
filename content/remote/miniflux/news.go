package miniflux

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"lede/content/remote"
)

// News implements remote.Service. A cursor says how far entries have arrived, and then how feeds were last read; with
// the first page come entries that may have been edited.
func (s *Service) News(ctx context.Context, since remote.Cursor) (remote.News, error) {
	where, how, _ := strings.Cut(string(since), ";")
	at, was := readCursor(remote.Cursor(where)), parseReadings(how)
	news, err := s.arrived(ctx, at)
	if err != nil {
		return remote.News{}, err
	}
	if at.more == 0 {
		if at.last == 0 || news.Back {
			was = readings{} // all entries come
		}
		if was, err = s.edited(ctx, was, &news); err != nil {
			return remote.News{}, err
		}
	}
	news.Edited = true
	news.Next += remote.Cursor(";" + was.String())
	return news, nil
}

// arrived returns the next entries that have arrived.
func (s *Service) arrived(ctx context.Context, at reached) (remote.News, error) {
	if at.last == 0 || at.more != 0 {
		return s.next(ctx, at)
	}
	newest, known, err := s.newest(ctx)
	switch {
	case err != nil:
		return remote.News{}, err
	case known && newest < at.last: // what was seen there is gone, and its IDs may be given again
		news, err := s.next(ctx, reached{})
		news.Back = true
		return news, err
	case known && newest == at.last && at.floor == at.last:
		return remote.News{Next: at.cursor()}, nil
	case at.floor == at.last:
		return s.next(ctx, at)
	}
	return s.recount(ctx, at, known && newest == at.last)
}

// newest returns the ID of the newest entry, 0 when there is none; known is false where the server cannot say it.
func (s *Service) newest(ctx context.Context) (id int64, known bool, err error) {
	if s.noIDs {
		return 0, false, nil
	}
	ids, _, err := s.idPage(ctx, url.Values{"limit": {"1"}}, 0)
	if s.noIDs {
		return 0, false, nil
	}
	if err != nil || len(ids) == 0 {
		return 0, err == nil, err
	}
	return ids[0], true, nil
}

// next asks for what is above the last entry that was seen.
func (s *Service) next(ctx context.Context, at reached) (remote.News, error) {
	rows, total, err := s.rows(ctx, "/v1/entries", at.last, nil)
	if err != nil {
		return remote.News{}, err
	}
	news := remote.News{Entries: make([]remote.Entry, len(rows)), IDs: make([]remote.EntryID, len(rows))}
	last := at.last
	for i := range rows {
		news.Entries[i] = rows[i].entry()
		news.IDs[i] = news.Entries[i].ID
		last = rows[i].ID
	}
	news.More = len(rows) > 0 && len(rows) < total
	at.add(len(rows), last, news.More)
	news.Next = at.cursor()
	return news, nil
}

// recount counts what is between floor and last. When it is what was seen, floor moves up; else it is asked for again.
// Where nothing has come above last, that is all.
func (s *Service) recount(ctx context.Context, at reached, nothingNew bool) (remote.News, error) {
	var p page
	err := s.get(ctx, "/v1/entries", url.Values{
		"order": {"id"}, "direction": {"asc"}, "limit": {"1"}, "after_entry_id": {strconv.FormatInt(at.floor, 10)},
		"before_entry_id": {strconv.FormatInt(at.last+1, 10)},
	}, &p)
	switch {
	case err != nil:
		return remote.News{}, err
	case p.Total == nil || p.Entries == nil:
		return remote.News{}, s.nonsense("a list without entries")
	case int64(*p.Total) != at.count:
		return s.next(ctx, reached{floor: at.floor, tail: at.floor, last: at.floor})
	}
	at = at.settled()
	if nothingNew {
		return remote.News{Next: at.cursor()}, nil
	}
	return s.next(ctx, at)
}
