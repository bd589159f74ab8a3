package address

import (
	"net/url"
	"strings"

	"lede/model/clean"
	"lede/model/fold"
)

const (
	// MaxBytes is the length of the longest address that is kept, opened or fetched.
	MaxBytes = 8192
	// MaxLinkBytes is the length of the longest address that is written to a terminal as a link (OSC 8): more is not
	// accepted everywhere.
	MaxLinkBytes = 2083
)

// Refusal is why an address is not opened, in a few words that complete "not opened: ".
type Refusal string

func (r Refusal) Error() string { return string(r) }

// The reasons for which an address is refused. One more is its scheme, which SchemeError names.
const (
	ErrLong      Refusal = "too long"
	ErrForbidden Refusal = "forbidden characters"
	ErrSyntax    Refusal = "not an address"
	ErrRelative  Refusal = "no full address" // it says where something is only for its own page
	ErrUser      Refusal = "user name in the address"
	ErrNoHost    Refusal = "no host"
	ErrHost      Refusal = "bad host"
	ErrPort      Refusal = "bad port"
	ErrAttach    Refusal = "attaches a file"
)

// SchemeError is a scheme that is not opened.
type SchemeError string

func (e SchemeError) Error() string { return "scheme " + string(e) }

// Check checks an address that came with a text, resolved against base if that is an http or https address.
//
// What it returns is absolute, of the scheme http, https or mailto, printable ASCII without spaces, quotes, angle
// brackets and backslashes, and at most MaxBytes long: the host is that of CheckHost, the rest percent-encoded. Every
// other address is refused with a Refusal or a SchemeError.
//
// See RFC 3986, RFC 6068 and https://www.unicode.org/reports/tr46/.
func Check(raw, base string) (string, error) {
	u, err := Parse(strings.Trim(raw, " \t\n"))
	if err != nil {
		return "", err
	}
	if u, err = resolveAddress(u, base); err != nil {
		return "", err
	}
	checked, err := absolute(u)
	switch {
	case err != nil:
		return "", err
	case len(checked) > MaxBytes:
		return "", ErrLong
	case !IsChecked(checked):
		return "", ErrSyntax
	}
	return checked, nil
}

// Parse takes an address apart, which may be relative. It refuses one that is too long or holds characters that no
// address may hold.
func Parse(raw string) (*url.URL, error) {
	if len(raw) > MaxBytes {
		return nil, ErrLong
	}
	if clean.Text(raw) != raw || strings.ContainsAny(raw, "\uFFFD\\\n\t") {
		return nil, ErrForbidden
	}
	u, err := url.Parse(Percent(raw))
	if err != nil && !HasScheme(raw) { // a colon in the first part of a path
		u, err = url.Parse("./" + Percent(raw))
	}
	if err != nil {
		return nil, ErrSyntax
	}
	return u, nil
}

// HasScheme reports whether an address begins with the name of a scheme and a colon, or with a host.
func HasScheme(s string) bool {
	i := strings.IndexAny(s, ":/?#")
	if i < 0 || s[i] != ':' {
		return strings.HasPrefix(s, "//")
	}
	for j := range i {
		if c := s[j]; !fold.IsAlnum(c) && c != '+' && c != '-' && c != '.' {
			return false
		}
	}
	return true
}

// resolveAddress makes a relative address absolute.
func resolveAddress(u *url.URL, base string) (*url.URL, error) {
	if u.Scheme != "" {
		return u, nil
	}
	b, err := url.Parse(base)
	if err != nil || b.Scheme != "http" && b.Scheme != "https" || b.Host == "" {
		return nil, ErrRelative
	}
	return b.ResolveReference(u), nil
}

func absolute(u *url.URL) (string, error) {
	if u.Scheme == "mailto" {
		return mailAddress(u)
	}
	host, err := CheckHost(u)
	if err != nil {
		return "", err
	}
	s := u.Scheme + "://" + host + u.EscapedPath()
	if u.RawQuery != "" {
		s += "?" + u.RawQuery
	}
	if f := u.EscapedFragment(); f != "" {
		s += "#" + f
	}
	return unreferenced(Percent(s)), nil
}

// mailAddress checks an address to write to. One that attaches files is refused.
func mailAddress(u *url.URL) (string, error) {
	if !strings.Contains(u.Opaque, "@") || strings.HasPrefix(u.Opaque, "-") {
		return "", ErrSyntax
	}
	s := "mailto:" + u.Opaque
	if u.RawQuery != "" {
		if strings.Contains(strings.ToLower(u.RawQuery), "attach") {
			return "", ErrAttach
		}
		s += "?" + u.RawQuery
	}
	return unreferenced(Percent(s)), nil
}

// unreferenced breaks what would be a character reference in Markdown or HTML, as in "?a=1&copy;=2".
func unreferenced(s string) string {
	for i := strings.IndexByte(s, '&'); i >= 0; {
		j := i + 1
		for j < len(s) && (s[j] == '#' || s[j] >= '0' && s[j] <= '9' || s[j]|0x20 >= 'a' && s[j]|0x20 <= 'z') {
			j++
		}
		if j < len(s) && s[j] == ';' && j > i+1 {
			s = s[:j] + "%3B" + s[j+1:]
		}
		next := strings.IndexByte(s[i+1:], '&')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return s
}

// Checked returns an address when it may be opened, else "".
func Checked(raw string) string {
	url, err := Check(raw, "")
	if err != nil {
		return ""
	}
	return url
}
