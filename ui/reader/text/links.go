package text

import (
	"slices"
	"strings"

	"lede/model"
	"lede/model/address"
	"lede/ui/render"
)

// VisibleLink is a link on a row of the view, or a headline without an address that leads on.
type VisibleLink struct {
	render.LinkSpan
	Row     int
	Text    string // its words on the row
	Outside bool   // it leads to something that is not an article: a picture, a film, a post's own page
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
func headlines(b model.Block, line render.Line, row int) []VisibleLink {
	related, ok := b.(model.Related)
	if !ok {
		return nil
	}
	var links []VisibleLink
	for _, l := range related.Links {
		if l.URL != "" || l.Title == "" {
			continue
		}
		if from, to := beginning(line.Text, l.Title); to > 0 {
			span := render.LinkSpan{}
			span.From, span.To = line.Cells(from, to)
			links = append(links, VisibleLink{span, row, l.Title, false})
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

// JoinRows makes one of the pieces of a link that goes on in the next row.
func JoinRows(links []VisibleLink) []VisibleLink {
	var joined []VisibleLink
	last := -2
	for _, l := range links {
		n := len(joined) - 1
		if n >= 0 && l.URL != "" && joined[n].URL == l.URL && l.Row == last+1 {
			joined[n].Text += " " + l.Text
			last = l.Row
			continue
		}
		joined = append(joined, l)
		last = l.Row
	}
	return joined
}

// Link returns where it leads, under its words on the row.
func (l VisibleLink) Link() model.Link { return model.Link{Title: l.Text, URL: l.URL} }

// Holdings is what the library holds of what links lead to, by the addresses as they stand in the article.
type Holdings map[string]model.Held

// Of returns what the library holds at an address.
func (h Holdings) Of(url string) render.Holding {
	switch held, ok := h[url]; {
	case !ok:
		return render.NotHeld
	case held.Read:
		return render.HeldRead
	}
	return render.Held
}

// maxAsked is how many links of an article are looked up.
const maxAsked = 5000

// Addresses are the addresses of the article's links, each once, at most maxAsked.
func (it *Items) Addresses() []string {
	var all []string
	seen := map[string]bool{"": true}
	add := func(urls ...string) {
		for _, url := range urls {
			if !seen[url] && len(all) < maxAsked {
				seen[url] = true
				all = append(all, url)
			}
		}
	}
	var of func(b model.Block)
	of = func(b model.Block) {
		leads := model.LeadsOf(b)
		if model.KindOf(b) == model.PostBlock { // a picture is no article
			add(leads.URL)
		}
		add(addressesOf(leads.Links)...)
		add(render.Addresses(leads.Markdown)...)
		for _, inner := range leads.Body {
			of(inner)
		}
	}
	for _, i := range it.All {
		of(i.block)
	}
	return all
}

func addressesOf(links []model.Link) []string {
	urls := make([]string, len(links))
	for i, l := range links {
		urls[i] = l.URL
	}
	return urls
}

// Linked are the pages that the article links to, each once: by its related links, or by all of its text.
func (it *Items) Linked(all bool) []string {
	var pages []string
	seen := map[string]bool{it.Article.URL: true}
	add := func(urls []string) {
		for _, url := range urls {
			page, _, _ := strings.Cut(url, "#")
			if !seen[page] && address.LeadsToPage(url) {
				seen[page] = true
				pages = append(pages, url)
			}
		}
	}
	for _, i := range it.All {
		if related, ok := i.block.(model.Related); ok {
			add(addressesOf(related.Links))
		}
		if prose, ok := i.block.(model.Prose); ok && all {
			add(render.Addresses(prose.Source))
		}
	}
	return pages
}

// Shelved is a related link with the label that it stands under.
type Shelved struct {
	model.Link
	Label string
}

// Shelf are the related links of the article.
func (it *Items) Shelf() []Shelved {
	var links []Shelved
	for _, i := range it.Related {
		b := it.All[i].block.(model.Related)
		for _, l := range b.Links {
			links = append(links, Shelved{l, b.Label})
		}
	}
	return links
}
