package content

import (
	"strings"

	"golang.org/x/net/publicsuffix"

	"lede/content/fetch"
	"lede/model"
)

// typed tells the hosts that the user typed in refs from all others.
func typed(refs []string) func(host string) bool {
	hosts := map[string]bool{}
	for _, ref := range refs {
		if host := fetch.HostOf(ref); host != "" {
			hosts[host] = true
		}
	}
	return func(host string) bool { return hosts[host] }
}

// siteOf is the part of an address's host that somebody has registered, with its port: "news.example" of
// "https://www.news.example/story".
func siteOf(address string) string {
	host := model.Host(address)
	name, port, _ := strings.Cut(host, ":")
	if site, err := publicsuffix.EffectiveTLDPlusOne(name); err == nil {
		return site + ":" + port
	}
	return host
}

// instead is what to do when a page is not what was looked for; else is the advice for a file.
func instead(ref, file string) string {
	if fetch.IsAddress(ref) {
		return inBrowser
	}
	return file
}
