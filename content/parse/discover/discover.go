// Package discover finds the feeds of a page: those that its head declares, those that its links look like, and those
// that a known service has for the address, the one that a user most likely wants first. It asks nobody: whether there
// is a feed at an address shows when it is fetched.
//
// Start with Feeds. scan.go takes what matters out of a page, link.go judges the links, comments.go knows the feeds of
// comments, rank.go puts the candidates in order, and service.go has a row for each service, told by its hosts or by
// what its pages say of themselves.
package discover

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"lede/model/address"
)

// Candidate is an address at which a feed may be.
type Candidate struct {
	URL    string // absolute, as address.Check returns it
	Title  string // how the page or the service calls it, on one line; may be ""
	Format string // "rss", "atom", "json" or "rdf"; "" when nothing says
	From   Source
	Scope  Scope
	Copy   bool // an earlier candidate has the same entries, in another format
	Equal  bool // nothing says whether the user wants this one or the first
}

// Source is how a candidate was found.
type Source string

// The sources, the most reliable first.
const (
	Service  Source = "service"  // the address is one of a known service, which has this feed for it
	Declared Source = "declared" // the page's head names it
	Linked   Source = "linked"   // a link in the page looks like one
	Guessed  Source = "guessed"  // the software that made the page usually has a feed there
)

// Scope is how much of a site a feed covers.
type Scope string

// The scopes, the widest first.
const (
	Whole    Scope = "site"     // everything, or all of what the address names
	Part     Scope = "part"     // a category, a tag, an author, a search, a podcast beside the texts
	Comments Scope = "comments" // what others say below entries
)

// maxCandidates is how many candidates Feeds returns at most. A page that lists more has them in groups of its own.
const maxCandidates = 200

// Feeds returns the candidates of the page at the address base, which is the final one after all redirects, the best
// first. Relative addresses are resolved against base, or against what the page itself names as its base.
//
// A feed of comments is never before another one, and feeds of parts come after those of the whole. page may be empty:
// then only what a service is known to have for the address is returned. base may be "" for a page that has none.
func Feeds(page []byte, base string) []Candidate {
	p := scan(page, base)
	all := slices.Concat(services(p), declared(p), linked(p), guessed(p))
	all = unique(all)
	rank(all, p)
	return all[:min(len(all), maxCandidates)]
}

// unique keeps the first candidate of each address. What it does not say itself, later ones may add.
func unique(all []Candidate) []Candidate {
	at := map[string]int{}
	var out []Candidate
	for _, c := range all {
		key := sameAddress(c.URL)
		if key == "" {
			continue
		}
		i, ok := at[key]
		if !ok {
			at[key] = len(out)
			out = append(out, c)
			continue
		}
		out[i].Title = cmp.Or(out[i].Title, c.Title)
		out[i].Format = cmp.Or(out[i].Format, c.Format)
		if c.Scope == Comments {
			out[i].Scope = Comments
		}
	}
	return out
}

// sameAddress returns what two addresses of one feed have in common: all but the scheme, "www." and a slash at the
// end.
func sameAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	key := address.BareServer(u) + strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		key += "?" + u.RawQuery
	}
	return key
}
