package feed

import (
	"strings"

	"lede/model"
	"lede/model/clean"
)

const (
	maxID    = 4000     // bytes of an item's ID
	maxTitle = 4 * 1000 // bytes of an item's title: at least 1,000 characters
)

// Door cleans an item that has not come by a feed of its own, but by a server that read it: texts on one line, checked
// addresses, HTML as Read leaves it. Relative addresses are resolved against the item's page.
func Door(it model.Item) model.Item {
	it.ID = clean.Clip(strings.TrimSpace(clean.Text(it.ID)), maxID)
	it.URL = stated(it.URL, "")
	it.External, it.Image = stated(it.External, it.URL), stated(it.Image, it.URL)
	it.Title, it.Summary = clean.Clip(spoken(it.Title), maxTitle), spoken(it.Summary)
	it.Language = clean.Line(it.Language)
	it.Text = strings.TrimSpace(clean.Text(it.Text))
	if it.HTML != "" {
		it.HTML = (&reader{}).cleanHTML(it.HTML, it.URL)
	}
	authors := it.Authors[:0:0]
	for _, a := range it.Authors {
		a = model.Author{Name: clean.Line(a.Name), Email: clean.Line(a.Email), URL: stated(a.URL, it.URL)}
		if a.Name+a.Email != "" {
			authors = append(authors, a)
		}
	}
	it.Authors = authors
	it.Topics = each(it.Topics, clean.Line)
	it.Links = each(it.Links, func(s string) string { return stated(s, it.URL) })
	files := it.Attachments[:0:0]
	for _, f := range it.Attachments {
		if f.URL = stated(f.URL, it.URL); f.URL != "" {
			f.Type = clean.Line(f.Type)
			files = append(files, f)
		}
	}
	it.Attachments = files
	it.Published, it.Updated = sane(it.Published.UTC()), sane(it.Updated.UTC())
	return it
}

// spoken is a text in one line, without markup where it has some.
func spoken(s string) string { return clean.Line(plain(written{s, hasTags(s)})) }

// stated is a checked address, "" when none is given: base alone is none.
func stated(raw, base string) string {
	if raw = strings.TrimSpace(raw); raw == "" {
		return ""
	}
	return resolve(raw, base)
}

// each are the texts that f returns, but for those that are empty.
func each(texts []string, f func(string) string) []string {
	var kept []string
	for _, s := range texts {
		if s = f(s); s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
