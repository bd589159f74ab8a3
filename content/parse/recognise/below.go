package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/model"
	"lede/model/fold"
)

// MaxTitlesBelow is how many titles a label on a line of its own may have under it.
const MaxTitlesBelow = 8

// titlesBelow reads a label that stands alone, with the titles or the list below it.
func titlesBelow(units []block.Unit, i int, line Labelled) (block.Found, bool) {
	r := model.Related{Label: line.Label}
	by := block.Why{Rule: "related: a label with titles below it", Said: line.Label}
	list := i+1 < len(units) && units[i+1].Kind == block.List
	if units[i].Kind == block.Heading || line.Kind == lang.WeakRelated {
		if !list || !CoveredByLinks(units[i+1].Text, units[i+1].Links) || strings.EqualFold(line.Label, "see also") {
			return block.Found{}, false
		}
	}
	if list {
		r.Links = listLinks(units[i+1])
		return block.Found{From: i, To: i + 2, Blocks: []model.Block{r}, Why: by}, true
	}
	to := i + 1
	for to < len(units) && to-i <= MaxTitlesBelow && isTitleLine(units[to]) {
		to++
	}
	to = withoutHeading(units, i+1, to, line)
	for _, u := range units[i+1 : to] {
		r.Links = append(r.Links, titleLinks(itemText(u.Text), u.Links)...)
	}
	if to == i+1 && !line.Sign && !sayReading(line.Label) {
		return block.Found{}, false
	}
	return block.Found{From: i, To: to, Blocks: []model.Block{r}, Why: by}, true
}

// sayReading reports whether a label of several words, without a title, can be nothing else.
func sayReading(label string) bool {
	return strings.ContainsRune(label, ' ') || lang.IsDense(lang.LastRune(label))
}

// Sizes of a line that is a title in no link: characters, and words.
const (
	maxTitleLine, minTitleLine = 150, 15
	minTitleWords              = 3
)

// isTitleLine reports whether a unit can be the title of another article.
func isTitleLine(u block.Unit) bool {
	if u.Kind != block.Plain || strings.Contains(u.Text, "\n") {
		return false
	}
	text := itemText(u.Text)
	n := utf8.RuneCountInString(text)
	if CoveredByLinks(text, u.Links) {
		return n <= MaxTitle
	}
	r, _ := utf8.DecodeRuneInString(text)
	dense := lang.IsDense(r)
	if n > maxTitleLine || n < minTitleLine && !dense || unicode.IsLower(r) || IsSentence(text) ||
		strings.HasSuffix(text, ":") || strings.HasSuffix(text, ".") {
		return false
	}
	return dense || len(strings.Fields(text)) >= minTitleWords
}

// withoutHeading leaves the last of the titles to the text when it is rather the heading of what follows: a label for
// one article has one title below it, and a heading is shorter than the titles above.
func withoutHeading(units []block.Unit, from, to int, line Labelled) int {
	linked := func(k int) bool { return CoveredByLinks(itemText(units[k].Text), units[k].Links) }
	if to == from || linked(to-1) {
		return to
	}
	if !forSeveral(line.Label) {
		for to > from+1 && !linked(to-1) {
			to--
		}
		return to
	}
	if to-from < 2 || to == len(units) {
		return to
	}
	sum := 0
	for _, u := range units[from : to-1] {
		sum += utf8.RuneCountInString(u.Text)
	}
	if mean := sum / (to - 1 - from); utf8.RuneCountInString(units[to-1].Text)*10 < mean*7 {
		return to - 1
	}
	return to
}

// forSeveral reports whether a label announces several articles.
func forSeveral(label string) bool {
	folded := fold.Text(label)
	for _, w := range []string{
		"stories", "articles", "links", "posts", "reads", "picks", "news", "videos", "topics", "reading", "coverage",
		"artikel", "themen", "artículos", "noticias", "notas", "notícias", "artigos",
		"correlati", "notizie", "artiklar", "artikler", "saker", "artykuły", "články", "статьи",
		"новости", "материалы",
		"новини", "матеріали", "haberler", "yazılar", "cikkek", "terkait", "liên quan", "খবর",
		"खबरें", "समाचार", "बातम्या", "ذات صلة", "記事", "ニュース",
		"新闻", "新聞", "阅读", "閱讀", "기사", "뉴스", "like", "interessieren",
		"interesar", "interessarti",
	} {
		if strings.Contains(folded, w) {
			return true
		}
	}
	return false
}
