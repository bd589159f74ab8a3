package arrive

import (
	"context"
	"encoding/json"
	"strings"

	"lede/model"
)

// isStarred reports whether a file is a list of items as Google Reader exported its starred ones, and as FreshRSS,
// Inoreader, The Old Reader and others do today.
func isStarred(s *source) bool {
	shape, ok := shapeOf(s.head)
	if !ok || shape.list || !shape.top["items"] || shape.top["version"] {
		return false
	}
	has := func(name string) bool { return shape.item[name] }
	return has("alternate") || has("canonical") || has("origin") || has("categories") || has("crawlTimeMsec")
}

func readStarred(ctx context.Context, s *source, t *taking) error {
	all := strings.Contains(string(s.head[:min(len(s.head), 4096)]), "/state/com.google/starred") &&
		!strings.Contains(string(s.head), `"categories"`)
	return s.eachJSON(ctx, t, "items", func(raw json.RawMessage, p place) {
		f, ok := fieldsOf(raw)
		if !ok {
			t.skip(p, "It is not an object.", "")
			return
		}
		e := Entry{
			URL: hrefOf(f, "canonical", "alternate"), Title: f.text("title"), Authors: []string{f.text("author")}, Starred: all,
			Published: dateOf(f.text("published")), Date: savedAt(f),
			Feed: strings.TrimPrefix(f.object("origin").text("streamId"), "feed/"),
		}
		e.label(f.texts("categories", "label", "name"))
		for _, name := range [...]string{"content", "summary"} {
			if e.Text == nil {
				e.Text = textNow(firstOf(f.object(name).text("content"), f.text(name)), model.HTML)
			}
		}
		for _, a := range f.list("annotations") {
			if a, ok := a.(map[string]any); ok {
				e.Note = notes(e.Note, fields(a).text("content", "text"))
			}
		}
		t.entry(p, e)
	})
}

// label takes what Google Reader calls categories: the states of an item, the user's labels, and the topics that its
// publisher states.
func (e *Entry) label(categories []string) {
	for _, c := range categories {
		_, state, isState := strings.Cut(c, "/state/com.google/")
		_, label, isLabel := strings.Cut(c, "/label/")
		switch {
		case !strings.HasPrefix(c, "user/"):
			e.Topics = append(e.Topics, c)
		case isState:
			e.Starred = e.Starred || state == "starred"
			e.Read = e.Read || state == "read"
		case isLabel:
			e.Topics = append(e.Topics, label)
		}
	}
}

// hrefOf is the first web address of lists of links.
func hrefOf(f fields, names ...string) string {
	for _, n := range names {
		for _, v := range f.list(n) {
			if m, ok := v.(map[string]any); ok {
				if url := addressOrNone(fields(m).text("href")); url != "" {
					return url
				}
			}
		}
	}
	return f.text("url")
}

// savedAt is when an item was starred; else when it came, or was published.
func savedAt(f fields) Date {
	for _, n := range [...]string{"starred", "timestampUsec", "crawlTimeMsec", "updated", "published"} {
		if d := dateOf(f.text(n)); !d.At.IsZero() {
			return d
		}
	}
	return Date{}
}
