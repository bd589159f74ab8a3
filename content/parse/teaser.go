package parse

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"lede/content/lang"
	"lede/model"
	"lede/model/fold"
)

const (
	teaserWords = 150 // a text of more is no teaser
	bareWords   = 25  // one of less is, unless it is a post
	teaserEnds  = 3   // paragraphs: below the end of a teaser the site may sign it
)

// IsTeaser reports whether the text of an entry of a feed is only the beginning, or a summary, of what its page holds:
// it is short, and ends in words such as "read more" or in the middle of a sentence, or is hardly any text at all. A
// post, which has no title but its own words, is whole.
func IsTeaser(a model.Article) bool {
	if a.URL == "" || a.Words > teaserWords {
		return false
	}
	var texts []string
	for _, b := range a.Blocks() {
		if text := strings.TrimSpace(b.Text()); text != "" {
			texts = append(texts, text)
		}
	}
	if len(texts) > 0 && strings.HasPrefix(texts[0], strings.TrimSuffix(a.Title, "…")) {
		return false
	}
	if a.Words <= bareWords {
		return true
	}
	return slices.ContainsFunc(texts[max(0, len(texts)-teaserEnds):], goesOn)
}

// goesOn reports whether a text ends in what says that there is more of it.
func goesOn(text string) bool {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	for _, end := range []string{"…", "...", "…]", "...]", "…)", "...)", "…»", "…\""} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	const longest = 200 // bytes of the words for it, and more
	end := fold.Text(strings.ToValidUTF8(text[max(0, len(text)-longest):], ""))
	end = strings.TrimRightFunc(end, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	for _, words := range moreWords() {
		if rest, ok := strings.CutSuffix(end, words); ok && endsWord(rest, words) {
			return true
		}
	}
	return false
}

// endsWord reports whether words begin where a text before them has ended: a single one after the end of a sentence.
func endsWord(rest, words string) bool {
	rest = strings.TrimRight(rest, " ")
	if rest == "" || !unicode.IsLetter(lang.LastRune(rest)) {
		return true
	}
	return strings.Contains(words, " ") || lang.IsUnspaced(lang.LastRune(rest))
}

// moreWords are the words for that in all languages.
var moreWords = sync.OnceValue(func() []string { return lang.Wordings("more") })
