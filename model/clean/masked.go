package clean

import (
	"strings"
	"unicode/utf8"
)

// Masked is s with a star for each character of the user names and passwords in its addresses: what is between ://
// and the @ before the host. It is as many characters long.
func Masked(s string) string {
	var b strings.Builder
	for {
		at := strings.Index(s, "://")
		if at < 0 {
			return b.String() + s
		}
		at += len("://")
		b.WriteString(s[:at])
		s = s[at:]
		end := strings.IndexAny(s, "/?# \t\n\"'<>")
		if end < 0 {
			end = len(s)
		}
		if user := strings.LastIndexByte(s[:end], '@'); user >= 0 {
			b.WriteString(strings.Repeat("*", utf8.RuneCountInString(s[:user])))
			s = s[user:]
		}
	}
}
