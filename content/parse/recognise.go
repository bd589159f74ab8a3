package parse

import (
	"strings"
	"unicode/utf8"

	"lede/model"
)

// recognise finds the posts, related links and notices among units, and notes which units are text for certain. The ranges that it returns are in
// order and do not overlap; units outside of them are left to the caller.
//
// Every word of the units in a range is in the text or the fields of its blocks. Posts come first, since a post may say
// "read more" itself.
func recognise(units []unit, labels Labels) []found {
	set := labelsWith(labels)
	var all []found
	at := 0
	for _, post := range append(findPosts(units), found{from: len(units), to: len(units)}) {
		all = findMarked(all, units[:post.from], at, set)
		if post.from < post.to {
			all = append(all, post)
		}
		at = post.to
	}
	return all
}

// findMarked finds what is marked by a wording among the units from at on.
func findMarked(all []found, units []unit, at int, set labelSet) []found {
	for i := at; i < len(units); i++ {
		if f, ok := markedAt(units, i, set); ok {
			all = append(all, f)
			i = f.to - 1
		}
	}
	return all
}

func markedAt(units []unit, i int, set labelSet) (found, bool) {
	switch units[i].kind {
	case codeUnit, tableUnit, imageUnit, ruleUnit:
		return found{}, false
	case plainUnit, headingUnit, quoteUnit, listUnit:
	}
	if units[i].kind == listUnit {
		return found{}, false
	}
	if set.isText(units[i].text) {
		units[i].sure, units[i].why.rule = true, "paragraph: the settings say that the words which it begins with mark nothing"
		return found{}, false
	}
	if f, ok := relatedAt(units, i, set); ok {
		return f, true
	}
	if f, ok := noticeAt(units, i, set); ok {
		return f, true
	}
	return trailingAt(units[i], i, set)
}

// trailingAt finds a label inside a line, behind the end of a sentence: "… the mayor said. ALSO READ: Who pays?"
func trailingAt(u unit, i int, set labelSet) (found, bool) {
	if u.kind != plainUnit {
		return found{}, false
	}
	for at := max(0, len(u.text)-maxTrailing); at < len(u.text); at++ {
		if c := u.text[at]; c < 'A' || c > 'Z' && c < utf8.RuneSelf || !isLoud(u.text[at:]) {
			continue // nearly every place is left at once
		}
		at := at - len(u.text[:at]) + len(strings.TrimRight(u.text[:at], "( ["))
		if f, ok := splitLabel(u, i, at, set); ok {
			return f, true
		}
	}
	if !strings.HasSuffix(u.text, ")") {
		return found{}, false
	}
	if at := strings.LastIndexByte(u.text, '('); at > 0 {
		return splitLabel(u, i, at, set)
	}
	return found{}, false
}

// maxTrailing is how many bytes before its end a line may have a label: it leaves room for the longest title.
const maxTrailing = 4*maxRelatedTitle + 100

// isLoud tells whether a text begins with a label in capitals.
func isLoud(s string) bool {
	if len(s) < 2 || s[1] >= 'a' && s[1] <= 'z' || s[1] == ' ' || !utf8.RuneStart(s[0]) {
		return false
	}
	for _, loud := range loudLabels {
		if strings.HasPrefix(s, loud) {
			return true
		}
	}
	return false
}

// splitLabel parts a line into prose and the related link that begins at a place.
func splitLabel(u unit, i, at int, set labelSet) (found, bool) {
	before, after := strings.TrimSpace(u.text[:at]), u.text[at:]
	line, ok := readLabel(after, set)
	if !ok || !line.sign || line.rest == "" || line.kind != sureRelated || !sentenceEnd(before) || !line.leads(unit{text: after, links: u.links}) {
		return found{}, false
	}
	r := model.Related{Label: line.label, Links: titleLinks(line.rest, u.links)}
	return found{from: i, to: i + 1, blocks: []model.Block{prosePart(u, before, true), r}, why: why{rule: "related: a label behind the end of a sentence", said: line.label}}, true
}
