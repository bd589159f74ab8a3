package feed

import (
	"encoding/xml"
	"maps"
	"slices"
	"strings"
	"time"
)

// maxDepth is how deep elements may stand in one another; what is deeper is text of the one above.
const maxDepth = 60

// node is an element, or with the name "" a text.
type node struct {
	name   string // lower case, with the usual prefix of its namespace: "dc:creator"; of the feed's own without one
	attrs  []xml.Attr
	text   string
	kids   []*node
	parent *node
	space  string // the default namespace in it
	whole  bool   // its end has been seen
}

// builder makes a tree of tokens that need not match.
type builder struct {
	root, at *node
	depth    int
	nodes    int               // in the tree
	items    int               // in the list of items that is being read
	spaces   map[string]string // prefixes and their namespaces, wherever they are declared
}

const (
	// maxNodes is how many elements and texts a tree holds. A short one takes many times its length in memory.
	maxNodes = 500_000
	// manyItems is how many items a tree holds before the oldest of them are left out. One more than are wanted is left,
	// which says that there were too many.
	manyItems = 2 * MaxItems
)

// tree reads XML as far as it can be read. What is open at its end is not whole. own are the references that the text
// declares, and what they stand for. cut is set where the text has more elements than are read.
func tree(s string, own map[string]string) (root *node, cut bool) {
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	if len(own) > 0 {
		d.Entity = maps.Clone(xml.HTMLEntity)
		maps.Copy(d.Entity, own)
	}
	root = &node{}
	b := &builder{root: root, at: root, spaces: map[string]string{}}
	for b.nodes < maxNodes {
		token, err := d.RawToken()
		if err != nil {
			return root, false
		}
		switch t := token.(type) {
		case xml.StartElement:
			b.start(t)
		case xml.EndElement:
			b.end(b.canonical(t.Name, b.at.space))
		case xml.CharData:
			b.add(&node{text: string(t), parent: b.at})
		}
	}
	return root, true
}

func (b *builder) start(t xml.StartElement) {
	space := b.at.space
	for _, a := range t.Attr {
		switch {
		case a.Name.Space == "xmlns":
			b.spaces[a.Name.Local] = a.Value
		case a.Name.Space == "" && a.Name.Local == "xmlns":
			space = a.Value
		}
	}
	name := b.canonical(t.Name, space)
	for b.at.parent != nil && isLeaf(b.at.name) && isOwn(name) {
		b.up() // its end was forgotten
	}
	if b.depth == maxDepth {
		return
	}
	n := &node{name: name, attrs: slices.Clone(t.Attr), parent: b.at, space: space}
	b.add(n)
	b.at = n
	b.depth++
	if isVoid(name) && b.inText() {
		n.whole = true
		b.up()
	}
}

// end closes the nearest element of a name, and those in it. One that is not open closes nothing, nor does one in the
// text of an item close the item.
func (b *builder) end(name string) {
	for n := b.at; n.parent != nil; n = n.parent {
		if n.name != name {
			if isItem(n.name) && !isFrame(name) {
				return
			}
			continue
		}
		n.whole = true
		for b.at != n {
			b.up()
		}
		b.up()
		if isItem(name) && !b.inText() {
			b.closed()
		}
		return
	}
}

func (b *builder) add(n *node) {
	b.at.kids = append(b.at.kids, n)
	b.nodes++
}

// closed counts an item of the present element, and leaves out the oldest where there are many.
func (b *builder) closed() {
	if b.items++; b.items < manyItems {
		return
	}
	var items []*node
	for _, n := range b.at.kids {
		if isItem(n.name) {
			items = append(items, n)
		}
	}
	if b.items = len(items); len(items) < manyItems {
		return
	}
	items = newest(items, MaxItems+1, func(n *node) time.Time { return when(n, published()...) })
	b.at.kids = slices.DeleteFunc(b.at.kids, func(n *node) bool { return isItem(n.name) || n.name == "" })
	b.at.kids = append(b.at.kids, items...)
	b.nodes, b.items = b.root.size(), len(items)
}

// size is the number of elements and texts in an element.
func (n *node) size() int {
	size := len(n.kids)
	for _, k := range n.kids {
		size += k.size()
	}
	return size
}

func (b *builder) up() {
	b.at = b.at.parent
	b.depth--
}

// inText reports whether the present element stands in one that holds HTML.
func (b *builder) inText() bool {
	for n := b.at.parent; n != nil; n = n.parent {
		if isText(n.name) {
			return true
		}
	}
	return false
}

// isOwn reports whether a name is one that stands in items and channels, and in no HTML but for titles and links.
func isOwn(name string) bool {
	switch name {
	case "title", "link", "description", "item", "entry", "pubdate", "guid", "author", "category",
		"comments", "enclosure",
		"source", "language", "image", "updated", "published", "id", "summary", "content", "dc:creator", "dc:date",
		"content:encoded", "lastbuilddate":
		return true
	}
	return false
}

// isLeaf reports whether no element of a feed stands in one of this name.
func isLeaf(name string) bool {
	switch name {
	case "link", "guid", "pubdate", "comments", "language", "updated", "published", "id", "dc:creator", "dc:date",
		"lastbuilddate", "category":
		return true
	}
	return false
}

// isText reports whether an element of a name holds HTML.
func isText(name string) bool {
	switch name {
	case "description", "content", "summary", "content:encoded", "xhtml:body", "body", "title", "tagline",
		"subtitle", "info":
		return true
	}
	return false
}

func isItem(name string) bool { return name == "item" || name == "entry" }

// isFrame reports whether an end of this name may close an item.
func isFrame(name string) bool {
	switch name {
	case "item", "entry", "channel", "rss", "feed", "rdf:rdf", "items":
		return true
	}
	return false
}

func isVoid(name string) bool {
	switch strings.TrimPrefix(name, "xhtml:") {
	case "br", "hr", "img", "area", "input", "wbr", "embed", "col":
		return true
	}
	return false
}

// namespaces are the names by which this package knows what feeds are made of: the end of a namespace's address, in
// lower case, and the prefix; "" for the feed's own.
func namespaces() [][2]string {
	return [][2]string{
		{"purl.org/dc/elements/1.1", "dc"},
		{"purl.org/dc/terms", "dcterms"},
		{"purl.org/rss/1.0/modules/content", "content"},
		{"purl.org/rss/1.0/modules/slash", "slash"},
		{"purl.org/rss/1.0/modules/wiki", "wiki"},
		{"purl.org/rss/1.0/modules/syndication", "sy"},
		{"www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
		{"search.yahoo.com/mrss", "media"},
		{"www.w3.org/1999/xhtml", "xhtml"},
		{"www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
		{"www.w3.org/xml/1998/namespace", "xml"},
		{"rssnamespace.org/feedburner/ext/1.0", "feedburner"},
		{"purl.org/atompub/age/1.0", "age"},
		{"www.w3.org/2005/atom", "atom"},
		{"purl.org/atom/ns", "atom"},
		{"purl.org/atom/", "atom"},
		{"purl.org/rss/1.0/modules", "module"},
		{"www.youtube.com/xml/schemas/2015", "yt"},
		{"purl.org/rss/1.0", ""},
		{"my.netscape.com/rdf/simple/0.9", ""},
		{"channel.netscape.com/rdf/simple/0.9", ""},
		{"backend.userland.com", ""},
		{"blogs.law.harvard.edu/tech/rss", ""},
		{"www.rssboard.org", ""},
		{"cyber.law.harvard.edu", ""},
		{"purl.org/net/rss1.1", ""},
		{"my.netscape.com/publish/formats", ""},
	}
}

// canonical is the name of an element as this package knows it. space is the default namespace.
func (b *builder) canonical(n xml.Name, space string) string {
	local, prefix := strings.ToLower(n.Local), strings.ToLower(n.Space)
	if n.Space != "" {
		if space = b.spaces[n.Space]; space == "" {
			return own(prefix, local, b.atom())
		}
	}
	if space == "" {
		return local
	}
	space = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(space), "http://"), "https://")
	for _, known := range namespaces() {
		if strings.HasPrefix(space, known[0]) {
			return own(known[1], local, b.atom())
		}
	}
	if prefix == "" {
		return local
	}
	return prefix + ":" + local
}

// atom reports whether the feed itself is Atom: then its names have no prefix.
func (b *builder) atom() bool {
	for _, n := range b.root.kids {
		if n.name != "" {
			return n.name == "feed" || n.name == "entry"
		}
	}
	return true // this is the root
}

func own(prefix, local string, atom bool) string {
	if prefix == "" || atom && prefix == "atom" {
		return local
	}
	return prefix + ":" + local
}

// kid returns the first element of one of the names in n, the names in their order; nil when there is none.
func (n *node) kid(names ...string) *node {
	for _, name := range names {
		for _, k := range n.kids {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// all returns the elements of the names in n; none where n is nil.
func (n *node) all(names ...string) []*node {
	if n == nil {
		return nil
	}
	var all []*node
	for _, k := range n.kids {
		if k.name != "" && slices.Contains(names, k.name) {
			all = append(all, k)
		}
	}
	return all
}

// attr returns the value of an attribute, "" when n is nil or has none.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if strings.EqualFold(a.Name.Local, name) &&
			(a.Name.Space == "" || a.Name.Space == "rdf" || a.Name.Space == "xml" && name != "type") {
			return a.Value
		}
	}
	return ""
}

// words returns the text in n and below it.
func (n *node) words() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.addWords(&b)
	return b.String()
}

func (n *node) addWords(b *strings.Builder) {
	b.WriteString(n.text)
	for _, k := range n.kids {
		k.addWords(b)
	}
}

// has reports whether there are elements in n.
func (n *node) has() bool {
	return slices.ContainsFunc(n.kids, func(k *node) bool { return k.name != "" })
}

// markup returns what is in n as HTML, without prefixes.
func (n *node) markup() string {
	var b strings.Builder
	for _, k := range n.kids {
		k.write(&b)
	}
	return b.String()
}

func (n *node) write(b *strings.Builder) {
	if n.name == "" {
		b.WriteString(escape(n.text))
		return
	}
	name := n.name[strings.IndexByte(n.name, ':')+1:]
	b.WriteString("<" + name)
	for _, a := range n.attrs {
		if a.Name.Space == "" && a.Name.Local != "xmlns" {
			b.WriteString(" " + a.Name.Local + `="` + escape(a.Value) + `"`)
		}
	}
	b.WriteString(">")
	if isVoid(name) {
		return
	}
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</" + name + ">")
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
