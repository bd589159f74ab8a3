// Package feed reads feeds: RSS 0.9 to 2.0, RDF, Atom and JSON Feed.
//
// Start with Read. A feed of XML is read into a forgiving tree (tree.go), since half of what libraries lose is lost
// before a feed is looked at: a cut-off file, a missing end tag, a character that XML forbids, an item in an unusual
// namespace.
package feed

import (
	"errors"
	"strings"
	"time"

	"lede/content/parse/date"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

// The most that is read of one feed.
const (
	MaxBytes = 16 << 20
	MaxItems = 5000
)

// ErrNotFeed is returned for a text that is not a feed.
var ErrNotFeed = errors.New("it is not a feed")

// Is reports whether a text is a feed, by its beginning.
func Is(s string) bool {
	s = strings.TrimLeft(s, "\ufeff \t\r\n")
	if strings.HasPrefix(s, "{") {
		return isJSON(s)
	}
	head := s[:min(len(s), 64<<10)]
	first := strings.IndexByte(head, '<')
	if first < 0 || first > maxBefore || first > 0 && head[first-1] != '\n' && !strings.HasPrefix(head[first:], "<?xml") {
		return false
	}
	return rootAt(head) >= 0
}

// maxBefore is how many bytes of something else may stand before a feed.
const maxBefore = 1024

// Read reads a decoded text. base is the address that it came from, or "". The error is ErrNotFeed.
func Read(s, base string) (model.Feed, error) {
	s = strings.TrimLeft(s, "\ufeff \t\r\n")
	cut := len(s) > MaxBytes
	if cut {
		s = s[:MaxBytes]
	}
	if !Is(s) {
		return model.Feed{}, ErrNotFeed
	}
	if strings.HasPrefix(s, "{") {
		return readJSON(s, base)
	}
	r := reader{base: base}
	root, many := tree(prepare(s), entities(s))
	f := r.feed(root)
	switch {
	case many:
		f.Cut = "The feed has too many parts: the items of its beginning were read."
	case cut:
		f.Cut = "The feed is larger than 16 MB: the items of its beginning were read."
	case r.lost:
		f.Cut = "The feed is cut off: its last item is not whole."
	}
	finish(&f)
	return f, nil
}

// reader makes a feed of a tree.
type reader struct {
	base string
	home string
	lost bool // an item is not whole
}

func (r *reader) feed(root *node) model.Feed {
	top := root.kid("rss", "feed", "rdf:rdf", "rdf", "channel", "entry")
	if top == nil {
		return model.Feed{}
	}
	if top.name == "entry" { // Atom allows an entry alone
		return model.Feed{Items: []model.Item{r.item(top)}}
	}
	channel := top
	if inner := top.kid("channel"); inner != nil {
		channel = inner
	}
	f := r.head(channel)
	items := append(channel.all("item", "entry"), top.all("items")...)
	if channel != top {
		items = append(items, top.all("item", "entry")...)
	}
	for _, n := range items {
		if n.name == "items" || !n.whole {
			r.lost = r.lost || n.name != "items"
			continue
		}
		f.Items = append(f.Items, r.item(n))
	}
	return f
}

// head reads what the feed says about itself.
func (r *reader) head(n *node) model.Feed {
	link, self := r.links(n)
	if r.home = r.address(n, link); r.home == "" {
		r.home = r.address(n, n.attr("base"))
	}
	f := model.Feed{
		Title: line(n.kid("title", "dc:title", "atom:title")),
		Description: line(n.kid("description", "subtitle", "tagline", "dc:description", "itunes:summary",
			"itunes:subtitle", "info")),
		Home: r.home, URL: r.address(n, self), Language: clean.Line(language(n)),
		ID:     strings.TrimSpace(clean.Text(n.kid("id", "guid").words())),
		Rights: line(n.kid("copyright", "rights", "dc:rights", "media:copyright")), Generator: r.generator(n),
		Authors: authors(n),
		Topics:  topics(n), Published: when(n, published()...), Updated: when(n, updated()...), Pace: pace(n),
	}
	if icon := n.kid("image", "logo", "icon", "itunes:image"); icon != nil {
		address := icon.attr("href")
		if address == "" {
			address = icon.kid("url").words()
		}
		if address == "" {
			address = icon.words()
		}
		f.Icon = r.address(n, address)
	}
	if r.base == "" {
		r.base = f.URL
	}
	return f
}

// generator is what made the feed.
func (r *reader) generator(n *node) string {
	g := n.kid("generator")
	if g == nil {
		if agent := n.kid("admin:generatoragent", "generatoragent"); agent != nil {
			return clean.Line(agent.attr("resource"))
		}
		return ""
	}
	return line(g)
}

// language is the language that n, or an element round it, states.
func language(n *node) string {
	if stated := n.kid("language", "dc:language"); stated != nil {
		return stated.words()
	}
	for ; n != nil; n = n.parent {
		for _, a := range n.attrs {
			if a.Name.Local == "lang" {
				return a.Value
			}
		}
	}
	return ""
}

func published() []string {
	return []string{
		"pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created",
		"dcterms:date", "atom:published", "date",
	}
}

func updated() []string {
	return []string{"updated", "modified", "dcterms:modified", "lastbuilddate", "atom:updated"}
}

// when reads the first date of the names that can be read.
func when(n *node, names ...string) time.Time {
	for _, name := range names {
		for _, k := range n.all(name) {
			if t := Date(k.words()); !t.IsZero() {
				return t
			}
		}
	}
	return time.Time{}
}

// Date reads a date as feeds write it; zero when it cannot be read. Without a zone it is UTC.
func Date(s string) time.Time {
	s = strings.TrimSpace(s)
	if t, ok := loose(s); ok {
		return t
	}
	if t, ok := named(s); ok {
		return sane(t)
	}
	if t, ok := date.Stated(s); ok {
		return sane(t)
	}
	return time.Time{}
}

// sane drops the dates that mean none.
func sane(t time.Time) time.Time {
	if t.Year() < 1971 || t.Year() > 9999 {
		return time.Time{}
	}
	return t.UTC()
}

// address resolves an address of n, by the base that is stated nearest to it. One that leads to nothing that lede
// opens is "".
func (r *reader) address(n *node, raw string) string {
	raw = strings.TrimSpace(raw)
	if raw == "" {
		return ""
	}
	return resolve(raw, r.baseOf(n))
}

// baseOf is the address that relative ones of n are resolved against.
func (r *reader) baseOf(n *node) string {
	var bases []string
	for ; n != nil; n = n.parent {
		for _, a := range n.attrs {
			if a.Name.Local == "base" && a.Name.Space == "xml" {
				bases = append(bases, a.Value)
			}
		}
	}
	base := r.home
	if base == "" {
		base = r.base
	}
	for i := len(bases) - 1; i >= 0; i-- {
		if resolved := resolve(strings.TrimSpace(bases[i]), base); resolved != "" {
			base = resolved
		}
	}
	return base
}

// resolve returns the checked address of raw; "" when that may not be opened.
func resolve(raw, base string) string {
	url, err := address.Check(raw, base)
	if err != nil {
		return ""
	}
	return url
}

// line is the text of an element in one line, without markup; "" for nil.
func line(n *node) string {
	if n == nil {
		return ""
	}
	return clean.Line(plain(value(n)))
}

// finish leaves out what comes twice and what is too much, and tells items apart that share an ID.
func finish(f *model.Feed) {
	f.Items = unlike(f.Items)
	if len(f.Items) > MaxItems {
		f.Items = newest(f.Items, MaxItems, func(it model.Item) time.Time { return it.Published })
		f.Cut = "The feed has more than 5,000 items: the newest were read."
	}
	identify(f.Items)
}
