package model

import "strings"

// IsAddress tells whether s has the form of a checked address: http, https or mailto, a host and no user name, printable ASCII
// without spaces, quotes, angle brackets and backslashes, at most 8,192 bytes. It is the second gate, for what is about to be
// written to the terminal or handed to another program; the first is in package parse.
func IsAddress(s string) bool {
	if len(s) > 8192 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>' || c == '\\' {
			return false
		}
	}
	if to, ok := strings.CutPrefix(s, "mailto:"); ok {
		return strings.Contains(to, "@") && to[0] != '-'
	}
	host, ok := authority(s)
	return ok && host != "" && !strings.Contains(host, "@") && host[0] != ':'
}

// Host returns the host of a checked address as the reader should see it, with its port: "news.example", "xn--bcher-kva.example:8080". Of a
// mailto address it is what follows the @. It is "" for anything else.
func Host(url string) string {
	if !IsAddress(url) {
		return ""
	}
	if to, ok := strings.CutPrefix(url, "mailto:"); ok {
		to, _, _ = strings.Cut(to, "?")
		return to[strings.LastIndexByte(to, '@')+1:]
	}
	host, _ := authority(url)
	return host
}

// authority returns what stands between the scheme and the path of an http or https address.
func authority(url string) (string, bool) {
	rest, ok := strings.CutPrefix(url, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(url, "http://"); !ok {
			return "", false
		}
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	return rest, true
}

// Misleading tells whether the text of a link names another host than the one that it leads to:
// "bank.example" that leads to evil.example. A text that names no host does not mislead.
func Misleading(text, url string) bool {
	target := bare(Host(url))
	if target == "" || len(text) > 2000 || !strings.Contains(text, ".") {
		return false
	}
	for word := range strings.FieldsSeq(text) {
		if named := hostIn(word); named != "" && !within(named, target) && !within(target, named) {
			return true
		}
	}
	return false
}

// within tells whether host is the domain or a part of it.
func within(host, domain string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}

// bare returns a host without port and without "www.".
func bare(host string) string {
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") {
		host = host[:i]
	}
	return strings.TrimPrefix(strings.ToLower(host), "www.")
}

// hostIn returns the host that a word names, or "".
func hostIn(word string) string {
	word = strings.ToLower(strings.Trim(word, "\"'“”‘’«»()[]<>{},;:!?…"))
	word, schemed := cutAny(word, "https://", "http://", "//")
	if i := strings.IndexAny(word, "/?#"); i >= 0 {
		word = word[:i]
	}
	if i := strings.LastIndexByte(word, '@'); i >= 0 {
		if !schemed {
			return ""
		}
		word = word[i+1:]
	}
	name := bare(strings.TrimRight(word, "."))
	last := name[strings.LastIndexByte(name, '.')+1:]
	if last == name || name[0] == '.' || strings.Contains(name, "..") {
		return ""
	}
	if !schemed && !strings.HasPrefix(word, "www.") && !commonDomain(last) {
		return ""
	}
	return name
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// commonDomain tells whether a word that ends in this is a host rather than the name of a file or an abbreviation.
func commonDomain(last string) bool {
	switch last {
	case "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "app", "dev", "news", "online", "site", "example", "test",
		"io", "co", "me", "tv", "ai", "eu", "uk", "de", "fr", "ru", "cn", "jp", "in", "br", "it", "es", "nl", "au", "ca", "us",
		"ch", "at", "se", "no", "dk", "fi", "be", "kr", "tw", "mx", "ar", "tr", "ua", "ir", "za", "nz", "ie", "pt", "cz", "hu", "ro", "gr", "il":
		return true
	}
	return false
}
