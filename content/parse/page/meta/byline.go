package meta

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/name"
	"lede/content/parse/page/dom"
)

const (
	maxByline     = 300 // the longest piece that is searched for names, in bytes
	maxSignedLine = 150 // the longest line that is a byline because it begins with a word such as "by", in bytes
	maxNameWords  = 4   // words of a name that does not look like that of a person
	maxPieces     = 30  // pieces of an element
)

// bylineNames reads the names of a byline, piece by piece as its elements divide it. Anything but names, job titles
// and dates ends it. With strict, a name without a word such as "by" before it must look like that of a person.
func (r *bylineReader) bylineNames(n *html.Node, strict bool) []string {
	var names []string
	named := !strict // the next piece is a name, whatever it looks like
	for _, piece := range textPieces(r.src.Page, n) {
		t, ok := dateIn(piece)
		if len(piece) > maxByline || name.IsOtherHand(piece) || ok && !t.IsZero() && !name.IsSigned(piece) && len(names) > 0 {
			break
		}
		if name.IsLabel(piece) {
			named = true
			continue
		}
		named = named || name.IsSigned(piece)
		for i, author := range name.Authors(piece) {
			if i == 0 && name.IsRole(author) && !name.IsPerson(author) {
				break // "Head of News and Weather" names nobody
			}
			stated := named && len(strings.Fields(author)) <= maxNameWords && !name.IsRole(author) && !lang.HasDigit(author)
			if name.IsPerson(author) || stated || len(names) > 0 && name.IsAgency(author) {
				if !name.IsChrome(author) && (len(names) == 0 || !r.site.isCalled(author)) {
					names = name.Add(names, author)
				}
			}
		}
		named = !strict
	}
	return names
}

// textPieces returns the texts of an element as its elements divide them, at most maxPieces.
func textPieces(page dom.Page, n *html.Node) []string {
	var pieces []string
	nodes := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && nodes < dom.MaxShortNodes && len(pieces) < maxPieces; c = c.NextSibling {
			nodes++
			switch {
			case c.Type == html.TextNode:
				if s := metaText(c.Data); s != "" {
					pieces = append(pieces, s)
				}
			case c.DataAtom != atom.Time && !page.Unseen(c):
				walk(c)
			}
		}
	}
	walk(n)
	return pieces
}

// signedLine returns the names in a line near the title that begins with a word such as "by".
func (r *bylineReader) signedLine() []string {
	if r.near.title == nil {
		return nil
	}
	var names []string
	r.near.eachLine(r.near.title, func(box *html.Node, line string) bool {
		if len(line) <= maxSignedLine && name.IsSigned(line) && !r.near.aside(box) {
			if names = r.bylineNames(box, true); len(names) > 0 {
				r.nodes = append(r.nodes, box)
			}
		}
		return len(names) == 0
	})
	return names
}
