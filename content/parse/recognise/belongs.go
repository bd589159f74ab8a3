package recognise

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/model/fold"
)

// Sizes of a unit, as weight counts it or in bytes.
const (
	maxNote    = 200 // of one with the marks of a message that is a part of it
	maxIntro   = 120 // of a line before the items of a list
	minTold    = 150 // of a unit whose language is that of the article around
	minGuessed = 80  // of the text before a sentence for its language to be compared
	maxTail    = 240 // of the end in which an announcement stands
)

// maxBack is how many units before one are asked for the language of the article.
const maxBack = 12

// belongs reports whether a unit and the text after it are one message: the text cannot stand alone, the unit has the
// marks of a message, or both are in another language than what surrounds them.
func belongs(units []block.Unit, k int, text string) bool {
	u := strings.TrimSpace(units[k].Text)
	switch {
	case isIntro(u):
		return false
	case goesOn(u, text):
		return true
	case social(u) > 0 && weight(u) <= maxNote:
		return true
	}
	mine, other := lang.Guess(u), around(units, k)
	return mine != "" && other != "" && mine != other && mine == lang.Guess(text)
}

// goesOn reports whether the text after a unit reads as its continuation: it begins in lower case, or both are short
// lines of which one is an item of a list.
func goesOn(u, text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	if unicode.IsLower(r) && !lang.EndsSentence(u) {
		return true
	}
	line, _, _ := strings.Cut(text, "\n")
	return isItem(line) && (isItem(u) || weight(u) <= maxIntro && (strings.HasSuffix(u, ":") || !lang.EndsSentence(u)))
}

// isItem reports whether a line begins like an item of a list: a bullet, a picture, a number.
func isItem(line string) bool {
	r, size := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("•·-–*▪◦‣✔✅➡→", r) || lang.IsEmoji(r) {
		return len(line) > size
	}
	digits := strings.TrimLeft(line, "0123456789")
	return len(digits) < len(line) && len(line)-len(digits) <= 2 && digits != "" &&
		strings.ContainsRune(".)/", rune(digits[0]))
}

// around is the tongue of the article near a unit: of the nearest long unit before it.
func around(units []block.Unit, k int) string {
	for j := k - 1; j >= 0 && j > k-maxBack; j-- {
		if len(units[j].Text) > minTold {
			return lang.Guess(units[j].Text)
		}
	}
	return ""
}

// afterIntro finds a line that announces a post ("She wrote on X:") near enough before unit i, and returns the unit
// after it.
func afterIntro(units []block.Unit, i, floor, room int) (int, bool) {
	for j := i - 1; j >= floor && i-j <= maxPostUnits && quotable(units[j].Kind); j-- {
		if isIntro(units[j].Text) {
			return j + 1, j+1 < i
		}
		if room -= weight(units[j].Text) + 1; room < 0 {
			break
		}
	}
	return 0, false
}

// introWords are the words with which an article announces a post, folded.
var introWords = sync.OnceValue(func() []string { return lang.Wordings("post-intro") })

// isIntro reports whether a unit announces a post: it ends with a colon and speaks of writing or of a network.
func isIntro(text string) bool {
	text = strings.TrimRight(text, " \n")
	if !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, "：") || strings.ContainsAny(text, "#") {
		return false
	}
	tail := text
	if len(tail) > maxTail {
		tail = strings.ToValidUTF8(tail[len(tail)-maxTail:], "")
	}
	folded := fold.Text(tail)
	for _, w := range introWords() {
		if strings.Contains(folded, w) {
			return true
		}
	}
	return false
}

// cutProse parts the prose from a post that a scraper has glued to its end: after an announcement, or, in a text too
// long for its network, at a sentence that begins without a space, where the language changes, or else at the first
// sentence from which the rest fits.
func (b *body) cutProse(limit int) {
	if headed(b.text) {
		return
	}
	best, rank := 0, 0
	if weight(b.text) <= limit {
		rank = announced - 1
	}
	for _, c := range sentenceStarts(b.text) {
		if len(b.text)-c > 16*limit || weight(b.text[c:]) > limit {
			continue
		}
		if r := startRank(b.text, c); r > rank {
			best, rank = c, r
		}
	}
	if best > 0 {
		b.prose, b.text = strings.TrimSpace(b.text[:best]), b.text[best:]
	}
}

// The ranks of a place where a post may begin. The least is 1.
const (
	announced     = 4 // behind an announcement
	afterSentence = 3 // at the beginning of a line behind a full stop
	otherLanguage = 2 // where the language changes
)

// startRank returns how likely a post begins at a sentence: the higher, the likelier.
func startRank(text string, at int) int {
	before := strings.TrimRight(text[:at], " ")
	switch {
	case isIntro(before):
		return announced
	case len(before) == at && unicode.IsPunct(lang.LastRune(before)):
		return afterSentence
	}
	if mine := lang.Guess(text[at:]); mine != "" && len(before) > minGuessed {
		if theirs := lang.Guess(before); theirs != "" && theirs != mine {
			return otherLanguage
		}
	}
	return 1
}

// sentenceStarts returns where sentences begin inside a text, also such as follow without a space.
func sentenceStarts(text string) []int {
	var starts []int
	ended, dense := false, false
	for i, r := range text {
		switch {
		case strings.ContainsRune(".!?…:।؟。！？\n", r):
			ended, dense = true, r > 0x2e80
		case ended && (unicode.IsSpace(r) || strings.ContainsRune("\"”’»)」）", r)):
		case ended:
			if dense || !unicode.IsLower(r) && !unicode.IsDigit(r) && !unicode.IsPunct(r) ||
				strings.ContainsRune("#@“„«「（(¿¡", r) {
				starts = append(starts, i)
			}
			ended = false
		}
	}
	return starts
}
