package lift

import (
	"encoding/base64"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/network"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/address"
)

// maxEmbedSource is how long the source of an embed may be, in bytes.
const maxEmbedSource = 64 << 10

// rawText returns the text in an element whose content the parser leaves alone, as far as it is worth reading.
func rawText(n *html.Node) string {
	if n.DataAtom == atom.Template {
		return ""
	}
	if c := n.FirstChild; c != nil && c.NextSibling == nil && c.Type == html.TextNode && len(c.Data) < maxEmbedSource {
		return c.Data
	}
	return ""
}

// embedSource finds the post or player in a piece of HTML that a page holds back: in a <noscript>, or until the
// reader agrees to load it.
func (l *lifter) embedSource(source string) (Mark, bool) {
	if !holdsEmbed(source) {
		return Mark{}, false
	}
	body := &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"}
	nodes, err := html.ParseFragment(strings.NewReader(source), body)
	if err != nil {
		return Mark{}, false
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	var all Mark
	for d := range body.Descendants() {
		if d.Type != html.ElementNode || d.DataAtom != atom.Blockquote && d.DataAtom != atom.Iframe {
			continue
		}
		if m, ok := l.embed(d, 0); ok {
			all.Blocks = append(all.Blocks, m.Blocks...)
		}
	}
	return all, len(all.Blocks) > 0
}

func holdsEmbed(source string) bool {
	return len(source) < maxEmbedSource &&
		(strings.Contains(source, "<blockquote") || strings.Contains(source, "<iframe"))
}

// embedScript reads Telegram's script, which names the post that it shows, and a script that is no program but the
// source of an embed, as it is or in base64.
func (l *lifter) embedScript(n *html.Node) (Mark, bool) {
	if post := dom.Attr(n, "data-telegram-post"); post != "" {
		if p, ok := network.Post(address.Checked("https://t.me/" + post)); ok {
			p.Missing = true
			return Mark{Blocks: []model.Block{p}}, true
		}
	}
	switch dom.Attr(n, "type") {
	case "text/template", "text/html", "text/x-template", "text/x-handlebars-template":
	default:
		return Mark{}, false
	}
	source := rawText(n)
	if decoded, err := base64.StdEncoding.DecodeString(strings.TrimSpace(source)); err == nil {
		source = string(decoded)
	}
	return l.embedSource(source)
}

// heldBack finds the source of an embed in the attributes of an element, or its bare address in the element's words.
func (l *lifter) heldBack(n *html.Node, says class.Meaning) (Mark, bool) {
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "data-") && holdsEmbed(a.Val) {
			if m, ok := l.embedSource(a.Val); ok {
				return m, true
			}
		}
	}
	if says&class.Embed == 0 || n.FirstChild == nil || n.FirstChild.NextSibling != nil ||
		n.FirstChild.Type != html.TextNode {
		return Mark{}, false
	}
	text := strings.TrimSpace(block.HTMLText(n.FirstChild.Data))
	if !strings.HasPrefix(text, "http") || strings.ContainsAny(text, " \n") {
		return Mark{}, false
	}
	return framed(address.Checked(text), "")
}
