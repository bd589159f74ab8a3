package dom

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/class"
	"lede/model/fold"
)

// IsUnseen reports whether an element is never text for a reader.
func IsUnseen(n *html.Node) bool { return neverText(n) || Hidden(n) }

// neverText reports whether an element is of a kind that holds no text.
func neverText(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script:
		return !strings.HasPrefix(Attr(n, "type"), "math/")
	case atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Object, atom.Select, atom.Datalist,
		atom.Textarea, atom.Nav,
		atom.Video, atom.Audio, atom.Canvas, atom.Map, atom.Progress, atom.Meter:
		return true
	case atom.Dialog:
		return !HasAttr(n, "open")
	case atom.Input:
		return !strings.EqualFold(Attr(n, "type"), "checkbox")
	case atom.Button:
		return !amongWords(n) && !asks(n)
	case atom.Div, atom.Span:
		return isButton(n) && !amongWords(n)
	case atom.Svg:
		return !holdsPage(n)
	}
	return false
}

// isButton reports whether an element is a button by its role, with a word or two on it and nothing that it opens.
func isButton(n *html.Node) bool {
	const most = 24 // bytes
	if Attr(n, "role") != "button" || HasAttr(n, "aria-expanded") || HasAttr(n, "aria-controls") {
		return false
	}
	size := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if size += len(strings.TrimSpace(d.Data)); size > most {
				return false
			}
		}
	}
	return true
}

// amongWords reports whether a button is part of a text: of a heading that opens what is below it, or of a sentence.
func amongWords(n *html.Node) bool {
	for up, i := n.Parent, 0; up != nil && i < 3; up, i = up.Parent, i+1 {
		if HeadingLevel(up) > 0 {
			return true
		}
		if up.DataAtom == atom.P || up.DataAtom == atom.Li {
			for c := up.FirstChild; c != nil; c = c.NextSibling {
				if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
					return true
				}
			}
		}
	}
	return false
}

// asks reports whether a button is the question above an answer, or the head of one of several parts that open: it
// says more than one word, opens something, is named for that, and stands right before a paragraph.
func asks(n *html.Node) bool {
	opens := HasAttr(n, "aria-expanded") || HasAttr(n, "aria-controls") || HasAttr(n, "data-toggle") ||
		HasAttr(n, "data-bs-toggle")
	if !opens || n.Parent == nil || (class.Of(n)|class.Of(n.Parent))&class.Folds == 0 {
		return false
	}
	return severalWords(n) && beforeText(n)
}

// beforeText reports whether the element right behind another one holds a paragraph.
func beforeText(n *html.Node) bool {
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if next.Type == html.ElementNode {
			return holdsText(next)
		}
	}
	return false
}

// severalWords reports whether an element has more than one word, and no more than a line.
func severalWords(n *html.Node) bool {
	const most = 300 // bytes
	words, size := 0, 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			size += len(d.Data)
			words += len(strings.Fields(d.Data[:min(len(d.Data), most)]))
		}
	}
	return words > 1 && size <= most
}

// voiceClasses are the class names of text for screen readers only, which repeats what is seen.
var voiceClasses = []string{
	"sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden", "screen-reader-only",
	"screenreader", "sr-only-focusable", "u-visually-hidden", "a11y-hidden", "mw-editsection", "mw-cite-backlink",
	"mw-jump-link", "noprint", "offscreen", "off-screen", "h-offscreen", "u-offscreen", "is-vishidden", "vishidden",
}

// kitClasses end the names that component libraries give such text behind a prefix of their own:
// "acme-screen-reader-only".
var kitClasses = [...]string{"-sr-only", "-screen-reader-text", "-screen-reader-only", "-visually-hidden"}

// ForVoices reports whether the class of an element marks it as text for screen readers only.
func ForVoices(n *html.Node) bool {
	if HasClass(n, voiceClasses...) {
		return true
	}
	for c := range strings.FieldsSeq(strings.ToLower(Attr(n, "class"))) {
		for _, name := range kitClasses {
			kit, ok := strings.CutSuffix(c, name)
			if ok && !strings.Contains(kit, ":") && kit != "not" && !strings.HasSuffix(kit, "-not") {
				return true
			}
		}
	}
	return false
}

// Hidden reports whether an element is not shown on the page. Whole paragraphs are taken for text that opens on a
// click, or that a script moves to its place: whether they are the article's is for mainContent to tell.
func Hidden(n *html.Node) bool {
	return hiddenBy(n) && !Folded(n) || isLinkNote(n)
}

// hiddenBy reports whether an attribute of an element hides it.
func hiddenBy(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "data-lede-about": // what lede writes above an article that it exports
			return true
		case "hidden":
			if a.Val != "until-found" && !holdsText(n) {
				return !holdsMath(n)
			}
		case "style":
			if hidingStyle(a.Val) && !holdsText(n) {
				return !holdsMath(n)
			}
		case "aria-hidden":
			if strings.EqualFold(a.Val, "true") && !holdsText(n) {
				return true
			}
		case "class":
			if ForVoices(n) {
				return !holdsMath(n)
			}
			if popsUp(n) {
				return true
			}
		}
	}
	return false
}

// popsUp reports whether an element opens over the text when one points at the words before it: it is named so, and
// leads elsewhere more than once.
func popsUp(n *html.Node) bool {
	if n.DataAtom != atom.Span && n.DataAtom != atom.Div || class.Of(n)&class.Popup == 0 || !inParagraph(n) {
		return false
	}
	links := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			links++
		}
	}
	return links > 1
}

// inParagraph reports whether an element stands among the words of a paragraph.
func inParagraph(n *html.Node) bool {
	for up, i := n.Parent, 0; up != nil && i < 3; up, i = up.Parent, i+1 {
		if up.DataAtom == atom.P {
			return true
		}
	}
	return false
}

// StandsApart reports whether the style of an element that stands in a text sets it on a line or in a box of its own,
// so that its words do not touch those beside it.
func StandsApart(n *html.Node) bool {
	if styledAs(n, "display:block", "display:flex", "display:grid", "display:table", "display:table-row",
		"display:table-cell", "display:list-item", "display:flow-root") {
		return true
	}
	return n.Parent != nil &&
		styledAs(n.Parent, "display:flex", "display:grid", "display:inline-flex", "display:inline-grid")
}

// styledAs reports whether one of the properties stands in the style of an element.
func styledAs(n *html.Node, properties ...string) bool {
	style := Attr(n, "style")
	if len(style) > 1000 || !strings.Contains(style, "display") {
		return false
	}
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	for part := range strings.SplitSeq(style, ";") {
		if slices.Contains(properties, strings.TrimSuffix(part, "!important")) {
			return true
		}
	}
	return false
}

// hidingStyle reports whether a style takes an element out of the page.
func hidingStyle(style string) bool {
	if len(style) > 1000 || !strings.Contains(style, "none") && !strings.Contains(style, "hidden") &&
		!strings.Contains(style, "clip") {
		return false
	}
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	for part := range strings.SplitSeq(style, ";") {
		part = strings.TrimSuffix(part, "!important")
		if part == "display:none" || part == "visibility:hidden" {
			return true
		}
	}
	return strings.Contains(style, "position:absolute") && clipsAll(style)
}

// clipsAll reports whether a style, without its spaces, cuts an element down to nothing: only a voice reads it out.
func clipsAll(style string) bool {
	style = strings.NewReplacer("px", "", ",", "").Replace(style)
	return strings.Contains(style, "clip:rect(0000)") || strings.Contains(style, "clip:rect(1111)") ||
		strings.Contains(style, "clip-path:inset(50%)") || strings.Contains(style, "clip-path:inset(100%)")
}

// holdsPage reports whether there is a piece of a page in a drawing.
func holdsPage(svg *html.Node) bool {
	for d := range svg.Descendants() {
		if strings.EqualFold(d.Data, "foreignObject") {
			return true
		}
	}
	return false
}

// holdsText reports whether there is a paragraph in an element: a page that has a window open hides all of its text
// from voices.
func holdsText(n *html.Node) bool {
	size := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.P && d.FirstChild != nil {
			return true
		}
		if d.Type == html.TextNode {
			if size += len(d.Data); size > 1000 {
				return true
			}
		}
	}
	return false
}

// holdsMath reports whether an element hides the source of a formula that is drawn in another way.
func holdsMath(n *html.Node) bool {
	return First(n, atom.Math) != nil
}

// linkNotes are what pages say to a voice of how a link opens.
var linkNotes = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Wordings("link-note")) })

// isLinkNote reports whether an element in a link says nothing but how it opens.
func isLinkNote(n *html.Node) bool {
	const most = 100 // bytes
	if n.DataAtom != atom.Span || n.Parent == nil || n.Parent.DataAtom != atom.A || n.FirstChild == nil ||
		n.FirstChild.NextSibling != nil {
		return false
	}
	text := n.FirstChild
	return text.Type == html.TextNode && len(text.Data) <= most &&
		linkNotes()[strings.Trim(fold.Text(fold.Line(text.Data)), "()[]（） .,-–")]
}
