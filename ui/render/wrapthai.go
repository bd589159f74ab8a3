package render

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lede/model/script"
)

// thaiRun is a run of Thai letters in a text, and the places between its words.
type thaiRun struct {
	from, to int
	breaks   []script.Break
	strength int // of the break that the line would end at, which is at end
	end      int
	used     int // cells of the line up to there
}

// at returns how strong the break at a place of the run is, 0 for none.
func (t *thaiRun) at(place int) int {
	i, found := slices.BinarySearchFunc(t.breaks, place-t.from, func(b script.Break, at int) int { return b.At - at })
	if !found {
		return 0
	}
	return t.breaks[i].Strength
}

// surest is what a break must be stronger by, to be taken for one that is a whole line behind.
const surest = 10_000

// betweenThai takes the place between two letters of Thai as one where the line may end, if a word ends there. Of two
// such places the later one is taken, unless the earlier one is much stronger: what parts words is sometimes wrong
// where it is not sure.
func (b *breaker) betweenThai() {
	t := &b.thai
	if b.at < t.from || b.at >= t.to {
		b.findThai()
	}
	strength := t.at(b.at)
	if strength == 0 {
		return
	}
	if t.end == b.end && b.next == b.end && b.next > b.start && strength+(b.used-t.used)*surest/b.width < t.strength {
		return
	}
	b.end, b.next = b.at, b.at
	t.end, t.strength, t.used = b.at, strength, b.used
}

// findThai parts the run of letters that the character before at is in.
func (b *breaker) findThai() {
	from := b.at
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(b.text[:from])
		if !script.IsThai(r) {
			break
		}
		from -= size
	}
	to := len(b.text)
	if n := strings.IndexFunc(b.text[b.at:], func(r rune) bool { return !script.IsThai(r) }); n >= 0 {
		to = b.at + n
	}
	b.thai = thaiRun{from: from, to: to, breaks: script.ThaiBreaks(b.text[from:to]), end: -1}
}
