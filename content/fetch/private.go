package fetch

import (
	"net/netip"
	"strings"
)

// notPublic are the networks that are not the public internet, beside those that netip knows by name.
//
// See https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry.
var notPublic = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
	"203.0.113.0/24", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "3fff::/20",
)

// global is all of IPv6 that has been given out for the public internet.
var global = netip.MustParsePrefix("2000::/3")

// embedding are the networks of IPv6 whose addresses hold one of IPv4, and where in it.
var embedding = []struct {
	network netip.Prefix
	at      int
}{
	{netip.MustParsePrefix("64:ff9b::/96"), 12}, // NAT64
	{netip.MustParsePrefix("2002::/16"), 2},     // 6to4
}

func prefixes(texts ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(texts))
	for i, t := range texts {
		out[i] = netip.MustParsePrefix(t)
	}
	return out
}

// Private reports whether an address is not one of the public internet: this machine, a home or company network, a
// link, a group, or what is kept for documents and tests. An IPv4 address inside one of IPv6 is looked at too.
func Private(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsValid() || ip.IsUnspecified() || ip.IsLoopback() || ip.IsPrivate() || ip.IsMulticast() ||
		ip.IsLinkLocalUnicast() {
		return true
	}
	for _, n := range notPublic {
		if n.Contains(ip) {
			return true
		}
	}
	for _, e := range embedding {
		if b := ip.As16(); e.network.Contains(ip) {
			return Private(netip.AddrFrom4([4]byte(b[e.at : e.at+4])))
		}
	}
	return ip.Is6() && !global.Contains(ip)
}

// PrivateByName reports whether the host of an address is private by its name alone: 192.168.1.2, nas.local.
func PrivateByName(url string) bool {
	host := HostOf(url)
	return host != "" && privateName(host, Private)
}

// privateName reports whether a host is private by its name alone. A name without a dot is one of the network at hand.
func privateName(host string, private func(netip.Addr) bool) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return private(ip)
	}
	if !strings.Contains(host, ".") {
		return true
	}
	for _, end := range []string{"localhost", "localdomain", "local", "internal", "home.arpa", "lan"} {
		if host == end || strings.HasSuffix(host, "."+end) {
			return true
		}
	}
	return false
}
