package content

import (
	"cmp"
	"strings"

	"golang.org/x/net/publicsuffix"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/model"
)

// options tells how the text of an origin is read: what a page says of itself in its headers, and the address that its links lead on
// from.
func (l *Library) options(from origin) parse.Options {
	o := parse.Options{Name: from.name, Base: l.o.Base, Labels: l.wordings(), Log: l.o.Log, Part: from.part}
	if p := from.page; p != nil {
		o.Base, o.Format, o.Charset = p.URL, parse.Format(p.Kind), p.Charset
	}
	return o
}

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

// settle gives the article of a page its address: the one that the page itself says it has, if that is on the same site, else where the
// page was found.
func settle(e *model.Entry, found string, data []byte) {
	if e.URL == "" || siteOf(e.URL) != siteOf(found) {
		e.URL = found
	}
	e.ID = parse.ID(e.URL, data)
	e.Site = cmp.Or(e.Site, strings.TrimPrefix(model.Host(found), "www."))
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

// told is what is to be known of a text that it does not say itself. cut tells that the source went on beyond what is read.
func (from origin) told(cut bool) []string {
	switch {
	case from.page == nil && cut:
		return []string{"lede cut this text at 64 MB. The file goes on."}
	case from.page == nil:
		return nil
	}
	told := from.page.Notes
	if sentence := from.page.Cut(); sentence != "" {
		told = append(told[:len(told):len(told)], sentence)
	}
	return told
}

// instead is what to do when a page is not what was looked for; else is the advice for a file.
func instead(ref, file string) string {
	if fetch.IsAddress(ref) {
		return inBrowser
	}
	return file
}
