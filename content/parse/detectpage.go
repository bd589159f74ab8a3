package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
	"lede/model/clean"
	"lede/model/fold"
)

// pageStart is how much of a text is looked at to tell whether it is a web page, in bytes.
const pageStart = 8 << 10

// looksPage reports whether a text without a telling name is a web page: it begins with what only pages begin with, an XML declaration and
// comments aside. A text of another kind may have tags in it, so a piece of a page is one only when it begins with a tag of a page,
// nearly all of its lines belong to tags and nothing in it looks like Markdown.
func looksPage(s string) bool {
	s = strings.ToLower(clean.Clip(beyondComments(s), pageStart))
	for _, start := range [...]string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<link ", "<script", "<style"} {
		if rest, ok := strings.CutPrefix(s, start); ok && (strings.HasSuffix(start, " ") || rest == "" || !fold.IsAlnum(rest[0]) && rest[0] != '-') {
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

// pageCharset returns the name of the encoding that a page declares in its first bytes, or "".
func pageCharset(data []byte) string {
	s := string(data[:min(len(data), pageStart)])
	if rest, ok := strings.CutPrefix(s, "<?xml"); ok {
		declaration, _, _ := strings.Cut(rest, "?>")
		if _, name, ok := strings.Cut(declaration, "encoding="); ok && len(name) > 1 {
			name, _, _ = strings.Cut(name[1:], name[:1])
			return name
		}
	}
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			if t := z.Token(); t.DataAtom == atom.Meta {
				if name := metaCharset(t); name != "" {
					return name
				}
			}
		case html.TextToken, html.EndTagToken, html.CommentToken, html.DoctypeToken:
		}
	}
}

// metaCharset returns the encoding that a <meta> declares, or "".
func metaCharset(t html.Token) string {
	if name := block.Attr(t, "charset"); name != "" {
		return name
	}
	if !strings.EqualFold(block.Attr(t, "http-equiv"), "content-type") {
		return ""
	}
	_, name, _ := strings.Cut(strings.ToLower(block.Attr(t, "content")), "charset=")
	name, _, _ = strings.Cut(name, ";")
	return strings.Trim(name, "\"' ")
}
