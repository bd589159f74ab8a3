package block

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// charsetBytes is how much of a page is looked at for the name of its encoding, in bytes.
const charsetBytes = 8 << 10

// PageCharset returns the name of the encoding that a page declares in its first bytes, or "".
func PageCharset(data []byte) string {
	s := string(data[:min(len(data), charsetBytes)])
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
	if name := Attr(t, "charset"); name != "" {
		return name
	}
	if !strings.EqualFold(Attr(t, "http-equiv"), "content-type") {
		return ""
	}
	_, name, _ := strings.Cut(strings.ToLower(Attr(t, "content")), "charset=")
	name, _, _ = strings.Cut(name, ";")
	return strings.Trim(name, "\"' ")
}
