package librarycmd

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"lede/content/arrive"
	"lede/content/moving"
	"lede/model/clean"
)

// The forms of the lines that lede import --json writes.
type (
	importFeed struct {
		Kind   string   `json:"kind"`
		URL    string   `json:"url"`
		Title  string   `json:"title,omitempty"`
		Folder string   `json:"folder,omitempty"`
		Tags   []string `json:"tags,omitempty"`
		Hidden bool     `json:"hidden,omitempty"`
		Site   string   `json:"site,omitempty"`
		ETag   string   `json:"etag,omitempty"`
	}
	importEntry struct {
		Kind      string   `json:"kind"`
		URL       string   `json:"url,omitempty"`
		Title     string   `json:"title,omitempty"`
		Date      string   `json:"date,omitempty"`
		Topics    []string `json:"topics,omitempty"`
		Archived  bool     `json:"archived,omitempty"`
		Starred   bool     `json:"starred,omitempty"`
		Read      bool     `json:"read,omitempty"`
		Note      string   `json:"note,omitempty"`
		Text      bool     `json:"text,omitempty"`
		ID        string   `json:"id,omitempty"`
		Feed      string   `json:"feed,omitempty"`
		Authors   []string `json:"author,omitempty"`
		Published string   `json:"published,omitempty"`
		Deleted   bool     `json:"deleted,omitempty"`
	}
	importQuery struct {
		Kind  string `json:"kind"`
		Title string `json:"title"`
		Query string `json:"query"`
		Was   string `json:"was"`
	}
	importSkipped struct {
		Kind   string `json:"kind"`
		File   string `json:"file,omitempty"`
		Line   int    `json:"line,omitempty"`
		Record int    `json:"record,omitempty"`
		Reason string `json:"reason"`
		Text   string `json:"text,omitempty"`
		Paste  string `json:"paste,omitempty"`
	}
	importKey struct {
		Kind    string   `json:"kind"`
		File    string   `json:"file,omitempty"`
		Line    int      `json:"line"`
		Was     string   `json:"was"`
		Key     string   `json:"key,omitempty"`
		Actions []string `json:"actions,omitempty"`
		Macro   string   `json:"macro,omitempty"`
		Reason  string   `json:"reason,omitempty"`
	}
	importDone struct {
		Kind       string `json:"kind"`
		Format     string `json:"format"`
		Feeds      int    `json:"feeds"`
		Entries    int    `json:"entries"`
		Queries    int    `json:"queries"`
		Skipped    int    `json:"skipped"`
		Keys       int    `json:"keys,omitempty"` // those that lede has an action for
		NewFeeds   int    `json:"new_feeds"`
		NewEntries int    `json:"new_entries"`

		deleted int // of the entries
	}
)

// importLine is the form of one record.
func importLine(r arrive.Record) any {
	switch r := r.(type) {
	case *arrive.Feed:
		return importFeed{"feed", r.URL, r.Title, r.Folder, r.Tags, r.Hidden, r.Site, r.ETag}
	case *arrive.Entry:
		return importEntry{
			Kind:      "entry",
			URL:       r.URL,
			Title:     r.Title,
			Date:      importDate(r.Date),
			Topics:    r.Topics,
			Archived:  r.Archived,
			Starred:   r.Starred,
			Read:      r.Read,
			Note:      r.Note,
			Text:      r.Text != nil,
			ID:        r.ID,
			Feed:      r.Feed,
			Authors:   r.Authors,
			Published: importDate(r.Published),
			Deleted:   r.Deleted,
		}
	case *arrive.Query:
		return importQuery{"query", r.Title, r.Query, r.Was}
	case *arrive.Binding:
		return importKey{"key", r.File, r.Line, r.Was, r.Key, r.Actions, r.Macro, r.Reason}
	case *arrive.Skipped:
		return importSkipped{"skipped", r.File, r.Line, r.Record, r.Reason, r.Text, r.Paste}
	}
	return nil
}

// importDate is a date in RFC 3339; a day where only the day is known.
func importDate(d arrive.Date) string {
	switch {
	case d.At.IsZero():
		return ""
	case d.Day:
		return d.At.Format(time.DateOnly)
	}
	return d.At.Format(time.RFC3339Nano)
}

// importLines writes the lines of an import but for the last.
func (f commands) importLines(a *moving.Arrival) error {
	var b bytes.Buffer
	for _, r := range a.Records {
		if err := exactLine(&b, importLine(r)); err != nil {
			return err
		}
		if b.Len() > 64<<10 {
			if _, err := b.WriteTo(f.Stdout); err != nil {
				return err
			}
		}
	}
	_, err := b.WriteTo(f.Stdout)
	return err
}

// exactLine writes v as a line of JSON from which every text can be read byte for byte: what no terminal may be sent
// is written as an escape.
func exactLine(w io.Writer, v any) error {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, escaped(b.String()))
	return err
}

// escaped is a line of JSON with escapes for the characters that the gate does not let through.
func escaped(line string) string {
	if clean.Text(line) == line {
		return line
	}
	var b strings.Builder
	for _, r := range line {
		switch {
		case r < utf8.RuneSelf, clean.Text("a"+string(r)) == "a"+string(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return clean.Text(b.String())
}
