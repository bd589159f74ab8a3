package parse

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model"
)

// Limits of a title that stands alone as a link, in characters.
const (
	minLineTitle = 20
	minProse     = 80 // of a paragraph around it
)

// titleLine finds a paragraph that is nothing but the title of another article of the site, as a link, among paragraphs that are prose.
func (l *lifter) titleLine(n *html.Node) (mark, bool) {
	if n.DataAtom != atom.P || n.Parent == nil {
		return mark{}, false
	}
	a := onlyLink(n)
	if a == nil || !l.small(n) {
		return mark{}, false
	}
	title, label, _ := l.cutLabel(oneLine(unmarkedText(textOf(a))))
	size := utf8.RuneCountInString(title)
	if size < minLineTitle || size > maxRelatedTitle || isSentence(title) || strings.HasSuffix(title, ":") || strings.Contains(title, "://") || isNote(title) {
		return mark{}, false
	}
	url := l.webAddress(attr(a, "href"))
	if url == "" || !sameSite(url, l.base) || isFront(url) || pathOf(url) == pathOf(l.base) || !model.LeadsToPage(url) || !l.amongProse(n) {
		return mark{}, false
	}
	return mark{blocks: []model.Block{model.Related{Label: label, Links: []model.Link{{Title: title, URL: url}}}}}, true
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

// isNote tells whether a line is numbered as the notes and sources of a text are: "[1] The log".
func isNote(line string) bool {
	return strings.HasPrefix(line, "[") || hasDigit(line[:1])
}

// amongProse tells whether most of the paragraphs next to one are prose: otherwise a list of links is what the page has to say.
func (l *lifter) amongProse(n *html.Node) bool {
	const least = 3
	if among, ok := l.amid[n.Parent]; ok {
		return among
	}
	prose, links := 0, 0
	for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom != atom.P:
		case onlyLink(c) != nil:
			links++
		case utf8.RuneCountInString(oneLine(textOf(c))) >= minProse:
			prose++
		}
	}
	l.amid[n.Parent] = prose >= least && prose > links
	return l.amid[n.Parent]
}
