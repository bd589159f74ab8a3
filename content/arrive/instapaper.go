package arrive

import (
	"context"
	"strings"
)

// isInstapaper reports whether a file is a table as Instapaper exports it.
func isInstapaper(s *source) bool {
	return hasColumns(s, "url", "folder", "timestamp") || hasColumns(s, "url", "title", "selection", "folder")
}

// readInstapaper reads a table of pages. A folder of Instapaper's own says what was done with a page, one of the
// user's what it is about.
func readInstapaper(_ context.Context, s *source, t *taking) error {
	return s.each(t, func(r row, p place) {
		e := Entry{
			URL: r.value("url"), Title: r.value("title"), Date: dateOf(r.value("timestamp")), Note: r.value("selection"),
		}
		switch folder := r.value("folder"); strings.ToLower(folder) {
		case "archive":
			e.Archived = true
		case "starred", "liked":
			e.Starred = true
		case "unread", "":
		default:
			e.Topics = append(e.Topics, folder)
		}
		e.Topics = append(e.Topics, listed(r.value("tags"))...)
		t.entry(p, e)
	})
}
