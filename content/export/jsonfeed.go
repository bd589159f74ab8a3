package export

import (
	"io"
	"time"

	"lede/model"
)

// jsonFeed is a feed as JSON Feed 1.1 writes it, see https://jsonfeed.org/version/1.1. What that has no field for is
// in _lede.
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Home        string       `json:"home_page_url,omitempty"`
	URL         string       `json:"feed_url,omitempty"`
	Description string       `json:"description,omitempty"`
	Icon        string       `json:"icon,omitempty"`
	Authors     []jsonAuthor `json:"authors,omitempty"`
	Language    string       `json:"language,omitempty"`
	Items       []jsonItem   `json:"items"`
	More        feedMore     `json:"_lede,omitzero"`
}

type feedMore struct {
	ID        string   `json:"id,omitempty"`
	Rights    string   `json:"rights,omitempty"`
	Generator string   `json:"generator,omitempty"`
	Published string   `json:"published,omitempty"`
	Updated   string   `json:"updated,omitempty"`
	Tags      []string `json:"tags,omitempty"`
	Cut       string   `json:"cut,omitempty"` // why items are missing
}

type jsonAuthor struct {
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
}

type jsonItem struct {
	ID          string       `json:"id"`
	URL         string       `json:"url,omitempty"`
	External    string       `json:"external_url,omitempty"`
	Title       string       `json:"title,omitempty"`
	HTML        string       `json:"content_html,omitempty"`
	Text        string       `json:"content_text,omitempty"`
	Summary     string       `json:"summary,omitempty"`
	Image       string       `json:"image,omitempty"`
	Published   string       `json:"date_published,omitempty"`
	Updated     string       `json:"date_modified,omitempty"`
	Authors     []jsonAuthor `json:"authors,omitempty"`
	Tags        []string     `json:"tags,omitempty"`
	Language    string       `json:"language,omitempty"`
	Attachments []jsonFile   `json:"attachments,omitempty"`
	More        itemMore     `json:"_lede,omitzero"`
}

type itemMore struct {
	Links []string `json:"links,omitempty"`
}

type jsonFile struct {
	URL     string `json:"url"`
	Type    string `json:"mime_type,omitempty"`
	Bytes   int64  `json:"size_in_bytes,omitempty"`
	Seconds int    `json:"duration_in_seconds,omitempty"`
}

// WriteFeed writes a feed as JSON Feed 1.1.
func WriteFeed(w io.Writer, f model.Feed) error {
	out := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.Title, Home: f.Home, URL: f.URL, Description: f.Description,
		Icon:    f.Icon,
		Authors: jsonAuthors(f.Authors), Language: f.Language, Items: make([]jsonItem, len(f.Items)),
		More: feedMore{
			ID: f.ID, Rights: f.Rights, Generator: f.Generator, Published: feedTime(f.Published),
			Updated: feedTime(f.Updated), Tags: f.Topics, Cut: f.Cut,
		},
	}
	for i := range f.Items {
		out.Items[i] = jsonItemOf(&f.Items[i])
	}
	return JSON(w, out)
}

func jsonItemOf(it *model.Item) jsonItem {
	out := jsonItem{
		ID: it.ID, URL: it.URL, External: it.External, Title: it.Title, HTML: it.HTML, Text: it.Text, Summary: it.Summary,
		Image:     it.Image,
		Published: feedTime(it.Published), Updated: feedTime(it.Updated), Authors: jsonAuthors(it.Authors), Tags: it.Topics,
		Language: it.Language,
		More:     itemMore{it.Links},
	}
	for _, a := range it.Attachments {
		out.Attachments = append(out.Attachments, jsonFile(a))
	}
	return out
}

// jsonAuthors writes a mail address as an address, where there is no other.
func jsonAuthors(all []model.Author) []jsonAuthor {
	var out []jsonAuthor
	for _, a := range all {
		url := a.URL
		if a.Email != "" {
			url = "mailto:" + a.Email
		}
		out = append(out, jsonAuthor{a.Name, url})
	}
	return out
}

// feedTime writes a time as RFC 3339; "" for none.
func feedTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
