package recognise

import (
	"strings"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/model"
)

// IsNotice reports whether a line belongs to the page and not to the story, as its wording tells in any language.
func IsNotice(line string) bool {
	_, ok := noticeAt([]block.Unit{{Text: line}}, 0, lang.LabelsWith(lang.Labels{}))
	return ok
}

// noticeAt reads a unit that belongs to the page and not to the story.
func noticeAt(units []block.Unit, i int, set lang.LabelSet) (block.Found, bool) {
	u := units[i]
	bare, bracketed := lang.Undecorate(u.Text)
	bare = strings.Trim(bare, "_= ")
	accept := func(l lang.Label, after string) bool { return l.Fits(bare, after) }
	l, n := set.Notices.Match(bare, accept)
	if n == 0 && bracketed {
		bare = "(" + bare
		l, n = set.Notices.Match(bare, accept)
	}
	if n == 0 || u.Kind == block.Heading && l.Mode != 0 {
		return block.Found{}, false
	}
	notice := model.Notice{Kind: l.Notice, Source: u.Source}
	if notice.Source == "" {
		notice.Source = model.Escape(u.Text)
	}
	if notice.Source != u.Text {
		notice.Plain = u.Text
	}
	return block.Found{
		From: i, To: i + 1, Blocks: []model.Block{notice},
		Why: block.Why{Rule: "notice: a wording that such lines begin with", Said: bare[:n]},
	}, true
}
