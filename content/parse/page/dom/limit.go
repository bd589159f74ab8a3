package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/model/clean"
	"lede/model/fold"
)

const (
	// maxPage is how much of a page is read, in bytes.
	maxPage = 16 << 20
	// MaxNodes is how large the tree of a page may be.
	MaxNodes = 200_000
	// fewNodes and nodeBytes lower that for a page that is made of next to nothing else: so many nodes, and one more for
	// so many bytes.
	fewNodes  = 50_000
	nodeBytes = 16
	// maxText is the longest text between two tags of a page with a tree: a megabyte in one paragraph is read piece by
	// piece.
	maxText = 1 << 20
	// maxAttribute is the length of the longest value of an attribute that is kept, in bytes.
	maxAttribute = 64 << 10
	// maxHead is how much of a page is looked at for what it says of itself where the page as a whole is not made a tree.
	maxHead = 256 << 10
)

// tree parses a page. It returns nil for one whose tree would be too large or too deep.
func tree(s string) *html.Node {
	if nodesIn(s) > min(MaxNodes, fewNodes+len(s)/nodeBytes) {
		return nil
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return nil
	}
	n := 0
	for d := range doc.Descendants() {
		if n++; n > MaxNodes {
			return nil
		}
		for i, a := range d.Attr {
			if len(a.Val) > maxAttribute {
				d.Attr[i].Val = ""
			}
		}
	}
	putStreamed(doc)
	putUnscripted(doc)
	return doc
}

// headTree parses the beginning of a page that has no tree: up to where its body begins, and a little of that.
func headTree(s string) *html.Node {
	s = clean.Clip(s, maxHead)
	if at := IndexTag(s, 0, "body"); at >= 0 {
		s = s[:at]
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		doc = &html.Node{Type: html.DocumentNode}
	}
	return doc
}

// IndexTag returns where a tag of a name begins in a page, at from or behind it, or -1.
func IndexTag(s string, from int, name string) int {
	for at := from; ; at++ {
		i := strings.IndexByte(s[at:], '<')
		if i < 0 {
			return -1
		}
		at += i
		if rest := s[at+1:]; len(rest) > len(name) && strings.EqualFold(rest[:len(name)], name) &&
			!fold.IsAlnum(rest[len(name)]) {
			return at
		}
	}
}

// nodesIn estimates how many nodes the tree of a page has, without making it. A mark such as <b> that is never
// ended is repeated in every block after it, so a few kilobytes can make millions.
func nodesIn(s string) int {
	n, marks := 0, 0
	for at := 0; at < len(s) && n <= MaxNodes; {
		i := strings.IndexByte(s[at:], '<')
		text := i
		if i < 0 {
			text = len(s) - at
		}
		if text > maxText && text-strings.IndexByte(s[at:at+text], '>') > maxText {
			return MaxNodes + 1
		}
		if i < 0 {
			break
		}
		if i > 0 {
			n++ // the text before it
		}
		at += i + 1
		end := at < len(s) && s[at] == '/'
		if end {
			at++
		}
		name := TagName(s[at:])
		if name == "" {
			continue
		}
		at += len(name)
		switch a := atom.Lookup(Lower(name)); {
		case end && repeated(a):
			marks = max(0, marks-1)
		case end:
		case repeated(a):
			n++
			marks++
		case a == atom.Script || a == atom.Style || a == atom.Textarea || a == atom.Noscript:
			n += 2
			if i := IndexTag(s, at, "/"+name); i >= 0 {
				at = i
			} else {
				return n
			}
		case block.Parts(a):
			n += 1 + marks
		default:
			n++
		}
	}
	return n
}

// TagName returns the name of a tag that s begins with, or "".
func TagName(s string) string {
	i := 0
	for i < len(s) && i < 30 && (fold.IsAlnum(s[i]) || s[i] == '-' && i > 0) {
		i++
	}
	if i > 0 && s[0] >= '0' && s[0] <= '9' {
		return ""
	}
	return s[:i]
}

// Lower returns s with ASCII capitals in lower case.
func Lower(s string) []byte {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return b
}

// repeated reports whether an element that has not ended goes on in the next block.
func repeated(a atom.Atom) bool {
	switch a {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike,
		atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}
