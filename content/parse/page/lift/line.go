package lift

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/address"
)

// Limits of a title that stands alone as a link, in characters.
const (
	minLineTitle = 20
	minProse     = 80 // of a paragraph around it
)

// titleLine finds a paragraph that is nothing but the title of another article of the site, as a link, among
// paragraphs that are prose.
func (l *lifter) titleLine(n *html.Node) (Mark, bool) {
	if n.DataAtom != atom.P || n.Parent == nil {
		return Mark{}, false
	}
	a := onlyLink(n)
	if a == nil || !l.small(n) {
		return Mark{}, false
	}
	title, label, _ := l.cutLabel(l.TextOf(a))
	size := utf8.RuneCountInString(title)
	if size < minLineTitle || size > recognise.MaxTitle || recognise.IsSentence(title) || strings.HasSuffix(title, ":") ||
		strings.Contains(title, "://") || isNote(title) {
		return Mark{}, false
	}
	url := l.WebAddress(dom.Attr(a, "href"))
	away := !address.SameSite(url, l.Base) || address.IsFront(url) || address.Path(url) == address.Path(l.Base)
	if url == "" || away || !address.LeadsToPage(url) || !l.amongProse(n) {
		return Mark{}, false
	}
	return Mark{Blocks: []model.Block{model.Related{Label: label, Links: []model.Link{{Title: title, URL: url}}}}}, true
}

// onlyLink returns the link that all of the words in an element stand in, or nil.
func onlyLink(n *html.Node) (link *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" || c.Type == html.CommentNode:
			continue
		case link != nil || c.Type != html.ElementNode:
			return nil
		}
		switch c.DataAtom {
		case atom.A:
			link = c
		case atom.B, atom.Strong, atom.I, atom.Em, atom.U, atom.Span, atom.Font:
			if link = onlyLink(c); link == nil {
				return nil
			}
		default:
			return nil
		}
	}
	return link
}

// isNote reports whether a line is numbered as the notes and sources of a text are: "[1] The log".
func isNote(line string) bool {
	return strings.HasPrefix(line, "[") || lang.HasDigit(line[:1])
}

// amongProse reports whether a paragraph that is one link stands behind prose, and most of the paragraphs next to it
// are prose: otherwise a list of links is what the page has to say.
func (l *lifter) amongProse(n *html.Node) bool {
	if _, ok := l.amid[n]; !ok {
		l.weighParagraphs(n.Parent)
	}
	return l.amid[n]
}

// weighParagraphs answers amongProse for all paragraphs in an element.
func (l *lifter) weighParagraphs(box *html.Node) {
	const least = 3
	prose := 0
	var links []*html.Node
	for c := box.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom != atom.P || l.Dropped[c]:
		case onlyLink(c) != nil:
			links = append(links, c)
			l.amid[c] = prose > 0
		case utf8.RuneCountInString(l.TextOf(c)) >= minProse:
			prose++
		}
	}
	if prose < least || prose <= len(links) {
		for _, n := range links {
			l.amid[n] = false
		}
	}
}
