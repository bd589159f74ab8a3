package fetch

import (
	"errors"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"

	"lede/model"
	"lede/model/clean"
)

// maxAddress is the length of the longest address that is fetched, in bytes.
const maxAddress = 8192

// errAddress is an address that is not fetched; its text says why and completes "Cannot open …: ".
type errAddress string

func (e errAddress) Error() string { return string(e) }

const errLong = errAddress("the address is longer than 8,192 bytes")

// webAddress checks the address of a page: http or https, a host, no user name, no control character, at most 8,192 bytes. The host
// comes out in small ASCII letters, all else in printable ASCII, and the fragment, which is for the reader's side only, is left out.
func webAddress(raw string) (*url.URL, error) {
	raw = strings.TrimSpace(raw)
	switch {
	case len(raw) > maxAddress:
		return nil, errLong
	case clean.Text(raw) != raw || strings.ContainsAny(raw, "\uFFFD\\\n\t"):
		return nil, errAddress("the address holds characters that no address may hold")
	}
	u, err := url.Parse(model.Percent(raw))
	if err != nil {
		return nil, errAddress("it is not an address")
	}
	return checkAddress(u)
}

// HostOf is the host that a page is asked of when ref is opened, "" when ref is no address of a page.
func HostOf(ref string) string {
	u, err := webAddress(ref)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// checkAddress is webAddress for an address that has been taken apart.
func checkAddress(u *url.URL) (*url.URL, error) {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, errAddress("lede does not open addresses that begin with " + u.Scheme + ":")
	case u.User != nil:
		return nil, errAddress("the address holds a user name")
	}
	host, err := hostname(u.Hostname())
	if err != nil {
		return nil, err
	}
	port := u.Port()
	if n, err := strconv.Atoi(port); port != "" && (err != nil || n < 1 || n > 65535) {
		return nil, errAddress("the address has a port that cannot be")
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port != "" {
		host += ":" + port
	}
	checked := url.URL{
		Scheme: u.Scheme, Host: host, Path: u.Path, RawPath: model.Percent(u.EscapedPath()),
		RawQuery: model.Percent(u.RawQuery), ForceQuery: u.ForceQuery,
	}
	if len(checked.String()) > maxAddress {
		return nil, errLong
	}
	return &checked, nil
}

// hostname returns the name of a host in small ASCII letters, or a network address in its usual form. What only looks like a
// network address, such as 127.1 or 0x7f.1, is refused: programs do not agree on what it means.
func hostname(host string) (string, error) {
	if host == "" {
		return "", errAddress("the address names no host")
	}
	if ip, err := netip.ParseAddr(host); err == nil && ip.Zone() == "" {
		return ip.String(), nil
	}
	bad := errAddress("the address names a host that cannot be")
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if !plainName(host) {
		ascii, err := idna.Lookup.ToASCII(host)
		if err != nil {
			return "", bad
		}
		host = ascii
	}
	last := host[strings.LastIndexByte(host, '.')+1:]
	_, err := strconv.ParseUint(last, 0, 64)
	var number *strconv.NumError
	numeric := err == nil || errors.As(err, &number) && errors.Is(number.Err, strconv.ErrRange) || strings.Trim(last, "0123456789") == "" || last == "0x"
	if numeric || len(host) > 253 || strings.HasPrefix(host, ".") || strings.HasPrefix(host, "-") || strings.Contains(host, "..") {
		return "", bad
	}
	return host, nil
}

// plainName tells whether a host is written in small letters, digits, dots, hyphens and underscores alone, and is no punycode.
func plainName(host string) bool {
	for i := range len(host) {
		c := host[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	return !strings.Contains(host, "xn--")
}
