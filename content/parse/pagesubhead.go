package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

const (
	// maxSubhead is the length of the longest line that is a heading by its look alone, in characters.
	maxSubhead = 80
	// maxAsked is how many bold questions an article has that is no interview.
	maxAsked = 2
)

// markSubheads makes headings of lines that look like them: short, bold as a whole or named so by their class, and followed by a text.
func markSubheads(units []unit) {
	level, asked := 2, 0
	for _, u := range units {
		switch {
		case u.kind == headingUnit:
			level = max(level, min(u.level+1, 6))
		case isBold(u) && strings.HasSuffix(u.text, "?"):
			asked++
		}
	}
	text := false // has begun
	for i := range units {
		u := &units[i]
		if isText(*u) {
			text = true
		}
		if u.kind != plainUnit || u.block != nil || !text || i+1 == len(units) || !looksSubhead(*u) || !isText(units[i+1]) {
			continue
		}
		named := namedSubhead(u.node)
		if !named && (!isBold(*u) || strings.HasSuffix(u.text, "?") && asked > maxAsked) {
			continue
		}
		u.kind, u.level, u.why.rule = headingUnit, level, "HTML: a short line that is bold as a whole"
		if named {
			u.why.rule = "HTML: a short line that its class calls a heading"
		}
	}
}

// parted parts a bold line at the start or the end of a paragraph from it, where only a line break stands between them.
func parted(units []unit) []unit {
	all := make([]unit, 0, len(units))
	for _, u := range units {
		if u.kind != plainUnit || u.block != nil || !strings.Contains(u.source, "**") {
			all = append(all, u)
			continue
		}
		if head, rest, ok := cutAt(u, strings.Index(u.source, lineBreak), strings.Index(u.text, "\n")); ok && isBold(head) && looksSubhead(head) {
			head.links = nil
			all = append(all, head)
			u = rest
		}
		if rest, tail, ok := cutAt(u, strings.LastIndex(u.source, lineBreak), strings.LastIndex(u.text, "\n")); ok && isBold(tail) && looksSubhead(tail) {
			tail.links = nil
			all = append(all, rest, tail)
			continue
		}
		all = append(all, u)
	}
	return all
}

// lineBreak is a line break in Markdown.
const lineBreak = "\\\n"

// cutAt cuts a paragraph in two at a line break, which stands at one place in its Markdown and at another in its text.
func cutAt(u unit, source, text int) (before, after unit, ok bool) {
	if source < 0 || text < 0 {
		return u, u, false
	}
	before, after = u, u
	before.source, after.source = u.source[:source], u.source[source+len(lineBreak):]
	before.text, after.text = u.text[:text], u.text[text+1:]
	return before, after, true
}

// isBold tells whether all words of a paragraph are bold.
func isBold(u unit) bool {
	return len(u.source) > 4 && strings.HasPrefix(u.source, "**") && strings.HasSuffix(u.source, "**") && !strings.Contains(u.source[2:len(u.source)-2], "**")
}

// isText tells whether a unit is a paragraph of some length.
func isText(u unit) bool {
	return u.kind == plainUnit && u.block == nil && !isBold(u) && (sentenceEnd(u.text) || len(u.text) > maxSubhead)
}

// looksSubhead tells whether a line has the form of a heading.
func looksSubhead(u unit) bool {
	if n := utf8.RuneCountInString(u.text); n > maxSubhead || n < 3 || strings.Contains(u.text, "\n") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(u.text)
	last, _ := utf8.DecodeLastRuneInString(u.text)
	return !unicode.IsLower(first) && !strings.ContainsRune(".,:;…—-)", last) && strings.IndexFunc(u.text, unicode.IsLetter) >= 0
}

// namedSubhead tells whether the class of an element says that it is a heading between paragraphs.
func namedSubhead(n *html.Node) bool {
	if n == nil {
		return false
	}
	class := strings.ToLower(attr(n, "class"))
	if class == "" || len(class) > 300 {
		return false
	}
	for _, name := range [...]string{"interline", "subhead", "sub-head", "crosshead", "cross-head", "crossline", "zwischentitel", "zwischenueberschrift", "intertit", "inter-title", "mellomtittel", "mellanrubrik", "tussenkop", "ladillo"} {
		if strings.Contains(class, name) {
			return true
		}
	}
	return false
}
