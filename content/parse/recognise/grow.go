package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/model"
)

// body is the text of a post and where it begins.
type body struct {
	from  int    // the unit
	prose string // what is before the post in that unit
	text  string
}

// maxPostUnits is how many lines before its attribution a post may begin.
const maxPostUnits = 12

// grow finds where a post begins whose attribution stands in unit i after text. Nothing marks the start: it grows
// backwards over the units as long as they look like one message.
func grow(units []block.Unit, i, floor int, text string, network model.Network) body {
	b := body{from: i, text: strings.TrimSpace(text)}
	limit := maxWeight(network)
	if units[i].Kind == block.Quote {
		return b
	}
	b.growUnits(units, floor, limit)
	if b.from == i {
		b.cutProse(limit)
	}
	return b
}

// growUnits takes the units before, one by one.
func (b *body) growUnits(units []block.Unit, floor, limit int) {
	if after, ok := afterIntro(units, b.from, floor, limit-weight(b.text)); ok {
		b.take(units, after)
		return
	}
	for end := b.from; b.from > floor && end-b.from < maxPostUnits; {
		u := units[b.from-1]
		if !quotable(u.Kind) || b.text != "" && headed(b.text) && !isMirrorHead(u.Text) {
			return
		}
		if onlyLinks(b.text) {
			if !b.first(u, limit) {
				return
			}
		} else if !isMirrorHead(u.Text) && (weight(u.Text)+weight(b.text) > limit || !belongs(units, b.from-1, b.text)) {
			return
		}
		b.take(units, b.from-1)
		if u.Kind == block.Quote {
			return
		}
	}
}

// take moves the start to a unit.
func (b *body) take(units []block.Unit, from int) {
	lines := make([]string, 0, b.from-from+1)
	for _, u := range units[from:b.from] {
		lines = append(lines, strings.TrimSpace(u.Text))
	}
	b.text = strings.TrimSpace(strings.Join(append(lines, b.text), "\n"))
	b.from = from
}

// first decides on the unit next to an attribution that stands alone.
func (b *body) first(u block.Unit, limit int) bool {
	w := weight(u.Text)
	switch {
	case isIntro(u.Text):
		return false
	case w <= limit || u.Kind == block.Quote || isMirrorHead(u.Text) || headed(u.Text):
		return true
	}
	return social(u.Text) > 0 && w <= maxMarked
}

// headed reports whether a text begins with the head of a copied post.
func headed(text string) bool {
	m, _ := takeMirror(strings.TrimSpace(text))
	return m != model.Mirror{}
}

// How long a message of a network may be, in the way that X counts, and a little more.
const (
	maxShort   = 305  // on X and Bluesky
	maxMedium  = 510  // on Mastodon and Threads
	maxCaption = 2200 // on the networks of pictures and films
	maxMarked  = 4000 // on any, of a text with the marks of a message
)

// addressWeight is what an address counts for in a message, however long it is.
const addressWeight = 23

// maxWeight is how long a message of a network may be.
func maxWeight(n model.Network) int {
	switch n {
	case model.X, model.Bluesky:
		return maxShort
	case model.Mastodon, model.Threads:
		return maxMedium
	}
	return maxCaption
}

// weight counts a text as X does: a character of a dense script or a picture counts for two, an address for 23, the
// names that a reply begins with for nothing.
func weight(s string) int {
	s = strings.TrimSpace(s)
	for strings.HasPrefix(s, "@") {
		s = strings.TrimLeft(s[len(handleAt(s)):], " ")
		if s != "" && strings.HasPrefix(s, ".") {
			break
		}
	}
	n := 0
	for s != "" {
		if strings.HasPrefix(s, "http") || strings.HasPrefix(s, "pic.") {
			if end := addressEnd(s); end > 0 {
				n, s = n+addressWeight, s[end:]
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		switch {
		case lang.IsDense(r) || lang.IsEmoji(r):
			n += 2
		case r == '\u200d' || r == '\ufe0f':
		default:
			n++
		}
	}
	return n
}

// addressEnd is the length of the address that s begins with, 0 for none.
func addressEnd(s string) int {
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") &&
		!strings.HasPrefix(s, "pic.twitter.com/") && !strings.HasPrefix(s, "pic.x.com/") {
		return 0
	}
	end := strings.IndexFunc(s, func(r rune) bool { return r > 0x7e || unicode.IsSpace(r) })
	if end < 0 {
		return len(s)
	}
	return end
}

// onlyLinks reports whether a text has no words besides links and tags, so that its message must stand before it.
func onlyLinks(s string) bool {
	words, _ := TakeLinks(s, nil)
	for _, w := range strings.Fields(words) {
		if !strings.HasPrefix(w, "#") && !strings.HasPrefix(w, "http") && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			return false
		}
	}
	return true
}

// social counts the marks of a message in a text: tags, handles, pictures, short links.
func social(s string) int {
	n := 0
	prev := ' '
	for i, r := range s {
		switch {
		case (r == '#' || r == '@' || r == '＃') && (unicode.IsSpace(prev) || unicode.IsPunct(prev) || i == 0) &&
			lang.StartsWithLetter(s[i+utf8.RuneLen(r):]):
			n++
		case lang.IsEmoji(r):
			n++
		case r == '/' && (strings.HasSuffix(s[:i], "t.co") || strings.HasSuffix(s[:i], "pic.twitter.com") ||
			strings.HasSuffix(s[:i], "pic.x.com")):
			n++
		}
		prev = r
	}
	return n
}
