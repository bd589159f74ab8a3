package address

import (
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// BareHost returns the host of an address with its port, in lower case and without "www.".
func BareHost(u *url.URL) string { return strings.TrimPrefix(strings.ToLower(u.Host), "www.") }

// Path returns the path of an address without the slash at its end, or "".
func Path(s string) string {
	if len(s) > MaxBytes {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return strings.TrimRight(u.Path, "/")
}

// SameSite reports whether the hosts of two addresses are in the same registered domain.
func SameSite(a, b string) bool { return siteOf(a) != "" && siteOf(a) == siteOf(b) }

func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	if own, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return own
	}
	return host
}

// Host returns the host of an address in lower case, or "".
func Host(s string) string {
	if len(s) > MaxBytes {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// IsFront reports whether an address is that of a front page.
func IsFront(href string) bool {
	u, err := url.Parse(strings.TrimSpace(href))
	return err == nil && strings.Trim(u.Path, "/") == "" && (u.Path != "" || u.Host != "") &&
		u.RawQuery == "" && u.Fragment == ""
}
