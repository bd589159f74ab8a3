package model

import "strings"

// Escape writes plain text as Markdown that shows exactly that text: characters that would be markup
// where they stand get a backslash, and & becomes &amp;. A text without any is returned as it is.
func Escape(text string) string {
	if !strings.ContainsAny(text, "\\`*_[]<>&#|~!+-=.:)@") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + len(text)/16)
	for i := range len(text) {
		switch c := text[i]; c {
		case '&':
			b.WriteString("&amp;")
		case '\\', '`', '*', '_', '[', ']', '<', '>', '|', '~':
			b.WriteByte('\\')
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
