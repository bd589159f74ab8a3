package lift

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/fold"
)

const (
	minCopy  = 200 // bytes of words that no text says twice side by side
	minStory = 300 // bytes of the words of a story
)

// sized is an element with the bytes of its words.
type sized struct {
	node  *html.Node
	bytes int
}

// copies lifts what is next to an element of the same words: pages write a text once for each size of screen. With
// other words between them, the two are said twice.
func (f *cardFinder) copies(all []sized) {
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.bytes == b.bytes && f.look() && f.adjacent(a.node, b.node) && f.TextOf(a.node) == f.TextOf(b.node) {
			f.marks[b.node] = Mark{Why: "a copy of the element before"}
		}
	}
}

// adjacent reports whether no words stand between two children of one element.
func (f *cardFinder) adjacent(a, b *html.Node) bool {
	for n := a.NextSibling; n != b; n = n.NextSibling {
		if n == nil || n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" ||
			n.Type == html.ElementNode && f.TextOf(n) != "" {
			return false
		}
	}
	return true
}

// nextStories lifts the stories that a page goes on with below its own: elements beside the one around its title that
// are of the same make and begin with a heading of their own as that does.
func (l *lifter) nextStories() {
	title := dom.First(l.Doc, atom.H1)
	if title == nil || !l.namesPage(l.TextOf(title)) {
		return
	}
	for story := title.Parent; story != nil && story.DataAtom != atom.Body &&
		story.DataAtom != atom.Main; story = story.Parent {
		if story.DataAtom != atom.Article && dom.Attr(story, "class") == "" || len(l.TextOf(story)) < minStory {
			continue // what is beside a title in a box may be its text
		}
		for next := story.NextSibling; next != nil; next = next.NextSibling {
			if _, lifted := l.marks[next]; lifted || next.DataAtom != story.DataAtom ||
				dom.Attr(next, "class") != dom.Attr(story, "class") {
				continue
			}
			if h := firstHeading(next); h != nil && likeTitle(h, title) && len(l.TextOf(next)) >= minStory {
				l.marks[next] = Mark{
					Why:    "the next story of the page",
					Blocks: []model.Block{model.Related{Links: []model.Link{l.headline(h)}}},
				}
			}
		}
	}
}

// namesPage reports whether a heading is the title that the page gives itself.
func (l *lifter) namesPage(heading string) bool {
	const least = 8
	named := dom.First(l.Doc, atom.Title)
	if named == nil || len(heading) < least {
		return false
	}
	page, own := fold.Text(fold.Line(l.TextOf(named))), fold.Text(heading)
	if named.FirstChild != nil {
		page = fold.Text(fold.Line(named.FirstChild.Data))
	}
	return strings.Contains(page, own) || len(page) >= least && strings.Contains(own, page)
}

func firstHeading(n *html.Node) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && dom.HeadingLevel(d) > 0 {
			return d
		}
	}
	return nil
}

// likeTitle reports whether a heading is set as the title of the page is.
func likeTitle(h, title *html.Node) bool {
	class := dom.Attr(title, "class")
	return h.DataAtom == atom.H1 || h.DataAtom == atom.H2 && class != "" && dom.Attr(h, "class") == class
}

// headline returns the words of a heading with where it leads.
func (l *lifter) headline(h *html.Node) model.Link {
	link := model.Link{Title: l.TextOf(h)}
	if a := dom.First(h, atom.A); a != nil {
		link.URL = l.WebAddress(dom.Attr(a, "href"))
	}
	return link
}
