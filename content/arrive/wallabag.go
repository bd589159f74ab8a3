package arrive

import (
	"context"
	"encoding/json"
	"strings"

	"lede/model"
)

// isWallabag reports whether a file is a list as wallabag exports it, in version 2 or 1.
func isWallabag(s *source) bool {
	shape, ok := shapeOf(s.head)
	has := func(name string) bool { return shape.item[name] }
	return ok && shape.list && has("url") && (has("is_archived") || has("is_starred") || has("is_read") || has("is_fav"))
}

func readWallabag(ctx context.Context, s *source, t *taking) error {
	return s.eachJSON(ctx, t, "", func(raw json.RawMessage, p place) {
		f, ok := fieldsOf(raw)
		if !ok {
			t.skip(p, "It is not an object.", "")
			return
		}
		e := Entry{
			URL: firstOf(f.text("url"), f.text("given_url")), Title: f.text("title"), Topics: f.texts("tags", "label", "slug"),
			Archived: f.yes("is_archived", "is_read"), Starred: f.yes("is_starred", "is_fav"),
			Date: dateOf(f.text("created_at")), Published: dateOf(f.text("published_at")), Authors: f.texts("published_by"),
		}
		for _, a := range f.list("annotations") {
			if a, ok := a.(map[string]any); ok {
				e.Note = notes(e.Note, fields(a).text("quote"), fields(a).text("text"))
			}
		}
		e.Text = textNow(f.text("content"), model.HTML)
		t.entry(p, e)
	})
}

// textNow is a text that has been read already; nil for one without a word.
func textNow(s string, format model.Format) *Text {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return &Text{Format: format, Load: func(context.Context) ([]byte, error) { return []byte(s), nil }}
}
