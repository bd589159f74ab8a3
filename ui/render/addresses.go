package render

import (
	"strings"
	"unicode"
)

// Addresses are the web addresses that are written in Markdown, as the links that are drawn of it have them. It looks
// for them alone and reads no Markdown, so it may name one more that is not drawn as a link.
func Addresses(source string) []string {
	var all []string
	for from := 0; ; {
		i := strings.Index(source[from:], "://")
		if i < 0 {
			return all
		}
		begin, end := schemeBefore(source, from+i), 0
		from += i + len("://")
		if begin < 0 {
			continue
		}
		end = addressEnd(source, begin)
		if url := literal(source[begin:end]); linkable(url) {
			all = append(all, url)
		}
		from = max(from, end)
	}
}

// schemeBefore is where http or https begins that ends at a byte; -1 when neither does.
func schemeBefore(s string, end int) int {
	for _, scheme := range []string{"https", "http"} {
		if strings.HasSuffix(s[:end], scheme) {
			return end - len(scheme)
		}
	}
	return -1
}

// addressEnd is where an address ends that begins at a byte: at the bracket that was opened before it, or at white
// space.
func addressEnd(s string, begin int) int {
	open, depth := byte(0), 0
	if begin > 0 {
		open = s[begin-1]
	}
	for i, c := range s[begin:] {
		switch {
		case unicode.IsSpace(c), c == '<', c == '>', c == '"':
			return begin + i
		case c == '(':
			depth++
		case c == ')' && depth == 0 && open != '<':
			return begin + i
		case c == ')':
			depth--
		}
	}
	return len(s)
}
