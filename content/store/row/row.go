// Package row reads articles and their statuses as rows of a list.
package row

import (
	"database/sql"
	"encoding/json"
	"time"

	"lede/content/store/codec"
	"lede/model"
)

// Columns are what scanRow reads.
const Columns = `a.n, a.id, a.ref, a.url, a.title, a.site, a.byline, a.dateline, a.summary, a.language, a.published,
a.words, a.topics,
	coalesce(s.read, 0), coalesce(s.starred, 0), coalesce(s.saved, 0), coalesce(s.block, 0), coalesce(s.line, 0),
coalesce(s.percent, 0), coalesce(s.arrived, 0),
	coalesce(s.removed, 0), coalesce(a.story, 0)`

// The parts of a query that join an article with its status, and keep out what is in the trash.
const (
	Joined = ` FROM article a LEFT JOIN status s ON s.id = a.id`
	Here   = `coalesce(s.removed, 0) = 0`
	From   = Joined + ` WHERE ` + Here
)

// Scan reads a row of Columns, and the number of the group of those that tell the same; 0 for none.
func Scan(rows *sql.Rows) (r model.Row, story int64, err error) {
	var n, arrived, removed int64
	var byline, topics string
	var published sql.NullInt64
	err = rows.Scan(&n, &r.ID, &r.Ref, &r.URL, &r.Title, &r.Site, &byline, &r.Dateline, &r.Summary, &r.Language,
		&published, &r.Words, &topics,
		&r.Status.Read, &r.Status.Starred, &r.Status.Saved, &r.Status.Place.Block, &r.Status.Place.Line, &r.Status.Percent,
		&arrived, &removed, &story)
	if err != nil {
		return r, 0, err
	}
	if published.Valid {
		r.Published = time.Unix(published.Int64, 0).UTC()
	}
	if arrived > 0 {
		r.Status.Arrived = time.Unix(arrived, 0).UTC()
	}
	if removed > 0 {
		r.Status.Removed = time.Unix(removed, 0).UTC()
	}
	r.Topics = codec.DecodeTopics(topics)
	return r, story, json.Unmarshal([]byte(byline), &r.Byline)
}
