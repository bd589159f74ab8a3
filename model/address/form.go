package address

import (
	"fmt"
	"strings"
)

// IsChecked reports whether s has the form that Check gives an address: http, https or mailto, a host and no user
// name, printable ASCII without spaces, quotes, angle brackets and backslashes, at most MaxBytes long. It is the
// second gate, for what is about to be written to the terminal or handed to another program.
func IsChecked(s string) bool {
	if len(s) > MaxBytes {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>' || c == '\\' {
			return false
		}
	}
	if to, ok := strings.CutPrefix(s, "mailto:"); ok {
		return strings.Contains(to, "@") && to[0] != '-'
	}
	host, ok := authority(s)
	return ok && host != "" && !strings.Contains(host, "@") && host[0] != ':'
}

// Server returns where a checked address leads, with its port: "news.example", "xn--bcher-kva.example:8080"; for a
// mailto address what follows the @. It returns "" for anything else.
func Server(url string) string {
	if !IsChecked(url) {
		return ""
	}
	if to, ok := strings.CutPrefix(url, "mailto:"); ok {
		to, _, _ = strings.Cut(to, "?")
		return to[strings.LastIndexByte(to, '@')+1:]
	}
	host, _ := authority(url)
	return host
}

// authority returns what is between the scheme and the path of an http or https address.
func authority(url string) (string, bool) {
	rest, ok := strings.CutPrefix(url, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(url, "http://"); !ok {
			return "", false
		}
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	return rest, true
}

// Percent encodes with percent signs what an address may not hold as it is, a stray percent sign included.
// Percent(Percent(s)) is Percent(s).
func Percent(s string) string {
	var b strings.Builder
	done := 0
	for i := range len(s) {
		c := s[i]
		if c > ' ' && c < 0x7F && strings.IndexByte("\"'<>`{}|^\\%", c) < 0 || c == '%' && i+2 < len(s) && isHex(s[i+1]) &&
			isHex(s[i+2]) {
			continue
		}
		b.WriteString(s[done:i])
		fmt.Fprintf(&b, "%%%02X", c)
		done = i + 1
	}
	if done == 0 {
		return s
	}
	return b.String() + s[done:]
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }
