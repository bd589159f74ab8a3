package arrive

import (
	"cmp"
	"slices"
	"strings"

	"lede/model/address"
	"lede/model/clean"
)

// taking collects what the readers of sources find: every text is cleaned, every address goes through the gate, and
// what is named twice is one record.
type taking struct {
	kind    string
	records []Record
	feeds   map[string]*Feed
	entries map[string]*Entry
	close   []func() error
}

func newTaking() *taking { return &taking{feeds: map[string]*Feed{}, entries: map[string]*Entry{}} }

// place is where something stands in a source, and its words.
type place struct {
	file         string
	line, record int
	text         string
}

// skip notes what is not taken, and why.
func (t *taking) skip(p place, reason, paste string) {
	t.records = append(t.records, &Skipped{
		File:   clean.Line(p.file),
		Line:   p.line,
		Record: p.record,
		Reason: clean.Line(clean.Clip(clean.Masked(reason), maxReason)),
		Text:   shown(p.text),
		Paste:  clean.Masked(clean.Line(paste)),
	})
}

// maxReason is the length of the longest reason, in bytes.
const maxReason = 500

// shown is a text as it stands, on one line and without passwords.
func shown(s string) string {
	const enough = MaxShown * 8 // bytes; more are cut off anyway
	r := []rune(clean.Line(clean.Masked(clean.Clip(s, enough))))
	return string(r[:min(len(r), MaxShown)])
}

// feed takes a feed, or notes why its address is not taken.
func (t *taking) feed(p place, f Feed) {
	url, err := webAddress(f.URL)
	if err != nil {
		t.skip(p, refusal(f.URL, err), pasteFor(f.URL, err))
		return
	}
	f.URL, f.Site = url, addressOrNone(f.Site)
	f.Title, f.Tags = titleOf(url, f.Title), named(f.Tags)
	key := feedKey(url)
	old, ok := t.feeds[key]
	if !ok {
		t.feeds[key] = &f
		t.records = append(t.records, &f)
		return
	}
	old.join(f)
}

// join adds what another naming of the same feed says.
func (f *Feed) join(g Feed) {
	if f.Title == "" || f.OwnTitle && g.Title != "" && !g.OwnTitle {
		f.Title, f.OwnTitle = g.Title, g.OwnTitle
	}
	f.Site, f.ETag = cmp.Or(f.Site, g.Site), cmp.Or(f.ETag, g.ETag)
	f.Hidden = f.Hidden || g.Hidden
	switch {
	case f.Folder == "":
		f.Folder = g.Folder
	case g.Folder != "" && g.Folder != f.Folder:
		g.Tags = append(g.Tags, lastName(g.Folder))
	}
	f.Tags = named(append(f.Tags, g.Tags...))
}

func lastName(folder string) string { return folder[strings.LastIndexByte(folder, '/')+1:] }

// entry takes an entry, or notes why it is not taken. An entry that has a text, an ID or a key of its own may have no
// address.
func (t *taking) entry(p place, e Entry) {
	raw := e.URL
	url, err := webAddress(raw)
	if err != nil && e.ID == "" && e.Text == nil && e.key == "" {
		t.skip(p, refusal(raw, err), "")
		return
	}
	e.URL, e.Feed = url, addressOrNone(e.Feed)
	e.Title, e.Topics, e.Note = titleOf(raw, e.Title), named(e.Topics), noteOf(e.Note)
	e.Authors = named(e.Authors)
	e.Read = e.Read || e.Archived
	if e.key == "" {
		e.key = e.ownKey()
	}
	if old, ok := t.entries[e.key]; ok && e.key != "" {
		old.join(e)
		return
	}
	if e.key != "" {
		t.entries[e.key] = &e
	}
	t.records = append(t.records, &e)
}

// ownKey names an entry by what it is: an item of a feed, or a page.
func (e *Entry) ownKey() string {
	switch {
	case e.ID != "":
		return "id\x00" + e.Feed + "\x00" + e.ID
	case e.URL != "":
		return "url\x00" + address.Checked(e.URL)
	}
	return ""
}

// join adds what another naming of the same entry says.
func (e *Entry) join(f Entry) {
	e.Title, e.Feed = cmp.Or(e.Title, f.Title), cmp.Or(e.Feed, f.Feed)
	e.Authors = named(append(e.Authors, f.Authors...))
	e.Topics = named(append(e.Topics, f.Topics...))
	e.Archived, e.Starred, e.Read = e.Archived || f.Archived, e.Starred || f.Starred, e.Read || f.Read
	e.Deleted = e.Deleted && f.Deleted
	e.Date, e.Published = earlier(e.Date, f.Date), earlier(e.Published, f.Published)
	if e.Text == nil {
		e.Text = f.Text
	}
	if f.Note != "" && !slices.Contains(strings.Split(e.Note, "\n\n"), f.Note) {
		e.Note = notes(e.Note, f.Note)
	}
}

// query takes a kept search.
func (t *taking) query(q Query) {
	q.Title, q.Was = clean.Line(q.Title), clean.Line(q.Was)
	t.records = append(t.records, &q)
}

// feedKey is equal for addresses of the same feed.
func feedKey(url string) string { return address.Checked(url) }
