package address

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"

	"lede/model"
	"lede/model/clean"
	"lede/model/fold"
)

// MaxBytes is the length of the longest address that is opened, in bytes.
const MaxBytes = 8192

// ErrRelative is returned for an address that says where something is only for its own page.
var ErrRelative = errors.New("no full address")

// Check checks an address that came with a text, resolved against base when base is an http or https address.
//
// What it returns is absolute, of the scheme http, https or mailto, printable ASCII without spaces, quotes, angle brackets and
// backslashes, and at most 8,192 bytes: the host is punycode when it is not ASCII, the rest percent-encoded. Every other
// address is refused with an error that says why in few words.
//
// See RFC 3986, RFC 6068 and https://www.unicode.org/reports/tr46/.
func Check(raw, base string) (string, error) {
	raw = strings.Trim(raw, " \t\n")
	if len(raw) > MaxBytes {
		return "", errors.New("too long")
	}
	if clean.Text(raw) != raw || strings.ContainsAny(raw, "\uFFFD\\\n\t") {
		return "", errors.New("forbidden characters")
	}
	u, err := url.Parse(model.Percent(raw))
	if err != nil && !HasScheme(raw) { // a colon in the first part of a path
		u, err = url.Parse("./" + model.Percent(raw))
	}
	if err != nil {
		return "", errors.New("not an address")
	}
	if u, err = resolveAddress(u, base); err != nil {
		return "", err
	}
	checked, err := absolute(u)
	switch {
	case err != nil:
		return "", err
	case len(checked) > MaxBytes:
		return "", errors.New("too long")
	case !model.IsAddress(checked):
		return "", errors.New("not an address")
	}
	return checked, nil
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
	switch u.Scheme {
	case "http", "https":
	case "mailto":
		return mailAddress(u)
	default:
		return "", fmt.Errorf("scheme %s", u.Scheme)
	}
	if u.User != nil {
		return "", errors.New("user name in the address")
	}
	host, err := hostname(u)
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
	return unreferenced(model.Percent(s)), nil
}

// mailAddress checks an address to write to. One that attaches files is refused.
func mailAddress(u *url.URL) (string, error) {
	if !strings.Contains(u.Opaque, "@") || strings.HasPrefix(u.Opaque, "-") {
		return "", errors.New("not an address")
	}
	s := "mailto:" + u.Opaque
	if u.RawQuery != "" {
		if strings.Contains(strings.ToLower(u.RawQuery), "attach") {
			return "", errors.New("attaches a file")
		}
		s += "?" + u.RawQuery
	}
	return unreferenced(model.Percent(s)), nil
}

// hostname returns the host and port in ASCII.
func hostname(u *url.URL) (string, error) {
	host, port := u.Hostname(), u.Port()
	if host == "" {
		return "", errors.New("no host")
	}
	if strings.Contains(host, ":") {
		ip, err := netip.ParseAddr(host)
		if err != nil || ip.Zone() != "" {
			return "", errors.New("bad host")
		}
		host = "[" + ip.String() + "]"
	} else if h, err := domainName(host); err == nil {
		host = h
	} else {
		return "", err
	}
	if port == "" {
		return host, nil
	}
	if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
		return "", errors.New("bad port")
	}
	return host + ":" + port, nil
}

// domainName returns the name of a host in small ASCII letters. A name that is ASCII already may have an
// underscore, which the rules of names in other scripts forbid.
func domainName(host string) (string, error) {
	host = strings.ToLower(host)
	plain := true
	for i := range len(host) {
		c := host[i]
		plain = plain && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_')
	}
	if !plain || strings.Contains(host, "xn--") {
		h, err := idna.Lookup.ToASCII(host)
		if err != nil {
			return "", errors.New("bad host")
		}
		host = h
	}
	if strings.HasPrefix(host, ".") || strings.HasPrefix(host, "-") || strings.Contains(host, "..") || len(host) > 253 {
		return "", errors.New("bad host")
	}
	return host, nil
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
