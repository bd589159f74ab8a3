package arrive

import (
	"context"
	"strings"
)

// isOPML reports whether a text is a list of feeds in OPML, also when its head is missing.
func isOPML(s *source) bool {
	head := strings.ToLower(s.beginning())
	start := strings.TrimSpace(head)
	if !strings.HasPrefix(start, "<") || strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") {
		return false
	}
	return strings.Contains(head, "<opml") || strings.Contains(head, "<outline")
}

// readOPML reads a list of feeds, see https://opml.org/spec2.opml. It takes each start and end of an outline as it
// comes, so that a list with errors, or without its end, gives all feeds that are in it.
func readOPML(_ context.Context, s *source, t *taking) error {
	text, err := s.text()
	if err != nil {
		return err
	}
	r := opmlReader{taking: t, file: s.file()}
	if cut := eachTag(text, r.tag); cut > 0 {
		t.skip(place{file: s.file(), line: cut}, "The file is cut off here.", "")
	}
	for len(r.open) > 0 {
		r.end()
	}
	return nil
}

// maxOutlines is how deep outlines are nested at most; what is deeper is taken for what is at that depth.
const maxOutlines = 64

// outline is one that has begun.
type outline struct {
	name    string // of a folder
	feed    bool
	comment bool // it is commented out, with all that is in it
	inner   bool // it has outlines in it
	place   place
}

// opmlReader reads outlines.
type opmlReader struct {
	*taking
	file string
	open []outline
	over int // outlines that are too deep
}

func (r *opmlReader) tag(x *tag) {
	if x.name != "outline" {
		return
	}
	switch {
	case !x.end:
		r.begin(x)
	case r.over > 0:
		r.over--
	case len(r.open) > 0:
		r.end()
	}
}

// begin takes the start of an outline.
func (r *opmlReader) begin(x *tag) {
	if len(r.open) > 0 {
		r.open[len(r.open)-1].inner = true
	}
	url, hasURL := x.attr("xmlurl")
	o := outline{place: place{file: r.file, line: x.line, text: x.source}}
	o.name = firstOf(decoded(x.value("text")), decoded(x.value("title")))
	o.comment = r.commented() || strings.EqualFold(x.value("iscomment"), "true")
	o.feed = hasURL && strings.TrimSpace(url) != ""
	_, link := x.attr("url")
	link = link || strings.EqualFold(x.value("type"), "link")
	switch {
	case o.comment:
		r.skip(o.place, "It is commented out (isComment).", "")
	case o.feed:
		r.outlineFeed(x, o.place, url)
	case link:
		r.skip(o.place, "It is a link and not a feed: it has no address of a feed (xmlUrl).", "")
	}
	o.feed = o.feed || link
	switch {
	case x.empty && !o.feed && !o.comment:
		r.skip(o.place, "It has no address of a feed (xmlUrl).", "")
	case x.empty:
	case len(r.open) >= maxOutlines:
		r.over++
	default:
		r.open = append(r.open, o)
	}
}

// end takes the end of an outline. One that is neither a feed nor a folder of others has no address.
func (r *opmlReader) end() {
	last := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	if !last.feed && !last.comment && !last.inner {
		r.skip(last.place, "It has no address of a feed (xmlUrl).", "")
	}
}

func (r *opmlReader) commented() bool { return len(r.open) > 0 && r.open[len(r.open)-1].comment }

// outlineFeed takes a feed.
func (r *opmlReader) outlineFeed(x *tag, p place, url string) {
	f := Feed{URL: url, Site: x.value("htmlurl"), Folder: r.folder()}
	f.Title = titleOf(url, x.value("text"), x.value("title"))
	for _, c := range parted(x.value("category"), ",") {
		c = strings.TrimSpace(decoded(c))
		folder := folderOf(parted(c, "/"))
		switch {
		case !strings.Contains(c, "/"):
			f.Tags = append(f.Tags, c)
		case f.Folder == "":
			f.Folder = folder
		case folder != "" && folder != f.Folder:
			f.Tags = append(f.Tags, lastName(folder))
		}
	}
	r.feed(p, f)
}

// folder is the path of the folders that are open.
func (r *opmlReader) folder() string {
	var names []string
	for _, o := range r.open {
		if !o.feed {
			names = append(names, o.name)
		}
	}
	return folderOf(names)
}
