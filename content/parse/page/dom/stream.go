package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// putStreamed puts the parts of a page that came late in their places, as the page's own script would: a server that
// sends a page bit by bit (React does) leaves <template id="B:0"> or "P:0" where a part is missing, and sends the
// part at the end in <div hidden id="S:0">. One without a place is shown where it stands.
func putStreamed(doc *html.Node) {
	places := map[string]*html.Node{}
	var parts []*html.Node
	for n := range doc.Descendants() {
		id := ""
		if n.DataAtom == atom.Template || n.DataAtom == atom.Div && HasAttr(n, "hidden") {
			id = Attr(n, "id")
		}
		switch key, isPart := strings.CutPrefix(id, "S:"); {
		case isPart && n.DataAtom == atom.Div:
			parts = append(parts, n)
		case n.DataAtom == atom.Template && (strings.HasPrefix(id, "B:") || strings.HasPrefix(id, "P:")):
			places[key[len("B:"):]] = n
		}
	}
	for _, part := range parts {
		place := places[strings.TrimPrefix(Attr(part, "id"), "S:")]
		if place == nil || place.Parent == nil || Within(place, part) {
			part.Attr = nil
			continue
		}
		for c := part.FirstChild; c != nil; c = part.FirstChild {
			part.RemoveChild(c)
			place.Parent.InsertBefore(c, place)
		}
		place.Parent.RemoveChild(place)
	}
}
