package arrive

import (
	"context"
	"strconv"
	"strings"
)

// isReadwise reports whether a file is a table as Readwise Reader exports its library.
func isReadwise(s *source) bool {
	return hasColumns(s, "url", "saved date") ||
		hasColumns(s, "url", "document tags", "location") && !hasColumns(s, "highlight")
}

func readReadwise(_ context.Context, s *source, t *taking) error {
	return s.each(t, func(r row, p place) {
		progress, isPercent := strings.CutSuffix(r.value("reading progress"), "%")
		part, err := strconv.ParseFloat(progress, 64)
		if isPercent {
			part /= 100
		}
		t.entry(p, Entry{
			URL:       r.value("url"),
			Title:     r.value("title"),
			Topics:    listed(r.value("document tags")),
			Date:      dateOf(r.value("saved date")),
			Authors:   []string{r.value("author")},
			Published: dateOf(r.value("published date")),
			Note:      r.value("document note"),
			Archived:  isArchive(r.value("location")),
			Read:      err == nil && part >= 1,
		})
	})
}

// isHighlights reports whether a file is a table as Readwise exports highlights.
func isHighlights(s *source) bool { return hasColumns(s, "highlight", "book title") }

// readHighlights reads a table with a highlight in each row. The highlights of one text are the notes of one entry,
// which has no address, since the table has none.
func readHighlights(_ context.Context, s *source, t *taking) error {
	return s.each(t, func(r row, p place) {
		title := r.value("book title")
		note := notes(r.value("highlight"), r.value("note"))
		if title == "" || note == "" {
			t.skip(p, "It has no title, or no highlight.", "")
			return
		}
		author := r.value("book author")
		t.entry(p, Entry{
			URL: r.value(
				"url",
				"source url",
			),
			Title:   title,
			Authors: []string{author},
			Topics:  listed(r.value("document tags")),
			Date:    dateOf(r.value("highlighted at")),
			Note:    note,
			key:     "book\x00" + strings.ToLower(title+"\x00"+author),
		})
	})
}
