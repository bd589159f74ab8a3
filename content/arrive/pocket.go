package arrive

import (
	"context"
	"strings"
)

// isPocketTable reports whether a file is a table as Pocket exported it last: part_000000.csv in a zip file.
func isPocketTable(s *source) bool {
	return hasColumns(s, "url", "time added") && (hasColumns(s, "status") || hasColumns(s, "tags"))
}

func readPocketTable(_ context.Context, s *source, t *taking) error {
	return s.each(t, func(r row, p place) {
		t.entry(p, Entry{
			URL:      r.value("url"),
			Title:    r.value("title"),
			Date:     dateOf(r.value("time added")),
			Topics:   parted(r.value("tags"), "|"),
			Archived: isArchive(r.value("status")),
			Starred:  isYes(r.value("favorite")),
		})
	})
}

// isArchive reports whether a folder, a status or a place of a service is its archive.
func isArchive(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "archive", "archived", "read archive":
		return true
	}
	return false
}

// isYes reports whether a value of a table says yes.
func isYes(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "1", "true", "yes", "y", "t":
		return true
	}
	return false
}

// isPocketPage reports whether a file is a page as Pocket exported it until 2024: ril_export.html.
func isPocketPage(s *source) bool {
	head := strings.ToLower(s.beginning())
	return strings.HasPrefix(strings.TrimSpace(head), "<") &&
		(strings.Contains(head, "<title>pocket export") || strings.Contains(head, " time_added="))
}

// readPocketPage reads lists of links, each below a heading: Unread, and Read Archive.
func readPocketPage(_ context.Context, s *source, t *taking) error {
	text, err := s.text()
	if err != nil {
		return err
	}
	var heading, words strings.Builder
	in := "" // h1 or a
	var e Entry
	var p place
	end := func() {
		if in == "a" {
			e.Title, e.Archived = words.String(), isArchive(strings.TrimSpace(heading.String()))
			t.entry(p, e)
		}
		in = ""
	}
	cut := eachTag(text, func(x *tag) {
		switch {
		case x.name == "" && in == "h1":
			heading.WriteString(x.text)
		case x.name == "" && in == "a":
			words.WriteString(x.text)
		case x.name == "h1" || x.name == "a":
			end()
			if x.end {
				return
			}
			in = x.name
			if in == "h1" {
				heading.Reset()
				return
			}
			words.Reset()
			p = place{file: s.file(), line: x.line, text: x.source}
			e = Entry{URL: x.value("href"), Date: dateOf(x.value("time_added")), Topics: parted(x.value("tags"), ",")}
		case x.name == "li" || x.name == "ul":
			end()
		}
	})
	end()
	if cut > 0 {
		t.skip(place{file: s.file(), line: cut}, "The file is cut off here.", "")
	}
	return nil
}
