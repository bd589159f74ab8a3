package thread

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/date"
	"lede/content/parse/page/dom"
	"lede/model/fold"
)

// The longest name and time that are looked for, in bytes.
const (
	maxName = 60
	maxTime = 60
)

// namesAuthor reports whether an element names the author of something: by its names, or as a link to the page of a
// user.
func (s *scan) namesAuthor(i int) bool {
	e := &s.all[i]
	size := s.text(s.span(i))
	if size == 0 || size > maxName {
		return false
	}
	switch e.node.DataAtom {
	case atom.Time, atom.H1, atom.Img, atom.Meta:
		return false
	case atom.A:
		if strings.HasPrefix(strings.TrimSpace(ownText(e.node)), "@") && e.parent >= 0 &&
			strings.TrimSpace(directWords(s.at(e.parent).node)) != "" {
			return false // somebody is spoken to
		}
		return userPage(dom.Attr(e.node, "href")) || e.names&saysAuthor != 0 || dom.HasAttr(e.node, "data-user-id") ||
			dom.HasAttr(e.node, "data-user")
	}
	return e.names&saysAuthor != 0 && e.names&saysTime == 0 || e.node.DataAtom == atom.Cite
}

// mayName reports whether a text may be the name of an author: of a few words, and no count of something.
func mayName(text string) bool {
	const most = 5
	words := strings.Fields(text)
	for _, w := range words {
		if len(words) > 1 && lang.IsNumber(w) {
			return false
		}
	}
	return len(words) > 0 && len(words) <= most && lang.HasLetter(text)
}

// userPage reports whether an address is that of the page of a user.
func userPage(href string) bool {
	if href == "" || len(href) > 500 {
		return false
	}
	u, err := url.Parse(href)
	if err != nil {
		return false
	}
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	for i, p := range parts {
		switch name, _, _ := strings.Cut(p, "."); strings.ToLower(name) {
		case "user", "users", "u", "profile", "profiles", "member", "members", "people", "author", "userinfo", "memberlist",
			"viewprofile":
			return i+1 < len(parts) || u.RawQuery != ""
		}
		if len(p) > 1 && (p[0] == '@' || p[0] == '~') && i == len(parts)-1 {
			return true
		}
	}
	q := u.RawQuery
	return strings.Contains(q, "mode=viewprofile") || strings.Contains(q, "action=profile") ||
		strings.Contains(q, "/profile/")
}

// hasTime reports whether an element has a time, of a message or a turn.
func (s *scan) hasTime(i int) bool {
	e := &s.all[i]
	if e.node.DataAtom == atom.Meta {
		return strings.HasPrefix(dom.Attr(e.node, "itemprop"), "date")
	}
	if e.node.DataAtom == atom.Time || dom.HasAttr(e.node, "datetime") || strings.HasSuffix(e.node.Data, "time-ago") {
		return true
	}
	if dom.HeadingLevel(e.node) > 0 {
		return clockAt(ownText(e.node)) > 0 // "23.40: Lights out"
	}
	size := s.text(s.span(i))
	if size == 0 || size > maxTime {
		return false
	}
	text := ownText(e.node)
	return text != "" && (readsAsTime(text) || e.names&saysTime != 0 && hasDigit(text) && len(text) <= maxTime)
}

// ownText returns the words that stand in an element itself, with those of its only child.
func ownText(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && c.FirstChild != nil && c.FirstChild.Type == html.TextNode &&
			c.FirstChild.NextSibling == nil:
			b.WriteString(" " + c.FirstChild.Data)
		}
		if b.Len() > 4*maxTime {
			return ""
		}
	}
	return fold.Line(b.String())
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// readsAsTime reports whether a text is a time and nothing else: a date, a clock, so long ago.
func readsAsTime(text string) bool {
	if !hasDigit(text) || len(text) > maxTime {
		return false
	}
	if clockAt(text) == len(text) || ago(text) {
		return true
	}
	if _, ok := date.Parse(text); ok {
		return true
	}
	return hasYear(text) && 5*len(dateIn(text)) >= 3*len(text)
}

// hasYear reports whether four figures stand side by side in a text.
func hasYear(text string) bool {
	run := 0
	for i := range len(text) {
		if c := text[i]; c < '0' || c > '9' {
			run = 0
		} else if run++; run == len("2006") {
			return true
		}
	}
	return false
}

// clockAt returns how far a clock reaches that a text begins with, with what belongs to it: "14:05", "23.40", "16:40
// Uhr", "9:05 pm".
func clockAt(text string) int {
	i := 0
	for groups := 0; groups < 3; groups++ {
		from := i
		for i < len(text) && i-from < 2 && text[i] >= '0' && text[i] <= '9' {
			i++
		}
		if i == from || groups > 0 && i-from != 2 {
			return 0
		}
		if i < len(text) && text[i] >= '0' && text[i] <= '9' {
			return 0
		}
		if i == len(text) || text[i] != ':' && (text[i] != '.' || groups > 0) && (text[i] != 'h' || groups > 0) {
			if groups == 0 {
				return 0
			}
			break
		}
		if i+1 == len(text) || text[i+1] < '0' || text[i+1] > '9' {
			if groups == 0 {
				return 0
			}
			break
		}
		i++
	}
	rest := strings.TrimLeft(text[i:], " \u00a0")
	word, _, _ := strings.Cut(rest, " ")
	switch strings.ToLower(strings.Trim(word, ".,:")) {
	case "uhr", "am", "pm", "a.m", "p.m", "h", "gmt", "utc", "bst", "est", "edt", "cet", "cest", "pst", "pdt":
		return len(text) - len(rest) + len(word)
	}
	return i
}

// ago reports whether a text says how long ago something was: a number, a word or two, and nothing else; "vor 3
// Tagen", "il y a 2 h".
func ago(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	if len(words) == 1 { // "5h", "3mo"
		trimmed := strings.TrimLeft(words[0], "0123456789")
		return trimmed != words[0] && len(trimmed) > 0 && len(trimmed) <= 3 &&
			strings.IndexFunc(trimmed, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
	}
	for _, w := range words {
		switch w {
		case "ago", "vor", "hace", "fa", "siden", "sedan", "geleden", "назад", "temu", "atrás", "önce", "sitten":
			return true
		}
	}
	return words[0] == "il" && words[1] == "y"
}

// dateIn finds a date among the words of a line, and returns it as it is printed, with a clock behind it.
func dateIn(text string) string {
	for i := range text {
		if i > 0 && unicode.IsLetter(lang.LastRune(text[:i])) || i > 300 {
			continue
		}
		c := text[i]
		if c == ' ' || c < '0' || c > '9' && c < 'A' {
			continue
		}
		end, _ := date.Scan(text[i:])
		if end == 0 {
			continue
		}
		rest := text[i+end:]
		gap := len(rest) - len(strings.TrimLeft(rest, " ,·at-–"))
		if n := clockAt(rest[gap:]); n > 0 {
			end += gap + n
		}
		return strings.TrimRight(text[i:i+end], " ,.)")
	}
	return ""
}
