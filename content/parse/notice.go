package parse

import (
	"strings"
	"unicode/utf8"

	"lede/model"
)

// noticeAt reads a unit that belongs to the page and not to the story.
func noticeAt(units []unit, i int, set labelSet) (found, bool) {
	u := units[i]
	bare, bracketed := undecorate(u.text)
	bare = strings.Trim(bare, "_= ")
	accept := func(l label, after string) bool { return l.fits(bare, after) }
	l, n := set.notices.match(bare, accept)
	if n == 0 && bracketed {
		bare = "(" + bare
		l, n = set.notices.match(bare, accept)
	}
	if n == 0 || u.kind == headingUnit && l.mode != 0 {
		return found{}, false
	}
	notice := model.Notice{Kind: l.mark, Source: u.source}
	if notice.Source == "" {
		notice.Source = model.Escape(u.text)
	}
	if notice.Source != u.text {
		notice.Plain = u.text
	}
	return found{from: i, to: i + 1, blocks: []model.Block{notice}, why: why{rule: "notice: a wording that such lines begin with", said: bare[:n]}}, true
}

// fits tells whether what follows a notice's wording is what it says may follow, and the whole is not too long for its kind.
func (l label) fits(text, after string) bool {
	if utf8.RuneCountInString(text) > maxNotice(l.mark) {
		return false
	}
	trimmed := strings.TrimLeft(after, " \u00a0")
	switch l.mode {
	case ':':
		return strings.HasPrefix(trimmed, ":") || strings.HasPrefix(trimmed, "：") || strings.HasPrefix(trimmed, "|") || strings.HasPrefix(trimmed, "©") || strings.HasPrefix(trimmed, "- ") ||
			strings.HasPrefix(trimmed, "– ") || strings.HasPrefix(after, "/")
	case '*':
		return true
	}
	return strings.Trim(trimmed, " .:…-–—•|)]*↓▼⬇\ufe0f\u00a0") == ""
}

// maxNotice is how many characters a notice of a kind may have; a longer one is rather a paragraph that begins alike.
func maxNotice(k model.NoticeKind) int {
	switch k {
	case model.Disclaimer:
		return 1500
	case model.Newsletter:
		return 300
	case model.Credit:
		return 200
	case model.Advertisement, model.Continues:
		return 120
	}
	return 300
}
