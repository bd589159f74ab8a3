package feed

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model/clean"
)

// cleanHTML returns HTML without what runs, what loads by itself and what only counts readers, its addresses absolute.
func (r *reader) cleanHTML(s, base string) string {
	nodes, err := html.ParseFragment(strings.NewReader(clean.Text(s)),
		&html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return escape(clean.Text(s))
	}
	var b strings.Builder
	for _, n := range nodes {
		if !keep(n, base, 0) {
			continue
		}
		if err := html.Render(&b, n); err != nil {
			return escape(wordsOf(s))
		}
	}
	return strings.TrimSpace(b.String())
}

// keep cleans an element and what is in it, and reports whether anything is left of it.
func keep(n *html.Node, base string, depth int) bool {
	switch {
	case n.Type == html.CommentNode || n.Type == html.DoctypeNode:
		return false
	case n.Type == html.TextNode:
		n.Data = clean.Text(n.Data) // references to characters have become them by now
		return true
	case n.Type != html.ElementNode:
		return true
	case depth > maxDepth*4 || slices.Contains(dropped(), n.DataAtom):
		return false
	}
	n.Attr = cleanAttrs(n, base)
	if n.DataAtom == atom.Img && isTracker(n) {
		return false
	}
	for k := n.FirstChild; k != nil; {
		next := k.NextSibling
		if !keep(k, base, depth+1) {
			n.RemoveChild(k)
		}
		k = next
	}
	return true
}

// dropped are elements that run or look of their own, or ask for something.
func dropped() []atom.Atom {
	return []atom.Atom{
		atom.Script, atom.Style, atom.Link, atom.Meta, atom.Base, atom.Object, atom.Embed, atom.Applet,
		atom.Form, atom.Input,
		atom.Button, atom.Select, atom.Textarea, atom.Noscript, atom.Template, atom.Frame, atom.Frameset,
		atom.Title, atom.Head,
	}
}

// cleanAttrs keeps the attributes that a text needs.
func cleanAttrs(n *html.Node, base string) []html.Attribute {
	var kept []html.Attribute
	for _, a := range n.Attr {
		switch a.Key {
		case "href", "src", "cite", "poster", "data-src":
			if url := resolve(a.Val, base); url != "" {
				kept = append(kept, html.Attribute{Key: a.Key, Val: url})
			}
		case "alt", "title", "lang", "dir", "start", "value", "reversed", "colspan", "rowspan", "width", "height", "class",
			"datetime", "type", "open", "scope", "id":
			kept = append(kept, html.Attribute{Key: a.Key, Val: clean.Text(a.Val)})
		}
	}
	return kept
}

// isTracker reports whether a picture is there to be counted: it has no address, or no size to be seen.
func isTracker(n *html.Node) bool {
	source := false
	for _, a := range n.Attr {
		switch a.Key {
		case "src", "data-src":
			source = true
		case "width", "height":
			if v := strings.TrimSuffix(strings.TrimSpace(a.Val), "px"); v == "0" || v == "1" {
				return true
			}
		}
	}
	return !source
}
