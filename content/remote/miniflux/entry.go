package miniflux

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"lede/content/remote"
	"lede/content/remote/wire"
	"lede/model"
)

// row is an entry as a Miniflux writes it.
type row struct {
	ID         int64     `json:"id"`
	Feed       int64     `json:"feed_id"`
	Status     string    `json:"status"`
	Hash       string    `json:"hash"`
	Title      string    `json:"title"`
	URL        string    `json:"url"`
	Comments   string    `json:"comments_url"`
	Language   string    `json:"language"`
	Published  time.Time `json:"published_at"`
	Created    time.Time `json:"created_at"`
	Content    string    `json:"content"`
	Author     string    `json:"author"`
	Starred    bool      `json:"starred"`
	Tags       []string  `json:"tags"`
	Enclosures []struct {
		URL  string `json:"url"`
		Type string `json:"mime_type"`
		Size int64  `json:"size"`
	} `json:"enclosures"`
}

// page is a list of entries.
type page struct {
	Total   *int   `json:"total"`
	Entries *[]row `json:"entries"`
}

// entry is a row as lede keeps it. The hash that a Miniflux tells its entries apart by is the item's ID.
func (r *row) entry() remote.Entry {
	it := model.Item{
		ID: r.Hash, URL: r.URL, Title: r.Title, HTML: r.Content, Language: r.Language,
		Published: r.Published, Topics: r.Tags,
	}
	if r.Author != "" {
		it.Authors = []model.Author{{Name: r.Author}}
	}
	if r.Comments != "" {
		it.Links = []string{r.Comments}
	}
	for _, e := range r.Enclosures {
		it.Attachments = append(it.Attachments, model.Attachment{URL: e.URL, Type: e.Type, Bytes: max(0, e.Size)})
	}
	return remote.Admit(remote.Entry{
		ID: entryID(r.ID), Feed: feedID(r.Feed), Item: it, Arrived: r.Created, Read: r.Status == "read", Starred: r.Starred,
		Lasting: r.Hash != "",
	})
}

// sensible reports whether a row says what every row must.
func (r *row) sensible() bool {
	return r.ID > 0 && r.Feed > 0 && (r.Status == "read" || r.Status == "unread")
}

// rows asks for entries in the order of their arrival that come after one, and fewer at once after an answer that was
// too large to be read. The total is that of all pages.
func (s *Service) rows(ctx context.Context, path string, after int64, query url.Values) (
	rows []row, total int, err error,
) {
	var p page
	for {
		q := url.Values{
			"order": {"id"}, "direction": {"asc"}, "limit": {strconv.Itoa(s.most)},
			"after_entry_id": {strconv.FormatInt(after, 10)},
		}
		for name, values := range query {
			q[name] = values
		}
		err = s.get(ctx, path, q, &p)
		if !isTooLarge(err) || s.most == 1 {
			break
		}
		s.most = max(1, s.most/4)
	}
	if err != nil {
		return nil, 0, err
	}
	if p.Total == nil || p.Entries == nil {
		return nil, 0, s.nonsense("a list without entries")
	}
	last := after
	for i := range *p.Entries {
		r := &(*p.Entries)[i]
		if !r.sensible() || r.ID <= last {
			return nil, 0, s.nonsense("entries in no order")
		}
		last = r.ID
	}
	return *p.Entries, *p.Total, nil
}

// isTooLarge reports whether an answer was too large to be read.
func isTooLarge(err error) bool {
	_, large := errors.AsType[*http.MaxBytesError](err)
	return large
}

// near is how far apart two IDs may be for one request to bring both, with what lies between them.
const near = 50

// Entries implements remote.Service. A Miniflux has no request for a list of IDs: those that are near each other are
// asked for as a range.
func (s *Service) Entries(ctx context.Context, ids []remote.EntryID) ([]remote.Entry, error) {
	wanted := map[int64]bool{}
	for _, id := range ids {
		n, err := number(id)
		if err != nil {
			return nil, err
		}
		wanted[n] = true
	}
	sorted := make([]int64, 0, len(wanted))
	for n := range wanted {
		sorted = append(sorted, n)
	}
	slices.Sort(sorted)
	var entries []remote.Entry
	for len(sorted) > 0 {
		end := 1
		for end < len(sorted) && sorted[end]-sorted[end-1] <= near {
			end++
		}
		rows, err := s.between(ctx, sorted[0], sorted[end-1])
		if err != nil {
			return nil, err
		}
		for i := range rows {
			if wanted[rows[i].ID] {
				entries = append(entries, rows[i].entry())
			}
		}
		sorted = sorted[end:]
	}
	return entries, nil
}

// between asks for the entries from one to another.
func (s *Service) between(ctx context.Context, first, last int64) ([]row, error) {
	if first == last {
		var r row
		err := s.get(ctx, entryPath(first), nil, &r)
		switch {
		case wire.Code(err) == http.StatusNotFound:
			return nil, nil
		case err == nil && (!r.sensible() || r.ID != first):
			err = s.nonsense("another entry")
		}
		return []row{r}, err
	}
	return s.all(ctx, "/v1/entries", first-1, url.Values{"before_entry_id": {strconv.FormatInt(last+1, 10)}})
}

// all asks for all pages.
func (s *Service) all(ctx context.Context, path string, after int64, query url.Values) ([]row, error) {
	var all []row
	for {
		rows, total, err := s.rows(ctx, path, after, query)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
		if len(rows) == 0 || len(rows) >= total {
			return all, nil
		}
		after = rows[len(rows)-1].ID
	}
}
