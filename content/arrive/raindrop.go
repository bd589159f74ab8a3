package arrive

import (
	"context"
	"strings"
)

// isRaindrop reports whether a file is a table as Raindrop.io exports it, or as it takes it.
func isRaindrop(s *source) bool {
	return hasColumns(s, "url", "folder", "created") || hasColumns(s, "url", "folder", "favorite") ||
		hasColumns(s, "url", "folder", "excerpt")
}

func readRaindrop(_ context.Context, s *source, t *taking) error {
	return s.each(t, func(r row, p place) {
		t.entry(p, Entry{
			URL:     r.value("url"),
			Title:   r.value("title"),
			Date:    dateOf(r.value("created")),
			Starred: isYes(r.value("favorite")),
			Topics: append(
				levels(r.value("folder")),
				parted(r.value("tags"), ",")...),
			Note: notes(r.value("note"), r.value("highlights")),
		})
	})
}

// levels are the names of nested folders, without the one that stands for none.
func levels(folder string) []string {
	var names []string
	for _, n := range parted(folder, "/") {
		if n = strings.TrimSpace(n); !strings.EqualFold(n, "unsorted") {
			names = append(names, n)
		}
	}
	return names
}
