package arrive

import (
	"context"
	"errors"
	"path"
	"strings"

	"lede/content/parse/charset"
	"lede/content/parse/matter"
	"lede/model"
	"lede/model/clean"
)

// isNote reports whether a file of a folder is a note in Markdown.
func isNote(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown":
		return true
	}
	return false
}

// readNote reads a note as Obsidian's clipper writes it: what it says of a page stands in front of the text.
func readNote(_ context.Context, s *source, t *taking) error {
	text, err := s.text()
	switch p := (place{file: s.file(), line: 1}); {
	case errors.Is(err, charset.ErrEmpty):
		t.skip(p, "The file is empty.", "")
	case err != nil:
		t.skip(p, "The file is not text.", "")
	default:
		s.texts = nil // it is read again when it is kept
		t.note(p, s, text)
	}
	return nil
}

// note takes a note.
func (t *taking) note(p place, s *source, text string) {
	m, body := matter.Cut(text)
	stated := m.Stated()
	one := func(names ...string) string {
		for _, n := range names {
			if v := stated[n]; len(v) > 0 && strings.TrimSpace(v[0]) != "" {
				return v[0]
			}
		}
		return ""
	}
	e := Entry{
		URL: firstWeb(
			one("source"),
			one("url"),
			one("link"),
		),
		Title:     firstOf(one("title"), headline(body), nameOf(s.base())),
		Date:      dateOf(one("created", "saved", "date")),
		Published: dateOf(one("published")),
		Topics:    tagsOf(stated["tags"], stated["tag"]),
		Authors:   linked(append(stated["author"], stated["authors"]...)),
		Note:      firstOf(one("note")),
	}
	if strings.TrimSpace(body) != "" {
		e.Text = &Text{
			Format: model.Markdown,
			Name:   s.name,
			Load:   func(context.Context) ([]byte, error) { return s.bytes() },
		}
	}
	if e.URL == "" && e.Text == nil {
		t.skip(p, "The file has no text and no address.", "")
		return
	}
	if e.URL == "" {
		e.key, e.Rewritten = "file\x00"+s.root+"\x00"+s.name, true
	}
	t.entry(p, e)
}

// firstWeb returns the first text that is a web address.
func firstWeb(texts ...string) string {
	for _, s := range texts {
		if _, err := webAddress(unlinked(s)); err == nil {
			return unlinked(s)
		}
	}
	return ""
}

// unlinked is a text without the brackets of a link: [[Ilse Brandow]], [[people/ilse|Ilse]], <https://…>,
// [words](https://…).
func unlinked(s string) string {
	s = strings.TrimSpace(s)
	if inner, ok := strings.CutPrefix(s, "[["); ok && strings.HasSuffix(inner, "]]") {
		inner = strings.TrimSuffix(inner, "]]")
		if _, shown, ok := strings.Cut(inner, "|"); ok {
			return shown
		}
		return inner
	}
	if _, target, ok := strings.Cut(s, "]("); ok && strings.HasPrefix(s, "[") && strings.HasSuffix(target, ")") {
		return strings.TrimSuffix(target, ")")
	}
	return strings.Trim(s, "<>")
}

func linked(names []string) []string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = unlinked(n)
	}
	return all
}

// tagsOf are the tags of a note: a list, or one text with commas between, or else with spaces, as Obsidian reads it.
func tagsOf(lists ...[]string) []string {
	var all []string
	for _, list := range lists {
		if len(list) == 1 {
			if list = parted(list[0], ","); len(list) == 1 {
				list = strings.Fields(list[0])
			}
		}
		for _, tag := range list {
			all = append(all, strings.TrimPrefix(strings.TrimSpace(unlinked(tag)), "#"))
		}
	}
	return all
}

// headline is the first line of a text when it is a heading of the first level, or "".
func headline(body string) string {
	first, _, _ := strings.Cut(strings.TrimLeft(body, "\n"), "\n")
	words, ok := strings.CutPrefix(first, "# ")
	if !ok {
		return ""
	}
	return clean.Line(strings.TrimRight(words, "# "))
}

// nameOf is the name of a file without its ending.
func nameOf(base string) string { return strings.TrimSuffix(base, path.Ext(base)) }
