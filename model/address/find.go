package address

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model/fold"
)

// Finder finds the web and mail addresses in a text, each kind in one pass.
type Finder struct {
	Text      string
	web, mail [2]int // the next of each kind: where it begins and ends; -1 when there is none
	looked    bool
}

// Next finds the first address at or after at: where it begins and ends, or -1.
func (f *Finder) Next(at int) (from, to int) {
	if !f.looked || f.web[0] >= 0 && f.web[0] < at {
		f.web[0], f.web[1] = NextWeb(f.Text, at)
	}
	if !f.looked || f.mail[0] >= 0 && f.mail[0] < at {
		f.mail[0], f.mail[1] = nextMail(f.Text, at)
	}
	f.looked = true
	if f.mail[0] >= 0 && (f.web[0] < 0 || f.mail[0] < f.web[0]) {
		return f.mail[0], f.mail[1]
	}
	return f.web[0], f.web[1]
}

// URL returns where the address that was found last leads, or "" when that is refused.
func (f *Finder) URL(from, to int) string {
	if f.mail[0] == from {
		url, _ := Check("mailto:"+f.Text[from:to], "")
		return url
	}
	url, _ := Found(f.Text[from:to])
	return url
}

// nextMail finds the next mail address in s at or after at: where it begins and ends, or -1.
func nextMail(s string, at int) (from, to int) {
	for at < len(s) {
		i := strings.IndexByte(s[at:], '@')
		if i < 0 {
			return -1, -1
		}
		i += at
		from, to = i, i+1
		for from > at && (fold.IsAlnum(s[from-1]) || strings.IndexByte("._+-", s[from-1]) >= 0) {
			from--
		}
		for to < len(s) && (fold.IsAlnum(s[to]) || s[to] == '-' || s[to] == '.') {
			to++
		}
		to = i + 1 + len(strings.TrimRight(s[i+1:to], ".-"))
		clear := from == 0 || s[from-1] < utf8.RuneSelf && s[from-1] != '/' && s[from-1] != '@'
		if from < i && clear && strings.Contains(s[i:to], ".") && (to == len(s) || s[to] != '@' && s[to] != '/') {
			return from, to
		}
		at = i + 1
	}
	return -1, -1
}

// NextWeb finds the first web address in s at or after from: where it begins and ends, or -1.
func NextWeb(s string, at int) (from, to int) {
	for at < len(s) {
		i := strings.IndexAny(s[at:], "hw")
		if i < 0 {
			return -1, -1
		}
		at += i
		rest := s[at:min(len(s), at+MaxBytes)]
		if at > 0 && fold.IsAlnum(s[at-1]) || !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "http://") &&
			!strings.HasPrefix(rest, "www.") {
			at++
			continue
		}
		n := strings.IndexFunc(rest, func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”„«»|\\^`{}。，、）】」", r)
		})
		if n < 0 {
			n = len(rest)
		}
		return at, at + len(trimAddress(rest[:n]))
	}
	return -1, -1
}

// trimAddress takes off the end of an address what belongs to the sentence that it stands in: its punctuation, and a
// bracket that was opened before it.
func trimAddress(s string) string {
	for s != "" {
		short := strings.TrimRight(s, ".,:;!?'’…*_")
		if strings.HasSuffix(short, ")") && strings.Count(short, ")") > strings.Count(short, "(") ||
			strings.HasSuffix(short, "]") && !strings.Contains(short, "[") {
			short = short[:len(short)-1]
		}
		if short == s {
			break
		}
		s = short
	}
	return s
}

// Found returns where an address that stands in a text leads.
func Found(s string) (string, bool) {
	if strings.HasPrefix(s, "www.") {
		s = "https://" + s
	}
	if i := strings.Index(s, "://"); i < 0 || i+4 > len(s) {
		return "", false
	}
	url, err := Check(s, "")
	return url, err == nil
}
