package fetch

import "golang.org/x/net/publicsuffix"

// ownerOf is the part of a host's name that somebody has registered: "news.example" of "www.news.example".
func ownerOf(host string) string {
	if owner, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return owner
	}
	return host
}
