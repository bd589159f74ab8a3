package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// putStreamed puts the parts of a page that came late in their places, as the page's own script would: a server that sends a page bit by bit
// (React does) leaves <template id="B:0"> where a part is missing, and sends the part at the end in <div hidden id="S:0">.
func putStreamed(doc *html.Node) {
	places := map[string]*html.Node{}
	var parts []*html.Node
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Template && (n.DataAtom != atom.Div || !hasAttr(n, "hidden")) {
			continue
		}
		id := attr(n, "id")
		if key, ok := strings.CutPrefix(id, "B:"); ok && n.DataAtom == atom.Template {
			places[key] = n
		} else if strings.HasPrefix(id, "S:") && n.DataAtom == atom.Div {
			parts = append(parts, n)
		}
	}
	for _, part := range parts {
		place := places[strings.TrimPrefix(attr(part, "id"), "S:")]
		if place == nil || place.Parent == nil || within(place, part) {
			continue
		}
		for c := part.FirstChild; c != nil; c = part.FirstChild {
			part.RemoveChild(c)
			place.Parent.InsertBefore(c, place)
		}
		place.Parent.RemoveChild(place)
	}
}
