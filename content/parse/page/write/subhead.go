package write

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/page/class"
)

const (
	// maxSubhead is the length of the longest line that is a heading by its look alone, in characters.
	maxSubhead = 80
	// maxAsked is how many bold questions an article has that is no interview.
	maxAsked = 2
)

// markSubheads makes headings of lines that look like them: short, bold as a whole or named so by their class, and
// followed by a text.
func markSubheads(units []block.Unit) {
	level, asked := 2, 0
	for _, u := range units {
		switch {
		case u.Kind == block.Heading:
			level = max(level, min(u.Level+1, 6))
		case isBold(u) && strings.HasSuffix(u.Text, "?"):
			asked++
		}
	}
	text := false // has begun
	for i := range units {
		u := &units[i]
		if isText(*u) {
			text = true
		}
		if u.Kind != block.Plain || u.Block != nil || !text || i+1 == len(units) || !looksSubhead(*u) ||
			!isText(units[i+1]) {
			continue
		}
		named := namedSubhead(u.Node)
		if !named && (!isBold(*u) || strings.HasSuffix(u.Text, "?") && asked > maxAsked) {
			continue
		}
		u.Kind, u.Level, u.Why.Rule = block.Heading, level, "HTML: a short line that is bold as a whole"
		if named {
			u.Why.Rule = "HTML: a short line that its class calls a heading"
		}
	}
}

// parted parts a bold line at the start or the end of a paragraph from it, where only a line break stands between
// them.
func parted(units []block.Unit) []block.Unit {
	all := make([]block.Unit, 0, len(units))
	for _, u := range units {
		if u.Kind != block.Plain || u.Block != nil || !strings.Contains(u.Source, "**") {
			all = append(all, u)
			continue
		}
		if head, rest, ok := cutAt(u, strings.Index(u.Source, lineBreak), strings.Index(u.Text, "\n")); ok && isBold(head) &&
			looksSubhead(head) {
			head.Links = nil
			all = append(all, head)
			u = rest
		}
		if rest, tail, ok := cutAt(u, strings.LastIndex(u.Source, lineBreak), strings.LastIndex(u.Text, "\n")); ok &&
			isBold(tail) && looksSubhead(tail) {
			tail.Links = nil
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
func cutAt(u block.Unit, source, text int) (before, after block.Unit, ok bool) {
	if source < 0 || text < 0 {
		return u, u, false
	}
	before, after = u, u
	before.Source, after.Source = u.Source[:source], u.Source[source+len(lineBreak):]
	before.Text, after.Text = u.Text[:text], u.Text[text+1:]
	return before, after, true
}

// isBold reports whether all words of a paragraph are bold.
func isBold(u block.Unit) bool {
	return len(u.Source) > 4 && strings.HasPrefix(u.Source, "**") && strings.HasSuffix(u.Source, "**") &&
		!strings.Contains(u.Source[2:len(u.Source)-2], "**")
}

// isText reports whether a unit is a paragraph of some length.
func isText(u block.Unit) bool {
	return u.Kind == block.Plain && u.Block == nil && !isBold(u) &&
		(lang.EndsSentence(u.Text) || len(u.Text) > maxSubhead)
}

// looksSubhead reports whether a line has the form of a heading.
func looksSubhead(u block.Unit) bool {
	if n := utf8.RuneCountInString(u.Text); n > maxSubhead || n < 3 || strings.Contains(u.Text, "\n") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(u.Text)
	last, _ := utf8.DecodeLastRuneInString(u.Text)
	return !unicode.IsLower(first) && !strings.ContainsRune(".,:;…—-)", last) &&
		strings.IndexFunc(u.Text, unicode.IsLetter) >= 0
}

// namedSubhead reports whether the names of an element say that it is a heading between paragraphs.
func namedSubhead(n *html.Node) bool { return n != nil && class.Of(n)&class.Subhead != 0 }
