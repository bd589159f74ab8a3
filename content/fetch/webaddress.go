package fetch

import (
	"net/url"
	"strings"

	"lede/model/address"
)

// webAddress checks the address of a page: http or https, a host, no user name, no control character, at most
// address.MaxBytes long. The host comes out as address.CheckHost returns it, all else in printable ASCII, and the
// fragment, which is only for whoever reads the page, is left out.
func webAddress(raw string) (*url.URL, error) {
	u, err := address.Parse(strings.TrimSpace(raw))
	if err != nil {
		return nil, err
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
	host, err := address.CheckHost(u)
	if err != nil {
		return nil, err
	}
	checked := url.URL{
		Scheme: u.Scheme, Host: host, Path: u.Path, RawPath: address.Percent(u.EscapedPath()),
		RawQuery: address.Percent(u.RawQuery), ForceQuery: u.ForceQuery,
	}
	if len(checked.String()) > address.MaxBytes {
		return nil, address.ErrLong
	}
	return &checked, nil
}
