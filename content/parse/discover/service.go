package discover

import (
	"cmp"
	"slices"
	"strings"

	"lede/model/address"
)

// service is a place on the web that has feeds for its pages at addresses that follow from theirs.
type service struct {
	hosts  []string // with a dot in front: all names below it
	marked func(p *page) bool
	feeds  func(p *page) []Candidate
	source Source // "" for Service; Guessed where what the page says itself comes first
}

// table has a row for each service that is known by its hosts.
func table() []service {
	return slices.Concat(films(), codes(), networks(), forums(), blogs())
}

// services are the candidates that a known service has for the address of the page.
func services(p *page) []Candidate {
	host := strings.TrimPrefix(p.at.Hostname(), "www.")
	if host == "" {
		return nil
	}
	for _, s := range table() {
		if s.marked != nil && s.marked(p) || slices.ContainsFunc(s.hosts, func(h string) bool { return isHost(host, h) }) {
			return p.checked(s.feeds(p), cmp.Or(s.source, Service))
		}
	}
	return nil
}

func isHost(host, pattern string) bool {
	if strings.HasPrefix(pattern, ".") {
		return strings.HasSuffix(host, pattern) && len(host) > len(pattern)
	}
	return host == pattern
}

// checked gives candidates their source and drops those without an address that may be fetched.
func (p *page) checked(all []Candidate, from Source) []Candidate {
	var out []Candidate
	for _, c := range all {
		u, err := address.Check(c.URL, p.at.String())
		if err != nil || !strings.HasPrefix(u, "http") {
			continue
		}
		c.URL, c.From = u, from
		if c.Scope == "" {
			c.Scope = Whole
		}
		out = append(out, c)
	}
	return out
}

// one is the list of one candidate.
func one(url, title, format string) []Candidate {
	return []Candidate{{URL: url, Title: title, Format: format}}
}

// path are the parts of the path of the page.
func (p *page) path() []string { return segments(p.at.EscapedPath()) }

// part returns a part of the path, "" beyond its end.
func (p *page) part(i int) string {
	if parts := p.path(); i < len(parts) {
		return parts[i]
	}
	return ""
}

// root is the address of the site, without a slash at its end.
func (p *page) root() string { return p.at.Scheme + "://" + p.at.Host }

// between returns what a page's source has between two texts, when that is an ASCII word of at most 64 bytes.
func (p *page) between(before, after string) string {
	for rest := p.text; ; {
		_, found, ok := strings.Cut(rest, before)
		if !ok {
			return ""
		}
		word, _, ok := strings.Cut(found[:min(len(found), 64+len(after))], after)
		if ok && word != "" && !strings.ContainsFunc(word, notWord) {
			return word
		}
		rest = found
	}
}

func notWord(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_'
}

// says reports whether a fact that the page states of itself begins with a word: generator, og:site_name.
func (p *page) says(fact, word string) bool {
	_, ok := cutFold(strings.TrimSpace(p.meta[fact]), word)
	return ok
}
