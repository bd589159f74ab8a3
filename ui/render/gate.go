package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model/address"
	"lede/ui/theme"
)

// linkable reports whether an address may be written to the terminal as a link.
func linkable(url string) bool { return len(url) <= address.MaxLinkBytes && address.IsChecked(url) }

// Gate is the last step before the screen: it lets through what lede itself writes to a terminal. That is text,
// newlines, the SGR sequences that are made of attributes and of the theme's colours, and OSC 8 with an address that
// may be a link. It is safe to share.
type Gate struct{ theme *theme.Theme }

// NewGate returns the gate for what is drawn in a theme.
func NewGate(t *theme.Theme) Gate { return Gate{theme: t} }

// Screen returns s with everything else replaced or dropped: a control becomes U+FFFD, an escape that begins no
// sequence of ours too, a sequence of another look and characters that hide or reorder words are dropped. A text that
// is already so is returned as it is, without a copy.
func (g Gate) Screen(s string) string { return pass(s, g.theme) }

// Plain lets through text and newlines only: no sequence at all, for output that is not a terminal.
func Plain(s string) string { return pass(s, nil) }

// pass lets the sequences of a theme through, none when it is nil.
func pass(s string, t *theme.Theme) string {
	var b strings.Builder
	kept := 0 // the end of what has been judged and written
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7f || c == '\n' {
			i++
			continue
		}
		size, pass, instead := admit(s[i:], t)
		if !pass {
			b.WriteString(s[kept:i])
			b.WriteString(instead)
			kept = i + size
		}
		i += size
	}
	if kept == 0 {
		return s
	}
	b.WriteString(s[kept:])
	return b.String()
}

// admit judges what s begins with, which is not printable ASCII: how long it is, whether it passes, and else what
// stands in its place.
func admit(s string, t *theme.Theme) (size int, pass bool, instead string) {
	if s[0] == esc {
		return admitSequence(s, t)
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1, r < 0xa0, r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return size, false, "\uFFFD"
	case hidden(r):
		return size, false, ""
	}
	return size, true, ""
}

// hidden reports whether a character reorders words or carries other text unseen.
func hidden(r rune) bool {
	if r < 0x61c {
		return r == 0xad
	}
	return r == 0x61c || r == 0x200b || r == 0x200e || r == 0x200f || r >= 0x2028 && r <= 0x202e ||
		r >= 0x2060 && r <= 0x206f || r == 0xfeff || r >= 0xfff9 && r <= 0xfffb ||
		r >= 0xe0000 && unicode.Is(unicode.Cf, r) && !tag(r)
}

// tag reports whether a character spells the flag of a region.
func tag(r rune) bool { return r >= 0xe0020 && r <= 0xe007f }

func admitSequence(s string, t *theme.Theme) (size int, pass bool, instead string) {
	size = sequence(s)
	seq := s[:size]
	var look, known bool
	if look, known = looks(seq, t); !look && !leads(seq) {
		return 1, false, "\uFFFD"
	}
	return size, t != nil && (known || !look), ""
}

// leads reports whether a sequence is an OSC 8 of ours: one that ends a link, or begins one with an address that may
// be a link.
func leads(seq string) bool {
	body, ok := strings.CutPrefix(seq, hyperlink)
	if !ok {
		return false
	}
	body, ok = strings.CutSuffix(body, "\x1b\\")
	if !ok {
		return false
	}
	id, url, ok := strings.Cut(body, ";")
	if !ok {
		return false
	}
	return url == "" && id == "" || linkable(url) && identity(id)
}

func identity(id string) bool {
	id, ok := strings.CutPrefix(id, "id=")
	return ok && len(id) <= 16 && strings.Trim(id, "0123456789abcdefghijklmnopqrstuvwxyz") == ""
}

// looks reports whether a sequence is a whole SGR, and whether it is made only of attributes and colours of the
// theme.
func looks(seq string, t *theme.Theme) (is, known bool) {
	if len(seq) < 3 || seq[1] != '[' || seq[len(seq)-1] != 'm' {
		return false, false
	}
	params, known := seq[2:len(seq)-1], true
	for known && params != "" {
		n := attribute(params, t)
		known = n > 0
		params = strings.TrimPrefix(params[n:], ";")
	}
	return true, known
}

// attribute is the size of the first attribute among SGR parameters, 0 when it is not of the theme.
func attribute(params string, t *theme.Theme) int {
	first := field(params, 1)
	switch first {
	case "0", "1", "3", "4", "7", "9", "22", "23", "24", "27", "29", "39", "49":
		return len(first)
	case "38", "48":
		size := 5
		if field(params, 2) == first+";5" {
			size = 3 // a number among 256
		}
		first = field(params, size)
	}
	if t == nil || !t.Has(first) {
		return 0
	}
	return len(first)
}

// field is the first n of the parameters that semicolons divide.
func field(params string, n int) string {
	for i := range len(params) {
		if params[i] == ';' {
			if n--; n == 0 {
				return params[:i]
			}
		}
	}
	return params
}
