package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
)

// maxRelatedTitle is how many characters the title of an article may have.
const maxRelatedTitle = 220

// relatedAt reads the units from i on as links to other articles: a line with label and title, or a label and the titles
// below it.
func relatedAt(units []unit, i int, set labelSet) (found, bool) {
	u := units[i]
	if f, ok := arrowAt(units, i); ok {
		return f, true
	}
	line, ok := readLabel(u.text, set)
	if !ok {
		return found{}, false
	}
	if line.rest == "" {
		return titlesBelow(units, i, line)
	}
	if strings.Contains(line.rest, "\n") || !line.leads(u) {
		return found{}, false
	}
	r := model.Related{Label: line.label, Links: titleLinks(line.rest, u.links)}
	return found{from: i, to: i + 1, blocks: []model.Block{r}, why: why{rule: "related: a label with a title behind it", said: line.label}}, true
}

// labelled is a line taken apart.
type labelled struct {
	label, rest string
	kind        labelKind
	sign        bool // a colon, bar or arrow stands between
	bracketed   bool
}

// readLabel takes a line apart into the label that it begins with and the rest.
func readLabel(text string, set labelSet) (labelled, bool) {
	bare, bracketed := undecorate(text)
	l, n := set.related.match(bare, func(l label, after string) bool {
		return l.kind == sureRelated || strings.TrimSpace(after) == "" || startsWithSign(after)
	})
	if n == 0 {
		return labelled{}, false
	}
	out := labelled{label: strings.TrimSpace(bare[:n]), kind: l.kind, bracketed: bracketed}
	rest := bare[n:]
	trimmed := strings.TrimLeft(rest, " \u00a0:：|»›>–—-→▶►•·…】」]*_\ufe0f")
	out.sign = startsWithSign(rest)
	out.rest = strings.TrimRight(strings.TrimSpace(trimmed), " |»›→▶►")
	return out, true
}

// startsWithSign tells whether a sign parts the label from what follows.
func startsWithSign(rest string) bool {
	rest = strings.TrimLeft(rest, " \u00a0")
	if strings.HasPrefix(rest, "-") {
		return strings.HasPrefix(rest, "- ")
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && strings.ContainsRune(":：|»›>–—→▶►】」]", r)
}

// undecorate takes pictures, arrows and bullets off the start of a line, and a pair of brackets round it.
func undecorate(text string) (bare string, bracketed bool) {
	bare = strings.TrimSpace(text)
	for {
		r, size := utf8.DecodeRuneInString(bare)
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return bare, false
		}
		if !isEmoji(r) && !strings.ContainsRune(" \u00a0»›▸▪●•|*>→–—-\ufe0f\u200d", r) || size == 0 {
			break
		}
		bare = bare[size:]
	}
	for _, pair := range []string{"()", "[]", "【】", "（）"} {
		open, size := utf8.DecodeRuneInString(pair)
		if strings.HasPrefix(bare, string(open)) && strings.HasSuffix(bare, pair[size:]) {
			return strings.TrimSpace(bare[size : len(bare)-len(pair)+size]), true
		}
	}
	return strings.TrimLeft(bare, "【「[〈"), false
}

// leads tells whether the rest of the line is a title, and no sentence that begins with the same words.
func (l labelled) leads(u unit) bool {
	if utf8.RuneCountInString(l.rest) > maxRelatedTitle {
		return false
	}
	if coveredByLinks(l.rest, u.links) {
		return l.sign || l.kind == sureRelated
	}
	if len(u.links) > 0 && !l.sign {
		return false // "Read more about [the wall] and …"
	}
	if l.kind == weakRelated || !l.sign {
		return beginsTitle(l) && !isSentence(l.rest)
	}
	return !isSpeech(l.rest)
}

// beginsTitle tells whether the rest begins in the way of a title: not in lower case, unless the label is in capitals.
func beginsTitle(l labelled) bool {
	r, _ := utf8.DecodeRuneInString(l.rest)
	return !unicode.IsLower(r) || isUpper(l.label)
}

func isUpper(s string) bool {
	return strings.IndexFunc(s, unicode.IsUpper) >= 0 && strings.IndexFunc(s, unicode.IsLower) < 0
}

// isSentence tells whether a text reads as a sentence of prose: it ends with a full stop, or has another sentence in it. One that ends
// with a question mark may be a title.
func isSentence(s string) bool {
	if strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") {
		return false
	}
	trimmed := strings.TrimRight(s, "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(trimmed)
	if strings.ContainsRune(".。।", r) && len(strings.Fields(s)) > 3 {
		return !shortEnding(trimmed)
	}
	return false
}

// shortEnding tells whether a text ends with an abbreviation: "in the U.S."
func shortEnding(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.Count(word, ".") > 1 || utf8.RuneCountInString(word) <= 3 && unicode.IsUpper([]rune(word)[0])
}

// isSpeech tells whether a text after a label and its sign is prose all the same: several sentences.
func isSpeech(s string) bool {
	return isSentence(s) && (len(strings.Fields(s)) > 16 || strings.Contains(strings.TrimRight(s, ". "), ". "))
}

// coveredByLinks tells whether a text is nothing but the titles of links, with signs between.
func coveredByLinks(s string, links []model.Link) bool {
	if len(links) == 0 {
		return false
	}
	for _, l := range links {
		if l.Title != "" {
			s = strings.Replace(s, l.Title, "", 1)
		}
	}
	return strings.Trim(s, " ,;|·•/\n\u00a0.()-–—→:*+0123456789") == ""
}

// titleLinks makes links of a text that is one title, or the titles of links.
func titleLinks(rest string, links []model.Link) []model.Link {
	var of []model.Link
	for _, l := range links {
		if l.Title != "" && strings.Contains(rest, l.Title) {
			of = append(of, l)
		}
	}
	switch {
	case coveredByLinks(rest, of):
		return of
	case len(of) == 1:
		return []model.Link{{Title: rest, URL: of[0].URL}}
	}
	return append([]model.Link{{Title: rest}}, of...)
}

// arrowAt reads the form in which lede writes related links as Markdown: "Label → [title](address)", with or without
// a label, or "Label →" above a list.
func arrowAt(units []unit, i int) (found, bool) {
	u := units[i]
	const room = 80 // for the label
	at := strings.Index(u.text[:min(len(u.text), room+len("→"))], "→")
	if at < 0 || strings.Contains(u.text, "\n") {
		return found{}, false
	}
	label, rest := strings.TrimSpace(u.text[:at]), strings.TrimSpace(u.text[at+len("→"):])
	by := why{rule: "related: a label, an arrow and a link", said: label}
	switch {
	case rest == "" && i+1 < len(units) && units[i+1].kind == listUnit:
		return found{from: i, to: i + 2, blocks: []model.Block{model.Related{Label: label, Links: listLinks(units[i+1])}}, why: by}, true
	case len(u.links) == 1 && u.links[0].Title == rest && rest != "":
		return found{from: i, to: i + 1, blocks: []model.Block{model.Related{Label: label, Links: u.links}}, why: by}, true
	}
	return found{}, false
}

// listLinks makes a link of each item of a list.
func listLinks(u unit) []model.Link {
	var links []model.Link
	for line := range strings.SplitSeq(u.text, "\n") {
		if title := itemText(line); title != "" {
			links = append(links, model.Link{Title: title, URL: knownLink(title, u.links)})
		}
	}
	return links
}

// itemText takes the bullet or number off an item.
func itemText(line string) string {
	line = strings.TrimSpace(line)
	for _, bullet := range []string{"- ", "* ", "+ ", "• ", "· ", "– ", "— ", "▪ ", "● ", "» ", "› ", "→ ", "> "} {
		if after, ok := strings.CutPrefix(line, bullet); ok {
			return strings.TrimSpace(after)
		}
	}
	digits := strings.TrimLeft(line, "0123456789")
	if n := len(line) - len(digits); n > 0 && n <= 2 && (strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") ")) {
		return strings.TrimSpace(digits[2:])
	}
	return line
}
