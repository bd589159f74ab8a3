package recognise

import (
	"strings"
	"sync"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/model"
)

// Units finds the posts, related links and notices among units, and notes which units are text for certain. The
// ranges that it returns are in order and do not overlap; units outside of them are left to the caller.
//
// Every word of the units in a range is in the text or the fields of its blocks. Posts come first, since a post may
// say "read more" itself.
func Units(units []block.Unit, labels lang.Labels) []block.Found {
	set := lang.LabelsWith(labels)
	var all []block.Found
	at := 0
	for _, post := range append(findPosts(units), block.Found{From: len(units), To: len(units)}) {
		all = findMarked(all, units[:post.From], at, set)
		if post.From < post.To {
			all = append(all, post)
		}
		at = post.To
	}
	return all
}

// findMarked finds what is marked by a wording among the units from at on.
func findMarked(all []block.Found, units []block.Unit, at int, set lang.LabelSet) []block.Found {
	for i := at; i < len(units); i++ {
		if f, ok := markedAt(units, i, set); ok {
			all = append(all, f)
			i = f.To - 1
		}
	}
	return all
}

func markedAt(units []block.Unit, i int, set lang.LabelSet) (block.Found, bool) {
	switch units[i].Kind {
	case block.Code, block.Table, block.Image, block.Rule:
		return block.Found{}, false
	case block.Plain, block.Heading, block.Quote, block.List:
	}
	if units[i].Kind == block.List {
		return block.Found{}, false
	}
	if set.IsText(units[i].Text) {
		units[i].Sure, units[i].Why.Rule = true,
			"paragraph: the settings say that the words which it begins with mark nothing"
		return block.Found{}, false
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
func trailingAt(u block.Unit, i int, set lang.LabelSet) (block.Found, bool) {
	if u.Kind != block.Plain {
		return block.Found{}, false
	}
	for at := max(0, len(u.Text)-maxTrailing); at < len(u.Text); at++ {
		if c := u.Text[at]; c < 'A' || c > 'Z' && c < utf8.RuneSelf || !isLoud(u.Text[at:]) {
			continue // nearly every place is left at once
		}
		at := at - len(u.Text[:at]) + len(strings.TrimRight(u.Text[:at], "( ["))
		if f, ok := splitLabel(u, i, at, set); ok {
			return f, true
		}
	}
	if !strings.HasSuffix(u.Text, ")") {
		return block.Found{}, false
	}
	if at := strings.LastIndexByte(u.Text, '('); at > 0 {
		return splitLabel(u, i, at, set)
	}
	return block.Found{}, false
}

// maxTrailing is how many bytes before its end a line may have a label: it leaves room for the longest title.
const maxTrailing = 4*MaxTitle + 100

// loudLabels are looked for inside a line as well, where they stand in capitals behind the end of a sentence and
// before a colon or bar.
var loudLabels = sync.OnceValue(func() []string { return lang.Wordings("related-inside") })

// isLoud reports whether a text begins with a label in capitals.
func isLoud(s string) bool {
	if len(s) < 2 || s[1] >= 'a' && s[1] <= 'z' || s[1] == ' ' || !utf8.RuneStart(s[0]) {
		return false
	}
	for _, loud := range loudLabels() {
		if strings.HasPrefix(s, loud) {
			return true
		}
	}
	return false
}

// splitLabel parts a line into prose and the related link that begins at a place.
func splitLabel(u block.Unit, i, at int, set lang.LabelSet) (block.Found, bool) {
	before, after := strings.TrimSpace(u.Text[:at]), u.Text[at:]
	line, ok := ReadLabel(after, set)
	if !ok || !line.Sign || line.Rest == "" || line.Kind != lang.SureRelated || !lang.EndsSentence(before) ||
		!line.leads(block.Unit{Text: after, Links: u.Links}) {
		return block.Found{}, false
	}
	r := model.Related{Label: line.Label, Links: titleLinks(line.Rest, u.Links)}
	return block.Found{
		From: i, To: i + 1, Blocks: []model.Block{prosePart(u, before, true), r},
		Why: block.Why{Rule: "related: a label behind the end of a sentence", Said: line.Label},
	}, true
}
