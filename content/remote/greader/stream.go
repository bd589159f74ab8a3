package greader

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"lede/content/remote"
	"lede/content/remote/wire"
)

const (
	mostIDs   = 10_000 // asked for at once: few servers give less
	maxPages  = 1_000
	maxPasses = 6
)

// Unread implements remote.Service.
func (s *Service) Unread(ctx context.Context) ([]remote.EntryID, error) {
	ids, paged, err := s.list(ctx, url.Values{"s": {readingList}, "xt": {read}})
	if err != nil || !paged {
		return ids, err
	}
	return ids, s.verify(ctx, len(ids))
}

// Starred implements remote.Service.
func (s *Service) Starred(ctx context.Context) ([]remote.EntryID, error) {
	ids, _, err := s.list(ctx, url.Values{"s": {starred}})
	return ids, err
}

// Labels implements remote.Service.
func (s *Service) Labels(ctx context.Context) (map[string][]remote.EntryID, error) {
	var answer struct {
		Tags *[]struct {
			ID   string `json:"id"`
			Type string `json:"type"`
		} `json:"tags"`
	}
	if err := s.get(ctx, "tag/list", nil, &answer); err != nil {
		return nil, err
	}
	if answer.Tags == nil {
		return nil, s.nonsense()
	}
	labels := map[string][]remote.EntryID{}
	for _, tag := range *answer.Tags {
		name := remote.Name(labelOf(tag.ID))
		if name == "" || tag.Type == "folder" || s.folders[name] {
			continue
		}
		ids, _, err := s.list(ctx, url.Values{"s": {tag.ID}})
		if err != nil {
			return nil, err
		}
		labels[name] = ids
	}
	return labels, nil
}

// overlap is how much of the time before the last sync is asked for again.
const overlap = 48 * time.Hour

// News implements remote.Service. It goes by the server's own clock, with two days of overlap; where the server means
// the dates of entries by it, older ones are found while they are unread or starred.
func (s *Service) News(ctx context.Context, since remote.Cursor) (remote.News, error) {
	query := url.Values{"s": {readingList}}
	if n, err := strconv.ParseInt(string(since), 10, 64); err == nil && n > 0 {
		query.Set("ot", strconv.FormatInt(n, 10))
	}
	s.wire.Date = time.Time{}
	ids, _, err := s.list(ctx, query)
	if err != nil {
		return remote.News{}, err
	}
	next := since
	if at := s.wire.Date; !at.IsZero() {
		next = remote.Cursor(strconv.FormatInt(at.Add(-overlap).Unix(), 10))
	}
	return remote.News{IDs: ids, Next: next}, nil
}

// list asks for all IDs of a stream, and reports whether there was more than one page. One page is what the server
// has; several are read again in the other order until nothing is added.
func (s *Service) list(ctx context.Context, query url.Values) (ids []remote.EntryID, paged bool, err error) {
	seen := map[remote.EntryID]bool{}
	q := maps.Clone(query)
	q.Set("n", strconv.Itoa(mostIDs))
	for pass := range maxPasses {
		page, n, err := s.pages(ctx, q)
		if err != nil {
			return nil, false, err
		}
		// The pages of the next pass end elsewhere: they are shorter than those that the server gave, and run back.
		q.Set("n", strconv.Itoa(max(10, len(page)/max(1, n)*(9-pass)/10)))
		if q.Del("r"); pass%2 == 0 {
			q.Set("r", "o")
		}
		before := len(ids)
		for _, id := range page {
			if !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
		if n == 1 || pass > 0 && len(ids) == before {
			return ids, n > 1 || pass > 0, nil
		}
	}
	return nil, true, remote.NewError(remote.ErrNonsense, "the articles on "+s.wire.Host()+
		" change while they are counted", "Try again later", nil)
}

// ref is an entry in a list. Its ID is a text at most servers, a number at some.
type ref struct {
	ID json.RawMessage `json:"id"`
}

func (r ref) id() remote.EntryID {
	var text string
	if json.Unmarshal(r.ID, &text) == nil {
		return remote.EntryID(text)
	}
	var n json.Number
	if json.Unmarshal(r.ID, &n) == nil {
		return remote.EntryID(n.String())
	}
	return ""
}

// pages reads a list once, and returns how many pages it had, of which the last may be empty.
func (s *Service) pages(ctx context.Context, query url.Values) (ids []remote.EntryID, pages int, err error) {
	q := maps.Clone(query)
	for range maxPages {
		var answer struct {
			Refs *[]ref `json:"itemRefs"`
			Next any    `json:"continuation"`
		}
		if err := s.get(ctx, "stream/items/ids", q, &answer); err != nil {
			return nil, 0, err
		}
		if answer.Refs == nil && (pages == 0 || answer.Next != nil) {
			return nil, 0, s.nonsense()
		}
		pages++
		if answer.Refs == nil || len(*answer.Refs) == 0 {
			return ids, pages, nil
		}
		for _, r := range *answer.Refs {
			id := r.id()
			if !remote.Named(string(id)) {
				return nil, 0, s.nonsense()
			}
			ids = append(ids, id)
		}
		next := continuation(answer.Next)
		if next == "" {
			return ids, pages, nil
		}
		if next == q.Get("c") {
			return nil, 0, s.nonsense()
		}
		q.Set("c", next)
	}
	return nil, 0, s.nonsense()
}

// continuation is what the next page is asked for with; "" when there is none.
func continuation(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	default:
		return ""
	}
}

// verify compares a set of unread entries with what the server counts, where it does.
func (s *Service) verify(ctx context.Context, got int) error {
	var answer struct {
		Counts []struct {
			ID    string      `json:"id"`
			Count json.Number `json:"count"`
		} `json:"unreadcounts"`
	}
	err := s.get(ctx, "unread-count", nil, &answer)
	if code := wire.Code(err); code == http.StatusNotFound || code == http.StatusNotImplemented {
		return nil
	}
	if err != nil {
		return err
	}
	for _, c := range answer.Counts {
		if n, err := c.Count.Int64(); err == nil && stateOf(c.ID) == "reading-list" && int64(got) < n {
			return remote.NewError(remote.ErrNonsense, s.wire.Host()+" counts more unread articles than it lists",
				"Nothing was changed. Try again later", nil)
		}
	}
	return nil
}

func (s *Service) nonsense() error { return s.wire.Nonsense(wire.Answer{Data: []byte("{}")}, nil) }
