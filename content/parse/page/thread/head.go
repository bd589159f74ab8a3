package thread

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
	"lede/model/clean"
)

// readHead reads the author and the time of a message: what is outside of its text goes before what is in it.
func (p parts) readHead(t *Turn, i int, in map[int]bool) {
	author, rank, when, whenRank := -1, 0, -1, 0
	var line strings.Builder // what is outside of the text
	p.inner(i, func(j int) bool {
		if in[j] {
			return false
		}
		e := p.at(j)
		if e.author {
			if r := p.rank(j); r > rank && mayName(p.page.TextOf(e.node)) {
				author, rank = j, r
			}
		}
		if e.time {
			if r := p.timeRank(j, i); when < 0 || r > whenRank {
				when, whenRank = j, r
			}
		}
		if !p.page.Unseen(e.node) {
			line.WriteString(directWords(e.node) + " ")
		}
		return true
	})
	if author >= 0 {
		n := p.at(author).node
		t.Author, t.Handle = nameIn(p.page.TextOf(n))
		if len(in) == 0 {
			t.Beside[n] = true
		}
	}
	if when >= 0 && dom.HeadingLevel(p.at(when).node) == 0 { // the time in a heading is read there
		n := p.at(when).node
		t.Posted, t.Stated = p.posted(n)
		t.URL = p.permalink(when, i)
		if len(in) == 0 {
			t.Beside[n] = true
		}
	}
	if t.Posted == "" && len(in) > 0 {
		t.Posted = dateIn(clean.Line(line.String()))
	}
}

// directWords returns the words that stand in an element itself.
func directWords(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && len(c.Data) < 10*maxTime {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// rank says how surely an element names the author: a link to the page of a user before the class of one, and a
// picture's last.
func (p parts) rank(i int) int {
	e := p.at(i)
	switch {
	case e.names&saysBeside != 0, p.text(p.span(i)) < len("xy"):
		return 1 // a picture with the first letter of the name
	case e.node.DataAtom == atom.A && userPage(dom.Attr(e.node, "href")),
		strings.Contains(dom.Attr(e.node, "itemprop"), "name"):
		return 4
	case e.node.DataAtom == atom.A || e.node.DataAtom == atom.Cite:
		return 3
	}
	return 2
}

// timeRank says how surely an element in a message has its time, and not that of a change, or when the author came.
func (p parts) timeRank(i, message int) int {
	for up := p.at(i).parent; up > message; up = p.at(up).parent {
		if p.at(up).names&(saysAuthor|saysBeside) != 0 {
			return 1
		}
	}
	n := p.at(i).node
	switch made := dom.Attr(n, "itemprop"); {
	case n.DataAtom == atom.Meta:
		return 0
	case strings.Contains(made, "dateCreated"), strings.Contains(made, "datePublished"):
		return 4
	case n.DataAtom == atom.Time:
		return 3
	}
	return 2
}

// nameIn parts a name from the handle beside it, and from what is before a name.
func nameIn(text string) (name, handle string) {
	var words []string
	for w := range strings.FieldsSeq(text) {
		if len(w) > 2 && w[0] == '@' && handle == "" {
			handle = strings.TrimRight(w, ":,")
			continue
		}
		words = append(words, w)
	}
	name = strings.Trim(strings.Join(words, " "), " :,·•–—-|")
	name = unlabelled(name)
	if name == "" {
		return handle, ""
	}
	return name, handle
}

// unlabelled returns a name without what is before or after the names of authors: "Posted by: Ida", "Ida says".
func unlabelled(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && authorWord(words[0]) {
		words = words[1:]
	}
	for n := len(words); n > 1 && authorWord(words[n-1]); n = len(words) {
		words = words[:n-1]
	}
	return strings.Join(words, " ")
}

// authorWord reports whether a word says of the one beside it that it is an author.
func authorWord(word string) bool {
	switch strings.ToLower(strings.Trim(word, ":.,")) {
	case "by", "posted", "written", "author", "says", "said", "wrote", "from", "von", "sagt", "schreibt", "schrieb",
		"par", "dit", "por", "dice", "escribió":
		return true
	}
	return false
}

// posted returns the time of a message as it is printed, and as programs write it. One that only says how long ago it
// was is replaced by the time that the element or one around it states.
func (p parts) posted(n *html.Node) (printed, stated string) {
	stated = strings.TrimSpace(dom.Attr(n, "datetime"))
	if n.DataAtom == atom.Meta {
		stated = strings.TrimSpace(dom.Attr(n, "content"))
	}
	printed = p.page.ShortText(n, 2*maxTime)
	if own := ownText(n); readsAsTime(own) {
		printed = own
	}
	if printed != "" && !ago(printed) {
		return clean.Line(printed), stated
	}
	for up, i := n, 0; up != nil && i < 3; up, i = up.Parent, i+1 {
		if title := clean.Line(dom.Attr(up, "title")); hasDigit(title) && len(title) <= maxTime {
			return spaced(title), stated
		}
	}
	if stated != "" {
		printed = spaced(stated)
	}
	return clean.Line(printed), stated
}

// spaced returns a time as programs write it in a form to read: "2025-06-01T10:20:00Z" is "2025-06-01 10:20".
func spaced(stated string) string {
	day, clock, ok := strings.Cut(stated, "T")
	if !ok || len(day) != len("2006-01-02") || day[0] < '0' || day[0] > '9' {
		return stated
	}
	return clean.Line(strings.TrimSpace(day + " " + clean.Clip(clock, len("15:04"))))
}

// permalink returns the address of the link around the time of a message.
func (p parts) permalink(when, message int) string {
	for i := when; i > message; i = p.at(i).parent {
		if n := p.at(i).node; n.DataAtom == atom.A && !userPage(dom.Attr(n, "href")) {
			return p.page.WebAddress(dom.Attr(n, "href"))
		}
	}
	for i := when + 1; i < p.at(when).end; i++ {
		if n := p.at(i).node; n.DataAtom == atom.A && !userPage(dom.Attr(n, "href")) {
			return p.page.WebAddress(dom.Attr(n, "href"))
		}
	}
	return ""
}
