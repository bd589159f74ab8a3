package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Lean returns a page without what no reading of it needs: programs, styles, and the data of pictures and fonts that
// are written into addresses. A page that shows next to nothing keeps the data of its programs, in which its article
// may be. Every element stays, so that the page is read to the same article, and elements have the same numbers.
func Lean(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	empty := unlinkedWords(page) <= emptyWords
	drop := false // the text of the element that has begun
	for at, kept := 0, 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			if kept == 0 {
				return page
			}
			return b.String() + page[kept:]
		}
		raw := page[at : at+len(z.Raw())]
		lean := raw
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			lean = withoutData(raw)
			drop = kind == html.StartTagToken && needless(z)
		case html.TextToken:
			if drop && (!empty || !holdsState(raw)) {
				lean = ""
			}
			drop = false
		case html.EndTagToken, html.CommentToken, html.DoctypeToken, html.ErrorToken:
			drop = false
		}
		if lean != raw {
			b.WriteString(page[kept:at] + lean)
			kept = at + len(raw)
		}
		at += len(raw)
	}
}

// holdsState reports whether the text of a script is data, long enough for an article.
func holdsState(script string) bool {
	if len(script) < 5*statedWords {
		return false
	}
	start := strings.TrimSpace(script[:min(len(script), 200)])
	return strings.HasPrefix(start, "{") || strings.HasPrefix(start, "[") || stateScript.MatchString(start)
}

// needless reports whether the text of the element that has begun is a style or a program. Scripts of other types
// hold what a page says of itself, formulas and the sources of embeds.
func needless(z *html.Tokenizer) bool {
	name, more := z.TagName()
	switch atom.Lookup(name) {
	case atom.Style:
		return true
	case atom.Script:
	default:
		return false
	}
	for more {
		var key, value []byte
		if key, value, more = z.TagAttr(); string(key) == "type" {
			return program(strings.ToLower(strings.TrimSpace(string(value))))
		}
	}
	return true
}

// program reports whether a script of a type is a program, or data for one.
func program(kind string) bool {
	return kind == "" || kind == "module" || kind == "importmap" || kind == "application/json" ||
		strings.HasSuffix(kind, "javascript") || strings.HasSuffix(kind, "ecmascript")
}

// withoutData returns a tag in which addresses that hold their data themselves end where the data begin.
func withoutData(tag string) string {
	const scheme = "data:"
	if len(tag) < 64 || !strings.Contains(tag, scheme) {
		return tag
	}
	before, rest, _ := strings.Cut(tag, scheme)
	out := before
	for found := true; found; {
		var address string
		address, rest, found = strings.Cut(rest, scheme)
		out += scheme + shortData(address)
	}
	return out
}

// shortData returns what follows "data:" without the data themselves: they begin behind the first comma, and end at a
// blank or a quote.
func shortData(s string) string {
	end := strings.IndexAny(s, " \t\n\"'()<>")
	if end < 0 {
		end = len(s)
	}
	if comma := strings.IndexByte(s[:end], ','); comma >= 0 {
		return s[:comma+1] + s[end:]
	}
	return s
}
