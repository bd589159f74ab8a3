package clean

import "strings"

// Newlines writes every line break as "\n". A text that has no other kind is returned as it is.
func Newlines(s string) string {
	if strings.IndexByte(s, '\r') < 0 && !strings.Contains(s, "\u0085") && !strings.Contains(s, "\u2028") &&
		!strings.Contains(s, "\u2029") {
		return s
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
}
