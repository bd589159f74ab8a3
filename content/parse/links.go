package parse

import (
	"strings"
	"unicode"

	"lede/model"
)

// escaped writes plain text as Markdown in which the web addresses that stand in it are links.
func escaped(s string) string {
	if !strings.Contains(s, "://") && !strings.Contains(s, "www.") {
		return model.Escape(s)
	}
	var b strings.Builder
	done := 0
	for at := 0; at < len(s); {
		from, to := nextAddress(s, at)
		if from < 0 {
			break
		}
		at = to
		if url, ok := checkedAddress(s[from:to]); ok {
			b.WriteString(fragment(s[done:from], done == 0))
			b.WriteString("[" + model.Escape(s[from:to]) + "](<" + url + ">)")
			done = to
		}
	}
	b.WriteString(fragment(s[done:], done == 0))
	return b.String()
}

// fragment writes a part of a text that does not stand at its start unless first is set.
func fragment(s string, first bool) string {
	if first || s == "" {
		return model.Escape(s)
	}
	// A letter keeps the start of the part from being taken for the start of a line.
	return model.Escape("x" + s)[1:]
}

// nextAddress finds the first web address in s at or after from: where it begins and ends, or -1.
func nextAddress(s string, at int) (from, to int) {
	for at < len(s) {
		i := strings.IndexAny(s[at:], "hw")
		if i < 0 {
			return -1, -1
		}
		at += i
		rest := s[at:min(len(s), at+maxAddress)]
		if at > 0 && alnum(s[at-1]) || !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "www.") {
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

// trimAddress takes off the end of an address what belongs to the sentence that it stands in: its punctuation, and a bracket
// that was opened before it.
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

// checkedAddress returns where an address that stands in a text leads.
func checkedAddress(s string) (string, bool) {
	if strings.HasPrefix(s, "www.") {
		s = "https://" + s
	}
	if i := strings.Index(s, "://"); i < 0 || i+4 > len(s) {
		return "", false
	}
	url, err := address(s, "")
	return url, err == nil
}

// alnum reports whether a byte is an ASCII letter or digit.
func alnum(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' }
