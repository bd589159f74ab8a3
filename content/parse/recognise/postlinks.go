package recognise

import (
	"strings"
	"unicode"

	"lede/model"
)

// shortLinks are the addresses that X writes into a post for what hangs on it, and the words that Bluesky leaves for
// it.
var shortLinks = []struct {
	prefix, title string
}{
	{"pic.twitter.com/", "media"},
	{"pic.x.com/", "media"},
	{"t.co/", "link"},
	{"[image or embed]", "media"},
}

// A text of more bytes, or with more links, is no message: its links stay where they are.
const (
	maxLinked = 16 << 10
	maxKnown  = 200
)

// TakeLinks takes the short links out of a post's text and returns them in their order. Known gives the addresses
// that stood behind words of the text; those that are all of a line are taken too.
func TakeLinks(text string, known []model.Link) (string, []model.Link) {
	if len(text) > maxLinked || len(known) > maxKnown {
		return text, nil
	}
	var links []model.Link
	text, links = takeLinkLine(text, known)
	for from := 0; from < len(text); {
		at, length, link := nextShortLink(text[from:])
		if length == 0 {
			break
		}
		if l := knownLink(text[from+at:from+at+length], known); l != "" {
			link.URL = l
		}
		link.At = characters(text[:from+at])
		links = append(links, link)
		before, after := text[:from+at], text[from+at+length:]
		if strings.HasSuffix(before, " ") {
			before = strings.TrimRight(before, " ")
			if after != "" && !strings.HasPrefix(after, "\n") && !strings.HasPrefix(after, " ") {
				before += " "
			}
		}
		text, from = before+after, len(before)
	}
	for i, all := 0, characters(text); i < len(links); i++ {
		if links[i].At == all {
			links[i].At = 0
		}
	}
	return text, links
}

// characters counts the characters of a text without its spaces.
func characters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// nextShortLink finds the next short link: where it is, how long, and what it becomes. The length is 0 when there is
// none.
func nextShortLink(text string) (at, length int, link model.Link) {
	at = -1
	title := ""
	for _, s := range shortLinks {
		if i := strings.Index(text, s.prefix); i >= 0 && (at < 0 || i < at) {
			at, title, length = i, s.title, len(s.prefix)
		}
	}
	if at < 0 {
		return 0, 0, model.Link{}
	}
	if text[at] == '[' {
		return at, length, model.Link{Title: title}
	}
	end := at + length
	for end < len(text) && (text[end] == '_' || text[end] < 0x80 &&
		(unicode.IsLetter(rune(text[end])) || unicode.IsDigit(rune(text[end])))) && end-at < 40 {
		end++
	}
	if i := strings.Index(text[at+length:end], "pic"); i >= 0 &&
		strings.HasPrefix(text[at+length+i:], "pic.twitter.com/") {
		end = at + length + i // two links without a space between
	}
	path := text[at:end]
	for _, scheme := range []string{"https://", "http://"} {
		if strings.HasSuffix(text[:at], scheme) {
			at -= len(scheme)
			break
		}
	}
	return at, end - at, model.Link{Title: title, URL: "https://" + path}
}

// knownLink returns the address behind words of the text, or "".
func knownLink(words string, known []model.Link) string {
	for _, l := range known {
		if l.Title == words {
			return l.URL
		}
	}
	return ""
}

// takeLinkLine takes a last line that is nothing but known links, as written Markdown has it.
func takeLinkLine(text string, known []model.Link) (string, []model.Link) {
	head, line := "", text
	if i := strings.LastIndexByte(strings.TrimSpace(text), '\n'); i >= 0 {
		head, line = text[:i], text[i+1:]
	}
	var links []model.Link
	line = strings.TrimSpace(line)
	if strings.HasPrefix(line, "♬") {
		return head, []model.Link{{Title: line, URL: knownLink(line, known)}}
	}
	for _, l := range known {
		if after, ok := strings.CutPrefix(line, l.Title); ok && l.Title != "" && !strings.ContainsAny(l.Title[:1], "#@") {
			links = append(links, l)
			line = strings.TrimSpace(after)
		}
	}
	if line != "" || len(links) == 0 {
		return text, nil
	}
	return head, links
}

// Tidy trims the lines of a post and drops the empty ones.
func Tidy(text string) string {
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
