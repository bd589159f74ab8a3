package arrive

import (
	"context"
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"lede/model"
)

// isOmnivore reports whether a folder is an export of Omnivore: lists of what was saved, and folders with the texts
// and the highlights.
func isOmnivore(s *source) bool {
	for _, name := range omnivoreLists(s) {
		if f, err := s.below(name); err == nil && isOmnivoreFile(f) {
			return true
		}
	}
	return false
}

// omnivoreLists are the lists in a folder, in the order of their numbers.
func omnivoreLists(s *source) []string {
	if s.tree == nil {
		return nil
	}
	names, err := fs.Glob(s.tree, "metadata_*.json")
	if err != nil {
		return nil
	}
	slices.SortStableFunc(names, func(a, b string) int { return firstNumber(a) - firstNumber(b) })
	return names
}

func firstNumber(name string) int {
	n, _ := strconv.Atoi(strings.Split(strings.TrimPrefix(name, "metadata_"), "_")[0]) // what is no number comes first
	return n
}

// isOmnivoreFile reports whether a file is a list of what was saved in Omnivore.
func isOmnivoreFile(s *source) bool {
	shape, ok := shapeOf(s.head)
	return ok && shape.list && shape.item["slug"] &&
		(shape.item["savedAt"] || shape.item["readingProgress"] || shape.item["state"])
}

func readOmnivore(ctx context.Context, s *source, t *taking) error {
	for _, name := range omnivoreLists(s) {
		f, err := s.below(name)
		if err == nil && isOmnivoreFile(f) {
			err = readOmnivoreList(ctx, f, s, t)
		}
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			t.skip(place{file: name}, "The file cannot be read.", "")
		}
	}
	return nil
}

// readOmnivoreFile reads a list by itself; its texts are beside it, when they are anywhere.
func readOmnivoreFile(ctx context.Context, s *source, t *taking) error {
	return readOmnivoreList(ctx, s, nil, t)
}

func readOmnivoreList(ctx context.Context, s, folder *source, t *taking) error {
	return s.eachJSON(ctx, t, "", func(raw json.RawMessage, p place) {
		f, ok := fieldsOf(raw)
		if !ok {
			t.skip(p, "It is not an object.", "")
			return
		}
		progress, err := strconv.ParseFloat(f.text("readingProgress"), 64)
		e := Entry{
			URL:       realAddress(f.text("url")),
			Title:     f.text("title"),
			Authors:   []string{f.text("author")},
			Topics:    f.texts("labels", "name"),
			Archived:  isArchive(f.text("state")),
			Read:      err == nil && progress >= 100,
			Deleted:   strings.EqualFold(f.text("state"), "deleted"),
			Date:      dateOf(f.text("savedAt")),
			Published: dateOf(f.text("publishedAt")),
		}
		if slug := f.text("slug"); folder != nil && fs.ValidPath(slug) && slug == path.Base(slug) {
			e.Text = folder.textAt("content/"+slug+".html", model.HTML)
			e.Note = folder.words("highlights/" + slug + ".md")
		}
		if e.URL == "" && e.Text != nil {
			e.key = "omnivore\x00" + f.text("id", "slug")
		}
		t.entry(p, e)
	})
}

// realAddress is "" for the address that Omnivore gives what has none.
func realAddress(url string) string {
	if strings.Contains(url, "omnivore.app/no_url") {
		return ""
	}
	return url
}

// textAt is the text in a file of a folder; nil when there is none.
func (s *source) textAt(name string, format model.Format) *Text {
	f, err := s.below(name)
	if err != nil || strings.TrimSpace(f.beginning()) == "" {
		return nil
	}
	f.head = nil
	return &Text{Format: format, Name: name, Load: func(context.Context) ([]byte, error) { return f.bytes() }}
}

// words is the text of a file of a folder, or "".
func (s *source) words(name string) string {
	f, err := s.below(name)
	if err != nil {
		return ""
	}
	text, err := f.text()
	if err != nil {
		return ""
	}
	return text
}
