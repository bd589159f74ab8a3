package miniflux

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"time"

	"lede/content/remote"
	"lede/content/remote/wire"
)

// feedRow is a subscription as a Miniflux writes it.
type feedRow struct {
	ID       int64       `json:"id"`
	Address  string      `json:"feed_url"`
	Site     string      `json:"site_url"`
	Title    string      `json:"title"`
	Problem  string      `json:"parsing_error_message"`
	Category categoryRow `json:"category"`
	ETag     string      `json:"etag_header"`
	Modified string      `json:"last_modified_header"`
	Checked  time.Time   `json:"checked_at"`
}

// categoryRow is a folder as a Miniflux writes it.
type categoryRow struct {
	ID    int64  `json:"id"`
	Title string `json:"title"`
}

func (r *feedRow) feed() remote.Feed {
	return remote.AdmitFeed(remote.Feed{
		ID: feedID(r.ID), Address: r.Address, Title: r.Title, Site: r.Site, Folder: r.Category.Title, Problem: r.Problem,
	})
}

func feedID(n int64) remote.FeedID { return remote.FeedID(strconv.FormatInt(n, 10)) }

// feedPath is the path of a feed. Its ID came from this server, or it finds nothing.
func feedPath(id remote.FeedID) string {
	n, err := number(remote.EntryID(id))
	if err != nil {
		n = 0
	}
	return "/v1/feeds/" + strconv.FormatInt(n, 10)
}

// Feeds implements remote.Service.
func (s *Service) Feeds(ctx context.Context) ([]remote.Feed, error) {
	rows, err := s.feedRows(ctx)
	if err != nil {
		return nil, err
	}
	feeds := make([]remote.Feed, len(rows))
	s.readings = make(map[int64]string, len(rows))
	for i := range rows {
		feeds[i] = rows[i].feed()
		s.readings[rows[i].ID] = rows[i].reading()
	}
	return feeds, nil
}

func (s *Service) feedRows(ctx context.Context) ([]feedRow, error) {
	var rows *[]feedRow
	if err := s.get(ctx, "/v1/feeds", nil, &rows); err != nil {
		return nil, err
	}
	if rows == nil {
		return nil, s.nonsense("no list of feeds")
	}
	for _, r := range *rows {
		if r.ID <= 0 {
			return nil, s.nonsense("a feed without an ID")
		}
	}
	return *rows, nil
}

// Subscribe implements remote.Service. A Miniflux reads the feed before it answers.
func (s *Service) Subscribe(ctx context.Context, address, folder string) (remote.Feed, error) {
	if feed, ok, err := s.followed(ctx, address); ok || err != nil {
		return feed, err
	}
	asked := map[string]any{"feed_url": address}
	if folder != "" {
		id, err := s.category(ctx, folder)
		if err != nil {
			return remote.Feed{}, err
		}
		asked["category_id"] = id
	}
	var made struct {
		ID int64 `json:"feed_id"`
	}
	err := s.wire.Read(ctx, wire.Call{Method: http.MethodPost, Path: "/v1/feeds", JSON: asked}, &made)
	if err != nil { // it may have been added by another client meanwhile, or by a request whose answer was lost
		if feed, ok, _ := s.followed(ctx, address); ok {
			return feed, nil
		}
		return remote.Feed{}, err
	}
	var r feedRow
	if err := s.get(ctx, feedPath(feedID(made.ID)), nil, &r); err != nil {
		return remote.Feed{}, err
	}
	if r.ID != made.ID || r.ID <= 0 {
		return remote.Feed{}, s.nonsense("another feed")
	}
	return r.feed(), nil
}

// followed looks for a subscription to an address.
func (s *Service) followed(ctx context.Context, address string) (remote.Feed, bool, error) {
	rows, err := s.feedRows(ctx)
	if err != nil {
		return remote.Feed{}, false, err
	}
	for i := range rows {
		if rows[i].Address == address {
			return rows[i].feed(), true, nil
		}
	}
	return remote.Feed{}, false, nil
}

// Unsubscribe implements remote.Service.
func (s *Service) Unsubscribe(ctx context.Context, id remote.FeedID) error {
	return gone(s.wire.Send(ctx, wire.Call{Method: http.MethodDelete, Path: feedPath(id)}))
}

// gone is err, but nil where the server no longer has what was to be removed.
func gone(err error) error {
	if wire.Code(err) == http.StatusNotFound {
		return nil
	}
	return err
}

// RenameFeed implements remote.Service.
func (s *Service) RenameFeed(ctx context.Context, id remote.FeedID, title string) error {
	return s.edit(ctx, id, map[string]any{"title": title})
}

// MoveFeed implements remote.Service.
func (s *Service) MoveFeed(ctx context.Context, id remote.FeedID, folder string) error {
	category, err := s.category(ctx, folder)
	if err != nil {
		return err
	}
	return s.edit(ctx, id, map[string]any{"category_id": category})
}

func (s *Service) edit(ctx context.Context, id remote.FeedID, change map[string]any) error {
	return s.wire.Send(ctx, wire.Call{Method: http.MethodPut, Path: feedPath(id), JSON: change})
}

// category returns the ID of a folder, which is made when it is missing. A Miniflux has no feed outside of a folder:
// "" is the first.
func (s *Service) category(ctx context.Context, folder string) (int64, error) {
	rows, err := s.categories(ctx)
	if err != nil {
		return 0, err
	}
	for _, r := range rows {
		if folder == "" || strings.EqualFold(r.Title, folder) {
			return r.ID, nil
		}
	}
	var made categoryRow
	call := wire.Call{Method: http.MethodPost, Path: "/v1/categories", JSON: map[string]string{"title": folder}}
	if err := s.wire.Read(ctx, call, &made); err != nil {
		return 0, err
	}
	if made.ID <= 0 {
		return 0, s.nonsense("a folder without an ID")
	}
	return made.ID, nil
}

func (s *Service) categories(ctx context.Context) ([]categoryRow, error) {
	var rows []categoryRow
	if err := s.get(ctx, "/v1/categories", nil, &rows); err != nil {
		return nil, err
	}
	return rows, nil
}

// RenameFolder implements remote.Service.
func (s *Service) RenameFolder(ctx context.Context, from, to string) error {
	rows, err := s.categories(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.Title == from {
			call := wire.Call{Method: http.MethodPut, Path: categoryPath(r.ID), JSON: map[string]string{"title": to}}
			return s.wire.Send(ctx, call)
		}
	}
	return nil
}

// RemoveFolder implements remote.Service. A Miniflux removes the feeds of a folder with it, so that one is left alone
// that holds any.
func (s *Service) RemoveFolder(ctx context.Context, name string) error {
	feeds, err := s.feedRows(ctx)
	if err != nil {
		return err
	}
	for _, f := range feeds {
		if f.Category.Title == name {
			return remote.NewError(remote.ErrUnsupported, "the folder "+name+" holds feeds", "Move them first", nil)
		}
	}
	rows, err := s.categories(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.Title == name {
			return gone(s.wire.Send(ctx, wire.Call{Method: http.MethodDelete, Path: categoryPath(r.ID)}))
		}
	}
	return nil
}

func categoryPath(id int64) string { return "/v1/categories/" + strconv.FormatInt(id, 10) }
