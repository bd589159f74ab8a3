package export

import (
	"bufio"
	"encoding/xml"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"lede/model"
)

// OPML writes feeds as a list that other readers import, with their folders as outlines in outlines. Tags are
// categories; as commas and slashes part those, they become spaces in the name of a tag. Passwords, headers and
// commands stay behind.
//
// See https://opml.org/spec2.opml.
func OPML(w io.Writer, feeds []model.Subscription, now time.Time) error {
	o := outlines{w: bufio.NewWriter(w)}
	o.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	o.line(`<opml version="2.0">`)
	o.line(`<head><title>Feeds of lede</title><dateCreated>` + now.UTC().Format(time.RFC1123Z) + `</dateCreated></head>`)
	o.line(`<body>`)
	sorted := slices.Clone(feeds)
	slices.SortStableFunc(sorted, func(a, b model.Subscription) int {
		return strings.Compare(strings.ToLower(a.Folder), strings.ToLower(b.Folder))
	})
	for i := range sorted {
		o.feed(&sorted[i])
	}
	o.into(nil)
	o.line(`</body>`)
	o.line(`</opml>`)
	return o.w.Flush()
}

// outlines writes outlines. What goes wrong is told by the flush.
type outlines struct {
	w    *bufio.Writer
	open []string // the folders that are open
}

func (o *outlines) line(s string) {
	_, _ = o.w.WriteString(strings.Repeat("  ", len(o.open)) + s + "\n")
}

// into closes and opens folders.
func (o *outlines) into(folders []string) {
	same := 0
	for same < min(len(o.open), len(folders)) && o.open[same] == folders[same] {
		same++
	}
	for len(o.open) > same {
		o.open = o.open[:len(o.open)-1]
		o.line(`</outline>`)
	}
	for _, name := range folders[same:] {
		o.line(`<outline` + attribute("text", name) + attribute("title", name) + `>`)
		o.open = append(o.open, name)
	}
}

func (o *outlines) feed(f *model.Subscription) {
	o.into(strings.FieldsFunc(f.Folder, func(r rune) bool { return r == '/' }))
	tags := make([]string, len(f.Tags))
	for i, t := range f.Tags {
		tags[i] = strings.Join(strings.FieldsFunc(t, func(r rune) bool { return r == ',' || r == '/' || r == ' ' }), " ")
	}
	name := f.Called()
	o.line(`<outline type="rss"` + attribute("text", name) + attribute("title", name) +
		attribute("xmlUrl", public(f.URL)) + attribute("htmlUrl", f.Site) +
		attribute("category", strings.Join(tags, ",")) + `/>`)
}

// public is an address without a user name and a password.
func public(raw string) string {
	u, err := url.Parse(raw)
	if err != nil || u.User == nil {
		return raw
	}
	u.User = nil
	return u.String()
}

// attribute is an attribute of an outline; "" for one without a value.
func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(value)) // a Builder takes everything
	return " " + name + `="` + b.String() + `"`
}
