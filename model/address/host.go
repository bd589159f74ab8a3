package address

import (
	"errors"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// maxHost is the length of the longest name of a host, in bytes.
const maxHost = 253

// CheckHost returns the host and the port of an http or https address in the form in which they are asked: the name
// in lower-case ASCII without a dot at its end, an IP address as it is usually written. It refuses other schemes and
// addresses with a user name.
func CheckHost(u *url.URL) (string, error) {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return "", SchemeError(u.Scheme)
	case u.User != nil:
		return "", ErrUser
	}
	host, err := hostname(u.Hostname())
	if err != nil {
		return "", err
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	port := u.Port()
	if port == "" {
		return host, nil
	}
	if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
		return "", ErrPort
	}
	return host + ":" + port, nil
}

// hostname returns a name in lower-case ASCII, or an IP address in its usual form. What only looks like an IP
// address, such as 127.1 or 0x7f.1, is refused: programs do not agree on what it means.
func hostname(host string) (string, error) {
	if host == "" {
		return "", ErrNoHost
	}
	if ip, err := netip.ParseAddr(host); err == nil && ip.Zone() == "" {
		return ip.String(), nil
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if !isPlainName(host) {
		ascii, err := idna.Lookup.ToASCII(host)
		if err != nil {
			return "", ErrHost
		}
		host = ascii
	}
	if len(host) > maxHost || strings.HasPrefix(host, ".") || strings.HasPrefix(host, "-") ||
		strings.Contains(host, "..") ||
		isNumeric(host[strings.LastIndexByte(host, '.')+1:]) {
		return "", ErrHost
	}
	return host, nil
}

// isPlainName reports whether a host is written in lower-case ASCII letters, digits, dots, hyphens and underscores
// alone, and is not punycode. An underscore is allowed there, which the rules for names in other scripts forbid.
func isPlainName(host string) bool {
	for i := range len(host) {
		c := host[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	return !strings.Contains(host, "xn--")
}

// isNumeric reports whether some program would read the last part of a host as a number.
func isNumeric(last string) bool {
	_, err := strconv.ParseUint(last, 0, 64)
	return err == nil || errors.Is(err, strconv.ErrRange) || strings.Trim(last, "0123456789") == "" || last == "0x"
}
