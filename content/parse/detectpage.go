package parse

import (
	"strings"

	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
	"lede/model/clean"
	"lede/model/fold"
)

// pageStart is how much of a text is looked at to tell whether it is a web page, in bytes.
const pageStart = 8 << 10

// looksPage reports whether a text without a telling name is a web page: it begins with what only pages begin with,
// an XML declaration and comments aside. A text of another kind may have tags in it, so a piece of a page is one only
// when it begins with a tag of a page, nearly all of its lines belong to tags and nothing in it looks like Markdown.
func looksPage(s string) bool {
	s = strings.ToLower(clean.Clip(beyondComments(s), pageStart))
	for _, start := range [...]string{
		"<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<link ", "<script", "<style",
	} {
		if rest, ok := strings.CutPrefix(s, start); ok &&
			(strings.HasSuffix(start, " ") || rest == "" || !fold.IsAlnum(rest[0]) && rest[0] != '-') {
			return true
		}
	}
	if !strings.HasPrefix(s, "<") || !block.Parts(atom.Lookup([]byte(dom.TagName(s[1:])))) || looksMarkdown(s) {
		return false
	}
	return strings.Count(s, "</")*40 > len(s)/10 && strings.Count(s, "</") > 1
}

// beyondComments returns a text without the XML declaration, the comments and the blanks that it begins with.
func beyondComments(s string) string {
	for {
		s = strings.TrimLeft(s, " \t\n\r\f")
		end := ""
		switch {
		case strings.HasPrefix(s, "<?xml"):
			end = "?>"
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		default:
			return s
		}
		i := strings.Index(s, end)
		if i < 0 {
			return s
		}
		s = s[i+len(end):]
	}
}
