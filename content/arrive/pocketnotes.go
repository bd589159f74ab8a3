package arrive

import (
	"context"
	"encoding/json"
)

// isPocketNotes reports whether a file is a list of the highlights that Pocket kept, annotations/part_000000.json in
// the zip file of its last export: pages, each with the passages that its user marked.
func isPocketNotes(s *source) bool {
	shape, ok := shapeOf(s.head)
	return ok && shape.list && shape.item["url"] && shape.item["highlights"]
}

// readPocketNotes reads the highlights of pages, which become their notes. A page that the table names too is one
// entry with what both say.
func readPocketNotes(ctx context.Context, s *source, t *taking) error {
	return s.eachJSON(ctx, t, "", func(raw json.RawMessage, p place) {
		f, ok := fieldsOf(raw)
		if !ok {
			t.skip(p, "It is not an object.", "")
			return
		}
		e := Entry{URL: f.text("url"), Title: f.text("title")}
		for _, h := range f.list("highlights") {
			if h, ok := h.(map[string]any); ok {
				e.Note = notes(e.Note, fields(h).text("quote"), fields(h).text("note"))
			}
		}
		if e.Note == "" {
			t.skip(p, "It has no highlight.", "")
			return
		}
		t.entry(p, e)
	})
}
