package reader

import (
	"slices"
	"strings"

	"lede/model"
	"lede/model/address"
	"lede/ui/render"
)

// visibleLink is a link on a row of the view, or a headline without an address that leads on.
type visibleLink struct {
	render.LinkSpan
	row     int
	text    string // its words on the row
	outside bool   // it leads to something that is not an article: a picture, a film, a post's own page
}

// leadsOutside reports whether a link of a block leads to something that is not an article. The pages of networks are
// made by scripts, which lede does not run.
func leadsOutside(b model.Block, url string) bool {
	if _, ok := b.(model.Image); ok {
		return true
	}
	if post, ok := b.(model.Post); ok {
		return url == post.URL || slices.ContainsFunc(post.Body, func(inner model.Block) bool {
			i, ok := inner.(model.Image)
			return ok && i.URL == url
		}) || slices.ContainsFunc(post.Links, func(l model.Link) bool { return l.URL == url && l.Title == mediaTitle })
	}
	return url != "" && !address.LeadsToPage(url)
}

// mediaTitle is the title of a link to a picture or a film that hangs on a post.
const mediaTitle = "media"

// headlines are the headlines without an address that begin on a line of a block.
func headlines(b model.Block, line render.Line, row int) []visibleLink {
	related, ok := b.(model.Related)
	if !ok {
		return nil
	}
	var links []visibleLink
	for _, l := range related.Links {
		if l.URL != "" || l.Title == "" {
			continue
		}
		if from, to := beginning(line.Text, l.Title); to > 0 {
			span := render.LinkSpan{}
			span.From, span.To = line.Cells(from, to)
			links = append(links, visibleLink{span, row, l.Title, false})
		}
	}
	return links
}

// beginning finds where a title begins in a line: all of it, or as much as there is room for up to the line's end. to
// is 0 when it does not begin there.
func beginning(line, title string) (from, to int) {
	first, _, _ := strings.Cut(title, " ")
	for at := 0; ; {
		n := strings.Index(line[at:], first)
		if n < 0 {
			return 0, 0
		}
		at += n
		rest := line[at:]
		switch {
		case strings.HasPrefix(rest, title):
			return at, at + len(title)
		case strings.HasPrefix(title, strings.TrimRight(rest, " ")):
			return at, len(line)
		}
		at += len(first)
	}
}

// joinRows makes one of the pieces of a link that goes on in the next row.
func joinRows(links []visibleLink) []visibleLink {
	var joined []visibleLink
	last := -2
	for _, l := range links {
		n := len(joined) - 1
		if n >= 0 && l.URL != "" && joined[n].URL == l.URL && l.row == last+1 {
			joined[n].text += " " + l.text
			last = l.row
			continue
		}
		joined = append(joined, l)
		last = l.row
	}
	return joined
}
