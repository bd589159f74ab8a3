package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
)

// maxTitlesBelow is how many titles a label on a line of its own may have under it.
const maxTitlesBelow = 8

// titlesBelow reads a label that stands alone, with the titles or the list below it.
func titlesBelow(units []unit, i int, line labelled) (found, bool) {
	r := model.Related{Label: line.label}
	by := why{rule: "related: a label with titles below it", said: line.label}
	list := i+1 < len(units) && units[i+1].kind == listUnit
	if units[i].kind == headingUnit || line.kind == weakRelated {
		if !list || !coveredByLinks(units[i+1].text, units[i+1].links) || strings.EqualFold(line.label, "see also") {
			return found{}, false
		}
	}
	if list {
		r.Links = listLinks(units[i+1])
		return found{from: i, to: i + 2, blocks: []model.Block{r}, why: by}, true
	}
	to := i + 1
	for to < len(units) && to-i <= maxTitlesBelow && isTitleLine(units[to]) {
		to++
	}
	to = withoutHeading(units, i+1, to, line)
	for _, u := range units[i+1 : to] {
		r.Links = append(r.Links, titleLinks(itemText(u.text), u.links)...)
	}
	if to == i+1 && !line.sign && !sayReading(line.label) {
		return found{}, false
	}
	return found{from: i, to: to, blocks: []model.Block{r}, why: by}, true
}

// sayReading tells whether a label of several words, without a title, can be nothing else.
func sayReading(label string) bool {
	return strings.ContainsRune(label, ' ') || isDense(lastRune(label))
}

// isTitleLine tells whether a unit can be the title of another article.
func isTitleLine(u unit) bool {
	if u.kind != plainUnit || strings.Contains(u.text, "\n") {
		return false
	}
	text := itemText(u.text)
	n := utf8.RuneCountInString(text)
	if coveredByLinks(text, u.links) {
		return n <= maxRelatedTitle
	}
	r, _ := utf8.DecodeRuneInString(text)
	dense := isDense(r)
	if n > 150 || n < 15 && !dense || unicode.IsLower(r) || isSentence(text) || strings.HasSuffix(text, ":") || strings.HasSuffix(text, ".") {
		return false
	}
	return dense || len(strings.Fields(text)) >= 3
}

// withoutHeading leaves the last of the titles to the text when it is rather the heading of what follows: a label for one
// article has one title below it, and a heading is shorter than the titles above.
func withoutHeading(units []unit, from, to int, line labelled) int {
	linked := func(k int) bool { return coveredByLinks(itemText(units[k].text), units[k].links) }
	if to == from || linked(to-1) {
		return to
	}
	if !forSeveral(line.label) {
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
		sum += utf8.RuneCountInString(u.text)
	}
	if mean := sum / (to - 1 - from); utf8.RuneCountInString(units[to-1].text)*10 < mean*7 {
		return to - 1
	}
	return to
}

// forSeveral tells whether a label announces several articles.
func forSeveral(label string) bool {
	folded := fold(label)
	for _, w := range []string{
		"stories", "articles", "links", "posts", "reads", "picks", "news", "videos", "topics", "reading", "coverage", "artikel", "themen", "artículos", "noticias", "notas", "notícias", "artigos",
		"correlati", "notizie", "artiklar", "artikler", "saker", "artykuły", "články", "статьи", "новости", "материалы", "новини", "матеріали", "haberler", "yazılar", "cikkek", "terkait", "liên quan", "খবর",
		"खबरें", "समाचार", "बातम्या", "ذات صلة", "記事", "ニュース", "新闻", "新聞", "阅读", "閱讀", "기사", "뉴스", "like", "interessieren", "interesar", "interessarti",
	} {
		if strings.Contains(folded, w) {
			return true
		}
	}
	return false
}
