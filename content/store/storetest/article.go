package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"lede/model"
)

// Word is one of a few words, the first ones more often.
func Word(rnd *rand.Rand) string {
	words := []string{
		"tide", "Wall", "café", "gauge", "Straße", "don't", "潮位", "night-train", "tides", "São", "قطار", "élan",
		"2026", "U.S.",
		"القطار", "Ὁδός", "대한민국", "ज़मीन", "ｶﾞｲﾄﾞ",
	}
	return words[min(rnd.IntN(len(words)), rnd.IntN(len(words)))]
}

func sentence(rnd *rand.Rand, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = Word(rnd)
	}
	return strings.Join(out, " ")
}

// Random makes article i of words that are few, so that queries find some.
func Random(rnd *rand.Rand, i int) model.Article {
	a := model.Article{Entry: model.Entry{
		ID: model.NewID(fmt.Sprint(i)), Ref: fmt.Sprintf("%d.md", i), Title: sentence(rnd, 4), Site: Word(rnd),
		Words:    rnd.IntN(1000),
		Language: []string{"", "en", "en-GB", "de"}[rnd.IntN(4)],
	}}
	if rnd.IntN(5) > 0 {
		a.Published = time.Date(2026, time.Month(1+rnd.IntN(12)), 1+rnd.IntN(28), rnd.IntN(8)*3, 0, 0, 0, time.UTC)
	}
	for range rnd.IntN(3) {
		a.Byline = append(a.Byline, sentence(rnd, 2))
	}
	for range rnd.IntN(4) {
		a.Topics = append(a.Topics, model.NewTopic(Word(rnd), "", model.Inferred))
	}
	blocks := []model.Block{
		model.Prose{Kind: model.Paragraph, Source: sentence(rnd, 12)},
		model.Code{Language: "go", Source: "x"},
		model.Post{Network: model.X, Author: Word(rnd), Handle: "@a", Source: sentence(rnd, 5)},
		model.Related{Label: "ALSO READ", Links: []model.Link{{Title: sentence(rnd, 3)}}},
		model.Notice{Kind: model.Credit, Source: "Photo"},
		model.Image{Alt: "a"},
	}
	rnd.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	a.Sections = []model.Section{
		{Blocks: blocks[:rnd.IntN(3)+1]},
		{Title: sentence(rnd, 2), Level: 2, Blocks: blocks[4:]},
	}
	return a
}

// Condition makes the text of a query whose parentheses are nested to a depth.
func Condition(rnd *rand.Rand, depth int) string {
	if depth > 0 {
		switch rnd.IntN(6) {
		case 0:
			return "(" + Condition(rnd, depth-1) + " OR " + Condition(rnd, depth-1) + ")"
		case 1:
			return "-" + Condition(rnd, 0)
		case 2:
			return "(" + Condition(rnd, depth-1) + " " + Condition(rnd, depth-1) + ")"
		}
	}
	pick := func(s ...string) string { return s[rnd.IntN(len(s))] }
	switch rnd.IntN(12) {
	case 0:
		return "topic:" + Word(rnd)
	case 1:
		return "is:" + pick("unread", "read", "starred", "saved", "unfinished", "removed")
	case 2:
		return "has:" + pick("post", "image", "related", "code")
	case 3:
		return pick("since:", "before:", "on:") +
			pick("2026-03", "2026-07-14", "2w", "yesterday", fmt.Sprintf("2026-07-%02d", 1+rnd.IntN(28)))
	case 4:
		return pick("words:", "minutes:") + pick(">3", "<=2", "100..600", "<500")
	case 5:
		return pick("title:", "by:", "site:", "title:~", "by:~", "site:~", "text:~") + Word(rnd)
	case 6:
		return "lang:" + pick("en", "de", "gb")
	case 7:
		return `"` + Word(rnd) + " " + Word(rnd) + `"`
	case 8:
		return pick("", "", "title:", "by:") + pick("t", "ca", "潮", "n", Word(rnd), "gau", "caf", "قط", "الق", "대", "οδ") +
			"*"
	case 9:
		return `"` + Word(rnd) + " " + pick("t", "gau", "stras") + `*"`
	}
	return Word(rnd)
}

// Story makes an article of sentences.
func Story(address, title, byline string, sentences ...string) model.Article {
	a := model.Article{Entry: model.Entry{ID: model.NewID(address), URL: address, Ref: address, Title: title}}
	if byline != "" {
		a.Byline = []string{byline}
	}
	section := model.Section{}
	for _, s := range sentences {
		section.Blocks = append(section.Blocks, model.Prose{Kind: model.Paragraph, Source: s})
	}
	a.Sections = []model.Section{section}
	a.Words = a.CountWords()
	return a
}

// Tides is the text of an article, a sentence a paragraph.
func Tides() []string {
	return []string{
		"The wall at the harbour held through the night.", "Twelve people were moved to the school on the hill.",
		"Nobody was hurt, the mayor said at noon.",
		"Two boats are still missing in the bay.", "The search goes on with the second tide.",
	}
}

// Harbour is the address of an article.
const Harbour = "https://courier.example/harbour"
