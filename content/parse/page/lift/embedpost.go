package lift

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/network"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/fold"
)

// postMark makes the mark of an element that is a quoted post of a network. at is its address, or "".
//
// Its words are read by the same recognisers as those of a plain text, so that a post is the same wherever it comes
// from.
func (l *lifter) postMark(n *html.Node, network model.Network, at string) (Mark, bool) {
	if !l.small(n) || n.DataAtom != atom.Blockquote && innerEmbed(n) {
		return Mark{}, false // its box
	}
	u := l.linesOf(n)
	u.Kind = block.Quote
	if len(u.Text) > maxPost {
		return Mark{}, false
	}
	if at == "" {
		at = l.lastStatus(n)
	}
	if u.Text == "" && at == "" {
		return Mark{}, false
	}
	u.Text = strings.ReplaceAll(u.Text, "\u00a0", " ")
	alone := []block.Unit{{Kind: block.Rule}, {Kind: block.Rule}, u} // as in the middle of a text
	f, ok := recognise.PostAt(alone, 2, 2)
	if !ok || u.Text == "" {
		return Mark{Blocks: []model.Block{namelessPost(u, network, at)}}, true
	}
	for i, b := range f.Blocks {
		if post, ok := b.(model.Post); ok {
			f.Blocks[i] = completed(post, network, at)
		}
	}
	return Mark{Blocks: f.Blocks}, true
}

// signedPost reads a quotation that has no class of a network: it is a post when it ends as one, or is nothing but
// the link to one.
func (l *lifter) signedPost(n *html.Node) (Mark, bool) {
	if !l.small(n) {
		return Mark{}, false
	}
	at := l.lastStatus(n)
	if at == "" {
		return Mark{}, false
	}
	post, _ := network.Post(at)
	m, ok := l.postMark(n, post.Network, at)
	if !ok {
		return Mark{}, false
	}
	for _, b := range m.Blocks {
		if p, isPost := b.(model.Post); isPost && (p.Author != "" && p.Posted != "" || p.Missing) {
			return m, true
		}
	}
	return Mark{}, false
}

// maxPost is how many bytes a quoted post may have; what has the class of one and more words is something else.
const maxPost = 16 << 10

// lastStatus returns the address in the last link to a single post: networks put the post's own at the end.
func (l *lifter) lastStatus(n *html.Node) string {
	last := ""
	for d := range n.Descendants() {
		if d.DataAtom != atom.A || !strings.Contains(dom.Attr(d, "href"), "/") {
			continue
		}
		if post, ok := network.Post(l.WebAddress(dom.Attr(d, "href"))); ok {
			last = post.URL
		}
	}
	return last
}

// completed adds to a post what its element tells.
func completed(p model.Post, platform model.Network, at string) model.Post {
	if own, ok := network.Post(p.URL); ok {
		p.URL = own.URL
	} else {
		p.URL = at
	}
	if named, ok := network.Post(p.URL); ok {
		p.Network = named.Network
		if p.Handle == "" {
			p.Handle = named.Handle
		}
	} else if platform != "" {
		p.Network = platform
	}
	var links []model.Link
	for _, link := range p.Links {
		switch own, ok := network.Post(link.URL); {
		case !ok || own.URL != p.URL:
			links = append(links, link)
		case p.Source == "" && p.Network == model.Reddit: // the title of the post is the link to it
			p.Source = link.Title
		}
	}
	p.Links = links
	p.Missing = p.Source == "" && len(p.Links) == 0
	return p
}

// maxStandIn is how many characters the words may have that a page shows in the place of a post.
const maxStandIn = 120

// namelessPost makes a post of an element whose words do not say whose they are. Words that are nothing but a link to
// the post stand in for it, and the post is missing.
func namelessPost(u block.Unit, platform model.Network, at string) model.Post {
	post := model.Post{Network: platform, URL: at}
	if named, ok := network.Post(at); ok {
		post = named
	}
	text, links := recognise.TakeLinks(u.Text, u.Links)
	if utf8.RuneCountInString(text) <= maxStandIn && (recognise.CoveredByLinks(text, u.Links) || fold.Line(text) == at) {
		text, links = "", nil
	}
	post.Source, post.Links = recognise.Tidy(text), links
	post = completed(post, platform, at)
	return post
}

// placeholder finds an element that only names a post by its address: a script would fill it.
func (l *lifter) placeholder(n *html.Node, says class.Meaning) (Mark, bool) {
	if !namesEmbed(n, says) {
		return Mark{}, false
	}
	at := embedAddress(n, l.Base)
	if at == "" {
		return Mark{}, false
	}
	post, _ := network.Post(at)
	return l.postMark(n, post.Network, at)
}

// namesEmbed reports whether an element has an attribute that may name a post.
func namesEmbed(n *html.Node, says class.Meaning) bool {
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "data-") &&
			(strings.Contains(a.Val, "/status/") || strings.Contains(a.Key, "tweet") || strings.Contains(a.Key, "bluesky")) {
			return true
		}
	}
	return says&class.Embed != 0
}

// innerEmbed reports whether there is an element in n by whose class a network finds a post, or a frame.
func innerEmbed(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (d.DataAtom == atom.Iframe || embedNetwork(d) != "") {
			return true
		}
	}
	return false
}
