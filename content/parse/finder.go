package parse

import (
	"strings"
	"unicode/utf8"
)

// addressFinder finds the web and mail addresses in a text, each kind in one pass.
type addressFinder struct {
	s         string
	web, mail [2]int // the next of each kind: where it begins and ends; -1 when there is none
	looked    bool
}

// next finds the first address at or after at: where it begins and ends, or -1.
func (f *addressFinder) next(at int) (from, to int) {
	if !f.looked || f.web[0] >= 0 && f.web[0] < at {
		f.web[0], f.web[1] = nextAddress(f.s, at)
	}
	if !f.looked || f.mail[0] >= 0 && f.mail[0] < at {
		f.mail[0], f.mail[1] = nextMail(f.s, at)
	}
	f.looked = true
	if f.mail[0] >= 0 && (f.web[0] < 0 || f.mail[0] < f.web[0]) {
		return f.mail[0], f.mail[1]
	}
	return f.web[0], f.web[1]
}

// url returns where the address that was found last leads, or "" when that is refused.
func (f *addressFinder) url(from, to int) string {
	if f.mail[0] == from {
		url, _ := address("mailto:"+f.s[from:to], "")
		return url
	}
	url, _ := checkedAddress(f.s[from:to])
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
		for from > at && (alnum(s[from-1]) || strings.IndexByte("._+-", s[from-1]) >= 0) {
			from--
		}
		for to < len(s) && (alnum(s[to]) || s[to] == '-' || s[to] == '.') {
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
