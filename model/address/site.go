package address

import (
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
)

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

// Host returns the host of a web address without its port, in lower case, or "".
func Host(s string) string {
	if len(s) > MaxBytes {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return hostOf(u)
}

func hostOf(u *url.URL) string { return strings.TrimSuffix(strings.ToLower(u.Hostname()), ".") }

// Name returns the host of a web address as people say it: without its port and "www.". It returns "" if there is
// none.
func Name(s string) string { return bare(Host(s)) }

// NameOf returns the Name of an address.
func NameOf(u *url.URL) string { return bare(hostOf(u)) }

// BareServer returns the host of an address with its port, in lower case and without "www.".
func BareServer(u *url.URL) string { return bare(strings.ToLower(u.Host)) }

func bare(host string) string { return strings.TrimPrefix(host, "www.") }

// SiteName returns the name of a site as it is shown. One that is a host's name, however it is written, is the Name of
// that host: "dw.com" for "WWW.DW.COM".
func SiteName(name string) string {
	if !strings.Contains(name, ".") || strings.ContainsAny(name, " /:@") {
		return name
	}
	host := strings.ToLower(name)
	if _, known := publicsuffix.PublicSuffix(host); !known || registered(host) == "" {
		return name
	}
	return bare(host)
}

// Site returns the part of a host's name that somebody has registered: "news.example" for "www.news.example". An IP
// address and a name without such a part are returned as they are.
func Site(host string) string {
	if site := registered(host); site != "" {
		return site
	}
	return host
}

func registered(host string) string {
	if _, err := netip.ParseAddr(host); err == nil {
		return ""
	}
	site, _ := publicsuffix.EffectiveTLDPlusOne(host)
	return site
}

// SameSite reports whether two web addresses belong to the same site: to hosts in one registered domain, on any port,
// as browsers see it. A host that is not in one, such as 127.0.0.1, may be a machine that serves something else on
// each port, so there the port must be the same, too.
func SameSite(a, b string) bool {
	site := siteOf(a)
	return site != "" && site == siteOf(b)
}

func siteOf(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	host := hostOf(u)
	if site := registered(host); site != "" || host == "" {
		return site
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	return host
}

// IsFront reports whether an address is that of a front page.
func IsFront(href string) bool {
	u, err := url.Parse(strings.TrimSpace(href))
	return err == nil && strings.Trim(u.Path, "/") == "" && (u.Path != "" || u.Host != "") &&
		u.RawQuery == "" && u.Fragment == ""
}
