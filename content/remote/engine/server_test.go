package engine_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"lede/content/remote"
	"lede/content/remote/wire"
	"lede/model"
)

// errCut is the end of a connection.
var errCut = errors.New("the connection broke off")

// server is a sync server in memory that its test may spoil.
type server struct {
	remote.Service // what is not asked here
	feeds          []remote.Feed
	entries        []remote.Entry // by arrival
	next           int            // the ID of the next entry or feed
	born           int            // entries that have ever come
	requests       int
	cut            int    // the request at which the connection breaks off; 0 for never
	late           bool   // what that request does is done all the same
	once           bool   // only that request breaks off
	before         func() // is called before each request
	page           int    // entries in a page of news
	bare           bool   // news are IDs alone
	edits          []remote.EntryID
	titles         map[string][]string     // that entries have had, by their IDs in their feeds
	own            map[string][]model.Item // what is in feeds that nobody follows here yet, by their addresses
}

func newServer(feeds ...string) *server {
	s := &server{next: 1, page: 3, titles: map[string][]string{}, own: map[string][]model.Item{}}
	for _, name := range feeds {
		s.follow("https://" + name + ".example/feed")
	}
	return s
}

func (s *server) id() string {
	s.next++
	return strconv.Itoa(s.next - 1)
}

func (s *server) follow(address string) remote.Feed {
	f := remote.Feed{ID: remote.FeedID(s.id()), Address: address, Title: "Feed of " + address}
	s.feeds = append(s.feeds, f)
	for _, it := range s.own[address] {
		s.bring(f.ID, s.id(), it)
	}
	delete(s.own, address)
	return f
}

// arrive brings an entry into a feed. The later it comes, the older its date is.
func (s *server) arrive(feed remote.FeedID) remote.EntryID {
	id := s.id()
	s.born++
	return s.bring(feed, id, model.Item{
		ID: fmt.Sprintf("hash-%s-%d", id, s.born), Title: "Entry " + id, HTML: "The text of entry " + id,
		Published: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -s.born),
	})
}

func (s *server) bring(feed remote.FeedID, id string, it model.Item) remote.EntryID {
	e := remote.Entry{ID: remote.EntryID(id), Feed: feed, Item: it}
	e.Hash, e.Lasting = e.Item.ID, true
	s.entries = append(s.entries, e)
	s.titles[e.Item.ID] = []string{e.Item.Title}
	return e.ID
}

func (s *server) entry(id remote.EntryID) *remote.Entry {
	for i := range s.entries {
		if s.entries[i].ID == id {
			return &s.entries[i]
		}
	}
	return nil
}

// ask begins a request. do reports whether it is done, err how its answer is lost.
func (s *server) ask() (do bool, err error) {
	if s.before != nil {
		s.before()
	}
	s.requests++
	if s.cut > 0 && (s.requests == s.cut || s.requests > s.cut && !s.once) {
		return s.late && s.requests == s.cut, errCut
	}
	return true, nil
}

func (s *server) Feeds(context.Context) ([]remote.Feed, error) {
	_, err := s.ask()
	return slices.Clone(s.feeds), err
}

func (s *server) set(is func(e *remote.Entry) bool) (ids []remote.EntryID, err error) {
	if _, err := s.ask(); err != nil {
		return nil, err
	}
	for i := range s.entries {
		if is(&s.entries[i]) {
			ids = append(ids, s.entries[i].ID)
		}
	}
	return ids, nil
}

func (s *server) Unread(context.Context) ([]remote.EntryID, error) {
	return s.set(func(e *remote.Entry) bool { return !e.Read })
}

func (s *server) Starred(context.Context) ([]remote.EntryID, error) {
	return s.set(func(e *remote.Entry) bool { return e.Starred })
}

// News goes by arrival: a cursor is the ID of the entry that came last, and how many edits have come. The first page
// brings what was edited.
func (s *server) News(_ context.Context, since remote.Cursor) (remote.News, error) {
	if _, err := s.ask(); err != nil {
		return remote.News{}, err
	}
	last, edits, _ := strings.Cut(string(since), "/")
	after, _ := strconv.Atoi(last)
	seen, _ := strconv.Atoi(edits)
	n := remote.News{Edited: !s.bare}
	n.Back = after > 0 && s.entry(remote.EntryID(last)) == nil
	if n.Back || after == 0 {
		after, last, seen = 0, "", len(s.edits)
	}
	for _, e := range s.entries {
		if id, _ := strconv.Atoi(string(e.ID)); id <= after {
			if slices.Contains(s.edits[seen:], e.ID) {
				n.Entries, n.IDs = append(n.Entries, e), append(n.IDs, e.ID)
			}
			continue
		}
		if len(n.Entries) >= s.page {
			n.More = true
			break
		}
		n.Entries, n.IDs, last = append(n.Entries, e), append(n.IDs, e.ID), string(e.ID)
	}
	if n.Next = remote.Cursor(fmt.Sprintf("%s/%d", last, len(s.edits))); s.bare {
		n.Entries = nil
	}
	return n, nil
}

func (s *server) Entries(_ context.Context, ids []remote.EntryID) ([]remote.Entry, error) {
	if _, err := s.ask(); err != nil {
		return nil, err
	}
	if len(ids) > remote.MaxBatch {
		return nil, fmt.Errorf("%d entries at once", len(ids))
	}
	var found []remote.Entry
	for _, id := range ids {
		if e := s.entry(id); e != nil {
			found = append(found, *e)
		}
	}
	return found, nil
}

// Push does half of what it is asked when it is cut.
func (s *server) Push(_ context.Context, changes []remote.Change) ([]bool, error) {
	do, err := s.ask()
	taken := make([]bool, len(changes))
	for i, c := range changes {
		if err != nil && (!do || i > len(changes)/2) {
			break
		}
		if e := s.entry(c.Entry); e != nil {
			switch c.Do {
			case remote.MarkRead, remote.MarkUnread:
				e.Read = c.Do == remote.MarkRead
			default:
				e.Starred = c.Do == remote.Star
			}
		}
		taken[i] = err == nil
	}
	return taken, err
}

func (s *server) Subscribe(_ context.Context, address, folder string) (remote.Feed, error) {
	do, err := s.ask()
	i := slices.IndexFunc(s.feeds, func(f remote.Feed) bool { return f.Address == address })
	if !do {
		return remote.Feed{}, err
	}
	if i < 0 {
		s.follow(address)
		i = len(s.feeds) - 1
		s.feeds[i].Folder = folder
	}
	return s.feeds[i], err
}

func (s *server) Unsubscribe(_ context.Context, id remote.FeedID) error {
	do, err := s.ask()
	for _, f := range s.feeds {
		if do && f.ID == id {
			s.unfollow(f.Address)
		}
	}
	return err
}

// unfollow removes a feed with its entries, and reports whether there is one.
func (s *server) unfollow(address string) bool {
	i := slices.IndexFunc(s.feeds, func(f remote.Feed) bool { return f.Address == address })
	if i < 0 {
		return false
	}
	id := s.feeds[i].ID
	s.feeds = slices.Delete(slices.Clone(s.feeds), i, i+1)
	s.entries = slices.DeleteFunc(s.entries, func(e remote.Entry) bool { return e.Feed == id })
	return true
}

func (s *server) edit(id remote.FeedID, change func(*remote.Feed)) error {
	do, err := s.ask()
	i := slices.IndexFunc(s.feeds, func(f remote.Feed) bool { return f.ID == id })
	switch {
	case do && i >= 0:
		change(&s.feeds[i])
	case do && err == nil:
		err = remote.NewError(nil, "the server has no such page (404)", "", wire.StatusError{Code: http.StatusNotFound})
	}
	return err
}

func (s *server) RenameFeed(_ context.Context, id remote.FeedID, title string) error {
	return s.edit(id, func(f *remote.Feed) { f.Title = title })
}

func (s *server) MoveFeed(_ context.Context, id remote.FeedID, folder string) error {
	return s.edit(id, func(f *remote.Feed) { f.Folder = folder })
}
