package arrive

import (
	"strings"

	"golang.org/x/net/html"
)

// tag is a start or an end of an element, or a run of text, as loose as files of bookmarks and feeds are written.
type tag struct {
	name   string // in small letters; "" for text
	end    bool   // the end of an element
	empty  bool   // it ends itself: <outline/>
	line   int    // from 1, where it begins
	attrs  []html.Attribute
	text   string // of a run of text, decoded
	source string // as it stands
}

// attr returns the first attribute of that name, which is in small letters.
func (t *tag) attr(name string) (value string, ok bool) {
	for _, a := range t.attrs {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func (t *tag) value(name string) string {
	v, _ := t.attr(name)
	return v
}

// eachTag hands the tags and texts of a page or an XML document to f, in their order. It returns the line of a tag
// that is cut off by the end of the document, or 0.
func eachTag(s string, f func(t *tag)) (cut int) {
	z := html.NewTokenizer(strings.NewReader(s))
	line := 1
	for {
		kind := z.Next()
		raw := string(z.Raw())
		t := tag{line: line, source: raw}
		line += strings.Count(raw, "\n")
		switch kind {
		case html.ErrorToken:
			if strings.HasPrefix(raw, "<") && len(raw) > 1 {
				return t.line
			}
			return 0
		case html.TextToken:
			t.text = string(z.Text())
			f(&t)
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			token := z.Token()
			t.name, t.attrs = token.Data, token.Attr
			t.end, t.empty = kind == html.EndTagToken, kind == html.SelfClosingTagToken
			f(&t)
		case html.CommentToken, html.DoctypeToken:
		}
	}
}
