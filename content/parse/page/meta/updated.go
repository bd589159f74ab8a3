package meta

import (
	"strings"
	"time"

	"golang.org/x/net/html"

	"lede/content/parse/name"
)

// updated returns when an article was changed after it was published, as the metadata says it or else as the page
// prints it by its title; or the zero time.
func updated(src *pageSources, near *vicinity, published time.Time) time.Time {
	if published.IsZero() {
		return published
	}
	stated := src.modified().UTC()
	for _, t := range [...]time.Time{stated, printedChange(near)} {
		if t.After(published) && t.Year() <= lastYear && (!sameDay(t, published) || t.Equal(stated)) {
			return t
		}
	}
	return time.Time{}
}

// printedChange returns the date of a change in a line below the title, or the zero time.
func printedChange(near *vicinity) (when time.Time) {
	near.eachLine(near.start(), func(box *html.Node, line string) bool {
		if len(line) > nearLine || near.aside(box) || near.isQuoted(box) {
			return true
		}
		for before, t := range datesIn(line) {
			if changed(before) && name.IsDated(strings.TrimLeft(before, " .,;|•·⋅–—-(")) {
				when = t.UTC()
				return false
			}
		}
		return true
	})
	return when
}
