package lift

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/network"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/model"
)

// embed finds a quoted post or a player.
func (l *lifter) embed(n *html.Node, says class.Meaning) (Mark, bool) {
	switch n.DataAtom {
	case atom.Iframe, atom.Embed, atom.Object:
		return l.frame(n)
	case atom.Script:
		return l.embedScript(n)
	case atom.Noscript, atom.Template, atom.Textarea:
		return l.embedSource(rawText(n))
	case atom.Video, atom.Audio:
		return l.player(n)
	case atom.A, atom.Img, atom.P, atom.Body, atom.Html, atom.Head, atom.Meta, atom.Link, atom.Input, atom.Button,
		atom.Form, atom.Li, atom.Span:
		return Mark{}, false
	}
	if network := embedNetwork(n); network != "" {
		return l.postMark(n, network, embedAddress(n, l.Base))
	}
	if n.DataAtom == 0 && strings.Contains(n.Data, "-") {
		if m, ok := l.customEmbed(n); ok {
			return m, true
		}
	}
	if n.DataAtom == atom.Blockquote {
		if m, ok := l.signedPost(n); ok {
			return m, true
		}
	}
	if m, ok := l.heldBack(n, says); ok {
		return m, true
	}
	return l.placeholder(n, says)
}

// embedNetwork returns the network of an element by its class.
func embedNetwork(n *html.Node) model.Network {
	for c := range strings.FieldsSeq(dom.Attr(n, "class")) {
		if found := network.OfClass(c); found != "" {
			return found
		}
	}
	return ""
}
