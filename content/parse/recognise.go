package parse

import (
	"strings"

	"lede/model"
)

// recognise finds the posts, related links and notices among units. The ranges that it returns are in
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
	for _, loud := range loudLabels {
		if !strings.Contains(u.text, loud) {
			continue
		}
		at := strings.LastIndex(u.text, loud)
		at -= len(u.text[:at]) - len(strings.TrimRight(u.text[:at], "( ["))
		if f, ok := splitLabel(u, i, at, set); ok {
			return f, true
		}
	}
	if at := strings.LastIndexByte(u.text, '('); at > 0 && strings.HasSuffix(u.text, ")") {
		return splitLabel(u, i, at, set)
	}
	return found{}, false
}

// splitLabel parts a line into prose and the related link that begins at a place.
func splitLabel(u unit, i, at int, set labelSet) (found, bool) {
	before, after := strings.TrimSpace(u.text[:at]), u.text[at:]
	line, ok := readLabel(after, set)
	if !ok || !line.sign || line.rest == "" || line.kind != sureRelated || !sentenceEnd(before) || !line.leads(unit{text: after, links: u.links}) {
		return found{}, false
	}
	r := model.Related{Label: line.label, Links: titleLinks(line.rest, u.links)}
	return found{from: i, to: i + 1, blocks: []model.Block{prosePart(u, before, true), r}}, true
}
