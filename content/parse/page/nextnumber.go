package page

import (
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"

	"lede/content/lang"
)

// pageNumber is an address read as that of a page of a text.
type pageNumber struct {
	stem   string // the address without what names the page
	number int
	form   numberForm
}

// numberForm is how an address names the number of a page.
type numberForm int

const (
	noNumber    numberForm = iota // it names none: the first page
	saidNumber                    // with a word for it: ?page=2, /page/2, -page2
	partNumber                    // a part of the path by itself: /story/2
	gluedNumber                   // at the end of a name: story-2, story_2.html
)

// pageWords are the words for a page in addresses.
var pageWords = sync.OnceValue(func() []string { return lang.Words("page-in-address") })

// pageKeys are the words for it in queries.
var pageKeys = []string{
	"page", "paged", "pg", "p", "pagina", "página", "seite", "sida", "side", "strona", "sayfa",
	"pageno", "pagenum", "page_no", "page_num", "currentpage", "pn",
}

// pagesOf reads an address in all ways in which it may name a page.
func pagesOf(u *url.URL) []pageNumber {
	base := stemOf(u.Path)
	if base == "" {
		return nil // the front page is no text
	}
	query := u.Query()
	for key := range query {
		if strings.HasPrefix(key, "utm_") {
			query.Del(key)
		}
	}
	for _, key := range pageKeys {
		if n, ok := smallNumber(query.Get(key)); ok {
			query.Del(key)
			return []pageNumber{{base + "?" + query.Encode(), n, saidNumber}}
		}
	}
	rest := "?" + query.Encode()
	all := []pageNumber{{base + rest, 1, noNumber}}
	digits := len(base) - len(strings.TrimRight(base, "0123456789"))
	n, ok := smallNumber(base[len(base)-digits:])
	if !ok {
		return all
	}
	name := base[:len(base)-digits]
	if said, ok := withoutPageWord(name); ok {
		return append(all, pageNumber{said + rest, n, saidNumber})
	}
	bare := strings.TrimRight(name, "/-_,.")
	switch {
	case bare == name || bare == "" || inDate(bare):
		return all
	case strings.HasSuffix(name, "/"):
		return append(all, pageNumber{bare + rest, n, partNumber})
	}
	return append(all, pageNumber{bare + rest, n, gluedNumber})
}

// stemOf is a path without a last slash and the ending of a file.
func stemOf(p string) string {
	p = strings.TrimRight(p, "/")
	switch ext := strings.ToLower(path.Ext(p)); ext {
	case ".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp":
		p = p[:len(p)-len(ext)]
	}
	return p
}

// smallNumber reads the number of a page: 1 to 99.
func smallNumber(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && n < 100 && s[0] != '0' && s[0] != '+'
}

// withoutPageWord takes a word for a page and the signs around it off the end of a path.
func withoutPageWord(name string) (string, bool) {
	name = strings.TrimRight(name, "/-_=")
	lower := strings.ToLower(name)
	for _, word := range pageWords() {
		before, ok := strings.CutSuffix(lower, word)
		if bare := strings.TrimRight(before, "/-_,.;"); ok && bare != before && bare != "" {
			return name[:len(bare)], true
		}
	}
	return "", false
}

// inDate reports whether a path ends with a year, or a year and a month, so that the number after it is a month or a
// day.
func inDate(bare string) bool {
	last := bare[strings.LastIndexAny(bare, "/-_")+1:]
	if len(last) == 2 && isDigits(last) {
		bare = strings.TrimRight(bare[:len(bare)-2], "/-_")
		last = bare[strings.LastIndexAny(bare, "/-_")+1:]
	}
	return len(last) == 4 && isDigits(last) && (last[:2] == "19" || last[:2] == "20")
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
