package class

import (
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// The names of boxes such as notes and warnings.
const (
	calloutBoxes = "admonition|callout|alert|notice"
	// calloutKinds name a box by themselves.
	calloutKinds = "note|tip|hint|important|warning|caution|danger|hinweis|tipp|achtung|warnung|nota|aviso|consejo|" +
		"attenzione|avviso|" +
		"remarque|conseil|uwaga|opmerking"
	// otherKinds are the names of other kinds of boxes.
	otherKinds = "info|warn|error|attention|success|question|faq|example|abstract|todo|bug|failure|seealso"
)

// calloutWords are the names of boxes; true for those of a kind.
var calloutWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for name := range strings.SplitSeq(calloutBoxes, "|") {
		all[name] = false
	}
	for kind := range strings.SplitSeq(calloutKinds, "|") {
		all[kind] = true
	}
	return all
})

// furtherKinds are the kinds that are no names of boxes.
var furtherKinds = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for kind := range strings.SplitSeq(otherKinds, "|") {
		all[kind] = true
	}
	return all
})

// CalloutKind returns the kind of a call-out by the classes of its box, "" where they name none, and whether they
// name such a box at all.
func CalloutKind(n *html.Node) (kind string, named bool) {
	for _, a := range n.Attr {
		switch a.Key {
		case "data-callout":
			return strings.ToLower(a.Val), true
		case "role":
			named = named || a.Val == "note"
		case "class":
			var room [2 * MaxBytes]byte
			for word := range strings.FieldsSeq(string(appendWords(room[:0], a.Val))) {
				isKind, known := calloutWords()[word]
				named = named || known
				if (isKind || furtherKinds()[word]) && kind == "" {
					kind = word
				}
			}
		}
	}
	return kind, named
}
