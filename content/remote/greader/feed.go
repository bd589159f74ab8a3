package greader

import (
	"context"
	"net/url"

	"lede/content/remote"
	"lede/content/remote/wire"
)

// subscription is a feed as a server writes it.
type subscription struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	URL        string `json:"url"`
	Site       string `json:"htmlUrl"`
	Categories []struct {
		ID    string `json:"id"`
		Label string `json:"label"`
	} `json:"categories"`
}

// Feeds implements remote.Service. A feed in several folders is in the first.
func (s *Service) Feeds(ctx context.Context) ([]remote.Feed, error) {
	var answer struct {
		All *[]subscription `json:"subscriptions"`
	}
	if err := s.get(ctx, "subscription/list", nil, &answer); err != nil {
		return nil, err
	}
	if answer.All == nil {
		return nil, s.nonsense()
	}
	s.folders, s.lists = map[string]bool{}, map[string][]string{}
	feeds := make([]remote.Feed, 0, len(*answer.All))
	for _, sub := range *answer.All {
		if !remote.Named(sub.ID) {
			return nil, s.nonsense()
		}
		f := remote.Feed{ID: remote.FeedID(sub.ID), Address: sub.URL, Title: sub.Title, Site: sub.Site}
		for i, c := range sub.Categories {
			name := c.Label
			if name == "" {
				name = labelOf(c.ID)
			}
			if name = remote.Name(name); i == 0 {
				f.Folder = name
			}
			s.folders[name] = true
			s.lists[sub.ID] = append(s.lists[sub.ID], name)
		}
		feeds = append(feeds, remote.AdmitFeed(f))
	}
	return feeds, nil
}

// Subscribe implements remote.Service.
func (s *Service) Subscribe(ctx context.Context, address, folder string) (remote.Feed, error) {
	if f, ok, err := s.followed(ctx, address); ok || err != nil {
		return f, err
	}
	form := url.Values{"ac": {"subscribe"}, "s": {"feed/" + address}}
	if folder != "" {
		form.Set("a", label(folder))
	}
	err := s.post(ctx, "subscription/edit", form)
	if code := wire.Code(err); folder != "" && code >= 400 && code < 500 { // Miniflux makes no folder by this API
		form.Del("a")
		err = s.post(ctx, "subscription/edit", form)
	}
	f, ok, listErr := s.followed(ctx, address)
	switch {
	case ok:
		return f, nil
	case err != nil:
		return remote.Feed{}, err
	case listErr != nil:
		return remote.Feed{}, listErr
	}
	return remote.Feed{}, remote.NewError(nil, s.wire.Host()+" did not keep the feed "+address,
		"Add it there, or check its address", nil)
}

// followed looks for a subscription to an address.
func (s *Service) followed(ctx context.Context, address string) (remote.Feed, bool, error) {
	feeds, err := s.Feeds(ctx)
	if err != nil {
		return remote.Feed{}, false, err
	}
	for _, f := range feeds {
		if f.Address == address || string(f.ID) == "feed/"+address {
			return f, true, nil
		}
	}
	return remote.Feed{}, false, nil
}

// Unsubscribe implements remote.Service.
func (s *Service) Unsubscribe(ctx context.Context, id remote.FeedID) error {
	err := s.post(ctx, "subscription/edit", url.Values{"ac": {"unsubscribe"}, "s": {string(id)}})
	if err == nil || wire.Code(err) == 0 {
		return err
	}
	feeds, listErr := s.Feeds(ctx)
	if listErr != nil {
		return err
	}
	for _, f := range feeds {
		if f.ID == id {
			return err
		}
	}
	return nil
}

// RenameFeed implements remote.Service.
func (s *Service) RenameFeed(ctx context.Context, id remote.FeedID, title string) error {
	return s.post(ctx, "subscription/edit", url.Values{"ac": {"edit"}, "s": {string(id)}, "t": {title}})
}

// MoveFeed implements remote.Service.
func (s *Service) MoveFeed(ctx context.Context, id remote.FeedID, folder string) error {
	if _, known := s.lists[string(id)]; !known {
		if _, err := s.Feeds(ctx); err != nil {
			return err
		}
	}
	form := url.Values{"ac": {"edit"}, "s": {string(id)}}
	if folder != "" {
		form.Set("a", label(folder))
	}
	for _, old := range s.lists[string(id)] {
		if old != folder {
			form.Add("r", label(old))
		}
	}
	return s.post(ctx, "subscription/edit", form)
}

// RenameFolder implements remote.Service.
func (s *Service) RenameFolder(ctx context.Context, from, to string) error {
	return gone(s.post(ctx, "rename-tag", url.Values{"s": {label(from)}, "dest": {label(to)}}))
}

// RemoveFolder implements remote.Service.
func (s *Service) RemoveFolder(ctx context.Context, name string) error {
	if _, err := s.Feeds(ctx); err != nil {
		return err
	}
	if s.folders[name] {
		return remote.NewError(remote.ErrUnsupported, "the folder "+name+" holds feeds", "Move them first", nil)
	}
	return gone(s.post(ctx, "disable-tag", url.Values{"s": {label(name)}}))
}

// gone is err, but nil where the server does not have what was to be changed.
func gone(err error) error {
	if wire.Code(err) == 404 {
		return nil
	}
	return err
}
