package greader

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"lede/content/remote"
	"lede/content/remote/wire"
	"lede/model"
)

// item is an entry as a server writes it.
type item struct {
	ID        string      `json:"id"`
	Title     string      `json:"title"`
	Author    string      `json:"author"`
	Published json.Number `json:"published"` // seconds; a text at some
	Updated   json.Number `json:"updated"`
	Crawled   json.Number `json:"crawlTimeMsec"`
	Tags      []string    `json:"categories"`
	Canonical []link      `json:"canonical"`
	Alternate []link      `json:"alternate"`
	Enclosure []link      `json:"enclosure"`
	Content   body        `json:"content"`
	Summary   body        `json:"summary"`
	Origin    struct {
		Stream string `json:"streamId"`
	} `json:"origin"`
}

type link struct {
	Href   string      `json:"href"`
	URL    string      `json:"url"` // Miniflux, of an enclosure
	Type   string      `json:"type"`
	Length json.Number `json:"length"`
}

type body struct {
	Text string `json:"content"`
}

// Entries implements remote.Service.
func (s *Service) Entries(ctx context.Context, ids []remote.EntryID) ([]remote.Entry, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	wanted := make(map[remote.EntryID]bool, len(ids))
	form := url.Values{"output": {"json"}}
	for _, id := range ids {
		wanted[id] = true
		form.Add("i", asked(id))
	}
	a, err := s.do(ctx, wire.Call{
		Method: http.MethodPost, Path: "stream/items/contents", Query: url.Values{"output": {"json"}}, Form: form,
	})
	if err != nil {
		return nil, err
	}
	var answer struct {
		Items *[]item `json:"items"`
	}
	if err := s.wire.Decode(a, &answer); err != nil {
		return nil, err
	}
	if answer.Items == nil {
		return nil, s.nonsense()
	}
	var entries []remote.Entry
	for i := range *answer.Items {
		it := &(*answer.Items)[i]
		for _, id := range written(it.ID) {
			if wanted[id] {
				delete(wanted, id) // a server may write it twice
				entries = append(entries, s.entry(id, it))
				break
			}
		}
	}
	return entries, nil
}

// entry is an item as lede keeps it.
func (s *Service) entry(id remote.EntryID, it *item) remote.Entry {
	e := remote.Entry{ID: id, Feed: remote.FeedID(it.Origin.Stream), Arrived: at(it.Crawled, time.Millisecond)}
	if !remote.Named(it.Origin.Stream) {
		e.Feed = ""
	}
	e.Item = model.Item{
		ID: it.ID, Title: it.Title, HTML: it.Content.Text, Published: at(it.Published, time.Second),
		Updated: at(it.Updated, time.Second),
	}
	if len(it.Summary.Text) > len(e.Item.HTML) {
		e.Item.HTML = it.Summary.Text
	}
	for _, l := range append(it.Canonical, it.Alternate...) {
		if e.Item.URL == "" {
			e.Item.URL = l.Href
		}
	}
	if it.Author != "" {
		e.Item.Authors = []model.Author{{Name: it.Author}}
	}
	for _, l := range it.Enclosure {
		n, _ := l.Length.Int64()
		file := model.Attachment{URL: l.Href + l.URL, Type: l.Type, Bytes: max(0, n)}
		e.Item.Attachments = append(e.Item.Attachments, file)
	}
	folders := s.lists[it.Origin.Stream]
	for _, tag := range it.Tags {
		switch name := labelOf(tag); {
		case stateOf(tag) == "read":
			e.Read = true
		case stateOf(tag) == "starred":
			e.Starred = true
		case name != "" && !s.folders[name] && !contains(folders, name):
			e.Labels = append(e.Labels, name)
		case name == "" && stateOf(tag) == "":
			e.Item.Topics = append(e.Item.Topics, tag)
		}
	}
	return remote.Admit(e)
}

func contains(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}

// at is a time that is written as a number of units since 1970; zero when it is none.
func at(n json.Number, unit time.Duration) time.Time {
	v, err := strconv.ParseInt(n.String(), 10, 64)
	if err != nil || v <= 0 || v > int64(1<<62)/int64(unit) {
		return time.Time{}
	}
	return time.Unix(0, 0).Add(time.Duration(v) * unit).UTC()
}
