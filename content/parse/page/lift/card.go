package lift

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/address"
	"lede/model/fold"
)

// Limits of a box of links to other articles; what has more is a page of its own.
const (
	maxCardNodes = 800
	maxCardBytes = 6000
	maxCardLinks = 12
)

// card is what is in a box that may be links to other articles.
type card struct {
	label  string     // the words before the first link, when a label begins them
	first  string     // the first words that are in no link, or are a heading
	links  []cardLink // in order, with words
	linked int        // characters in links
	loose  int        // characters in none, without the label
	most   int        // the longest piece of these
	head   *html.Node // the heading that first stands in, or nil
	nodes  int
	bytes  int
	full   bool // there is more than a card has
	prose  bool // there is what no card has: a table, a list of plain words, program text
}

// cardLink is one link of a card.
type cardLink struct {
	href  string // as it stands in the page
	url   string // where it leads, "" when that is refused, or the page's own address is not known
	words string
	title string // the words of a heading in it or around it, "" without one
	minor bool   // it stands where an author, a section or a date does
}

// cardOf reads a box. Pictures and what is unseen have no part in it.
func (l *lifter) cardOf(n *html.Node) card {
	r := cardReader{lifter: l}
	r.read(n, false)
	r.endPiece()
	return r.card
}

// cardOfLink reads a box that is one link.
func (l *lifter) cardOfLink(n *html.Node) card {
	r := cardReader{lifter: l}
	r.anchor(n, false)
	return r.card
}

// headed reports whether a card has titles in headings: what else is long in it says what is below them.
func (c *card) headed() bool {
	for _, l := range c.links {
		if l.title != "" && !l.minor && utf8.RuneCountInString(l.title) >= 15 {
			return true
		}
	}
	return false
}

// cardReader reads a box once.
type cardReader struct {
	*lifter
	card
	link    *cardLink // the link that the words stand in, or nil
	heading int       // how many headings are around
	piece   strings.Builder
	from    *html.Node // the heading around piece, or nil
}

func (r *cardReader) read(n *html.Node, minor bool) {
	for c := n.FirstChild; c != nil && !r.full; c = c.NextSibling {
		if r.nodes++; !r.look() || r.nodes > maxCardNodes || r.bytes > maxCardBytes || len(r.links) > 8*maxCardLinks {
			r.full = true
			return
		}
		switch {
		case c.Type == html.TextNode:
			r.words(c.Data)
		case c.Type != html.ElementNode || c.Namespace != "" || r.skips(c):
		case c.DataAtom == atom.A:
			r.anchor(c, minor)
		default:
			r.element(c, minor)
		}
	}
}

// skips reports whether an element has no words of a card. What is hidden until a script shows it counts.
func (r *cardReader) skips(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Table, atom.Pre, atom.Textarea:
		r.prose = true
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Figcaption, atom.Time,
		atom.Img, atom.Picture, atom.Video, atom.Button, atom.Select, atom.Input:
		return true
	case atom.Blockquote:
		r.prose = r.prose || embedNetwork(n) != ""
	}
	return r.Dropped[n] || dom.ForVoices(n)
}

func (r *cardReader) anchor(n *html.Node, minor bool) {
	r.endPiece()
	outer := r.link
	href := strings.TrimSpace(dom.Attr(n, "href"))
	r.link = &cardLink{href: href, url: r.WebAddress(href), minor: minor || isMinor(n)}
	r.read(n, minor)
	r.endPiece()
	link := *r.link
	r.link = outer
	if link.words = fold.Line(link.words); link.words != "" && leadsAway(href) {
		if r.heading > 0 && link.title == "" {
			link.title = link.words
		}
		r.links = append(r.links, link)
	}
}

// leadsAway reports whether the address of a link is that of another page.
func leadsAway(href string) bool {
	if href == "" || href[0] == '#' {
		return false
	}
	return !address.HasScheme(href) || strings.HasPrefix(href, "http") || strings.HasPrefix(href, "//")
}

func (r *cardReader) element(n *html.Node, minor bool) {
	heading := isTitleElement(n)
	parts := dom.PartsWords(n.DataAtom) || heading
	if parts || n.DataAtom == atom.Br {
		r.endPiece()
	}
	if heading {
		r.heading++
		if r.from == nil {
			r.from = n
			defer func() { r.from = nil }()
		}
	}
	r.read(n, minor || isMinor(n))
	if parts {
		r.endPiece()
	}
	if heading {
		r.heading--
	}
}

// isTitleElement reports whether an element holds a title: a heading, or what a class calls so.
func isTitleElement(n *html.Node) bool {
	if dom.HeadingLevel(n) > 0 {
		return true
	}
	return class.Of(n)&class.Title != 0
}

// isMinor reports whether an element holds what is beside a title.
func isMinor(n *html.Node) bool {
	if dom.Attr(n, "rel") == "author" || dom.Attr(n, "rel") == "tag" || strings.Contains(dom.Attr(n, "rel"), "category") {
		return true
	}
	return class.Of(n)&class.Minor != 0
}

// words takes a text in.
func (r *cardReader) words(s string) {
	if s == "" {
		return
	}
	r.bytes += len(strings.TrimSpace(s))
	r.piece.WriteString(s)
}

// endPiece ends a run of words.
func (r *cardReader) endPiece() {
	if r.piece.Len() == 0 {
		return
	}
	text := fold.Line(block.HTMLText(r.piece.String()))
	r.piece.Reset()
	if text == "" {
		return
	}
	if r.first == "" && (r.link == nil || r.heading > 0) {
		r.first, r.head = text, r.from
	}
	size := utf8.RuneCountInString(text)
	if r.link == nil {
		if r.label == "" && len(r.links) == 0 && r.loose == 0 {
			if rest, label, ok := r.cutLabel(text); ok {
				r.label = label
				size = utf8.RuneCountInString(rest)
			}
		}
		r.loose += size
		r.most = max(r.most, size)
		return
	}
	if r.label == "" && len(r.links) == 0 && r.loose == 0 && r.link.words == "" {
		if rest, label, ok := r.cutLabel(text); ok {
			r.label = label
			if text = rest; text == "" {
				return
			}
		}
	}
	r.linked += size
	r.link.words += " " + text
	if r.heading > 0 && r.link.title == "" {
		r.link.title = text
	}
}

// cutLabel takes the label off the start of a text.
func (l *lifter) cutLabel(text string) (rest, label string, ok bool) {
	line, ok := recognise.ReadLabel(text, l.labels)
	if !ok || line.Kind == lang.WeakRelated && line.Rest != "" && !line.Sign {
		return text, "", false
	}
	if line.Rest != "" && !line.Sign && !recognise.BeginsTitle(line) {
		return text, "", false
	}
	return line.Rest, line.Label, true
}

// titles returns the links of a card that are titles of articles, each once.
func (c *card) titles() []model.Link {
	titled, long := false, false
	for _, l := range c.links {
		titled = titled || l.title != "" && !l.minor && utf8.RuneCountInString(l.title) >= 15
		long = long || !l.minor && utf8.RuneCountInString(l.words) >= 20
	}
	if c.withinPage() {
		return nil
	}
	var out []model.Link
	at := map[string]int{}
	for _, l := range c.links {
		title := l.title
		if title == "" {
			title = l.words
		}
		size := utf8.RuneCountInString(title)
		dense := size > 0 && lang.IsDense(lang.FirstRune(title))
		if l.minor && long || titled && l.title == "" && size < 40 || long && size < 12 && !dense {
			continue
		}
		if i, ok := at[l.href]; ok {
			if l.title != "" && size > utf8.RuneCountInString(out[i].Title) {
				out[i].Title = title
			}
			continue
		}
		at[l.href] = len(out)
		out = append(out, model.Link{Title: title, URL: l.url})
	}
	return out
}

// withinPage reports whether the links lead to places of one page: a table of contents.
func (c *card) withinPage() bool {
	page := ""
	for i, l := range c.links {
		before, place, ok := strings.Cut(l.href, "#")
		if !ok || place == "" || i > 0 && before != page {
			return false
		}
		page = before
	}
	return len(c.links) > 1
}
