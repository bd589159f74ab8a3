package feed

import (
	"encoding/base64"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// written is a text as a feed has it.
type written struct {
	text string
	html bool // it is HTML, not plain text
}

// value returns the text of an element: what is in it as markup, or escaped.
func value(n *node) written {
	kind, mode := strings.ToLower(n.attr("type")), strings.ToLower(n.attr("mode"))
	if n.has() {
		return written{n.markup(), true}
	}
	text := n.words()
	switch {
	case mode == "base64" || isBinary(kind):
		if plain, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), "")); err == nil {
			return written{string(plain), strings.Contains(kind, "html") || hasTags(string(plain))}
		}
		return written{text, true}
	case kind == "text" || kind == "text/plain" || kind == "plain" && n.name != "media:description":
		return written{text, mode == "escaped" && hasTags(text)}
	case kind == "html" || kind == "xhtml" || strings.Contains(kind, "html"):
		return written{text, true}
	case isAtom(n):
		return written{text, hasTags(text) || mode == "escaped"}
	}
	return written{text, true}
}

// isBinary reports whether Atom's content of a type is written in base 64.
func isBinary(kind string) bool {
	return strings.Contains(kind, "/") && !strings.HasPrefix(kind, "text/") && !strings.HasSuffix(kind, "xml")
}

// isAtom reports whether an element is of an Atom feed, whose text without a type is plain.
func isAtom(n *node) bool {
	for ; n != nil; n = n.parent {
		if n.name == "feed" || n.name == "entry" {
			return true
		}
	}
	return false
}

// tags finds an element of HTML, or a reference to a character.
var tags = regexp.MustCompile(
	`(?i)</?(a|abbr|b|blockquote|br|code|del|div|em|figure|font|h[1-6]|hr|i|img|ins|li|ol|p|pre|q|s|small|span|` +
		`strong|sub|sup|table|td|tr|tt|u|ul|video|iframe)\b[^<>]*>|&(#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp|[a-z]{2,8});`)

func hasTags(s string) bool { return tags.MatchString(s) }

// plain returns the words of a text without its markup.
func plain(w written) string {
	if !w.html {
		return w.text
	}
	text := w.text
	for range 2 { // what was escaped once too often
		if !strings.ContainsAny(text, "<&") {
			return text
		}
		words := wordsOf(text)
		if words == text || !hasTags(words) {
			return words
		}
		text = words
	}
	return text
}

// wordsOf returns the words of HTML.
func wordsOf(s string) string {
	nodes, err := html.ParseFragment(strings.NewReader(s),
		&html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return s
	}
	var b strings.Builder
	var add func(n *html.Node)
	add = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Script || n.DataAtom == atom.Style:
			return
		case n.DataAtom == atom.Br || n.DataAtom == atom.P || n.DataAtom == atom.Div || n.DataAtom == atom.Li:
			b.WriteByte(' ')
		}
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			add(k)
		}
	}
	for _, n := range nodes {
		add(n)
	}
	return b.String()
}
