package export

import (
	"encoding/json"
	"time"

	"lede/model"
)

// Kept is the JSON form of an article of the library, or of its row: the article without its text.
type Kept struct {
	Article
	Status Status `json:"status"`
}

// Status is the JSON form of what the reader did with an article.
type Status struct {
	Read    bool   `json:"read,omitempty"`
	Starred bool   `json:"starred,omitempty"`
	Saved   bool   `json:"saved,omitempty"`
	Percent int    `json:"percent,omitempty"`
	Block   int    `json:"block,omitempty"`
	Line    int    `json:"line,omitempty"`
	Arrived string `json:"arrived,omitempty"` // RFC 3339, UTC
	Removed string `json:"removed,omitempty"` // RFC 3339, UTC: in the trash since
}

// JSONKept returns the JSON form of an article of the library.
func JSONKept(r model.Record) Kept { return Kept{JSONArticle(r.Article), jsonStatus(r.Status)} }

// JSONRow returns the JSON form of a row.
func JSONRow(r model.Row) Kept { return Kept{JSONEntry(r.Entry), jsonStatus(r.Status)} }

func jsonStatus(s model.Status) Status {
	out := Status{
		Read: s.Read, Starred: s.Starred, Saved: s.Saved, Percent: s.Percent, Block: s.Place.Block,
		Line: s.Place.Line,
	}
	if !s.Arrived.IsZero() {
		out.Arrived = s.Arrived.UTC().Format(time.RFC3339)
	}
	if !s.Removed.IsZero() {
		out.Removed = s.Removed.UTC().Format(time.RFC3339)
	}
	return out
}

// UnmarshalJSON reads a topic of lede's own form, or only a name, which is the publisher's.
func (t *Topic) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		t.From = model.Publisher
		return json.Unmarshal(data, &t.Name)
	}
	type plain Topic
	return json.Unmarshal(data, (*plain)(t))
}
