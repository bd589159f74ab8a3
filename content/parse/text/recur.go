package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/content/parse/block"
	"lede/content/parse/name"
)

const (
	maxAlike     = 3  // how often a line may occur and still be a heading that needs no others of its kind
	maxColon     = 6  // words of a heading that ends with a colon
	minTitleWord = 4  // letters of a word that a heading in title case writes large
	mostlyHeads  = .8 // the share of the places of a recurring heading that have a text or a list below them
)

// apart reports whether a unit stands alone between what reads like text: paragraphs, lists and quotations.
func (o *outline) apart(i int) bool {
	prev, next := o.around(i, -1), o.around(i, 1)
	return (prev.isBody() && prev.end != endColon || i == 0) && next.isBody()
}

// isBody reports whether a unit is part of what is below a heading.
func (l look) isBody() bool {
	return l.prose() || l.kind == block.List || l.kind == block.Quote || l.kind == block.Table || l.kind == block.Code
}

// counted reports whether a sentence with a number is one of several that count up through the text, each above a text
// of its own.
func (o *outline) counted(i int) bool {
	l := o.looks[i]
	m, ok := numbered(o.units[i].Text)
	if !ok || l.kind != block.Plain || l.end != endStop || l.size > maxBare {
		return false
	}
	return (o.numbers[m.number-1] || o.numbers[m.number+1]) && o.apart(i)
}

// announces reports whether a line with a colon is the heading of what follows: a few words in title case above a list
// or a text. One word heads a list only; a name is that of who speaks.
func (o *outline) announces(i int) bool {
	l, s := o.looks[i], o.units[i].Text
	words := strings.Fields(s)
	if l.kind != block.Plain || l.aside || l.end != endColon || len(words) > maxColon || !isTitleCase(words) {
		return false
	}
	prev, next := o.around(i, -1), o.around(i, 1)
	bare := strings.TrimRight(s, ":： ")
	switch {
	case i > 0 && !prev.isBody() || prev.end == endColon && prev.kind == block.Plain:
		return false
	case next.kind == block.List || next.kind == block.Table:
		return true
	}
	if o.recurring[s] {
		return next.isBody()
	}
	return next.prose() && len(words) > 1 && o.counts[s] == 1 && !name.Plausible(bare) && o.speakers == 0
}

// isTitleCase reports whether all words of some length begin large.
func isTitleCase(words []string) bool {
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"'“„«‘"))
		if unicode.IsLower(r) && (i == 0 || utf8.RuneCountInString(w) >= minTitleWord) {
			return false
		}
	}
	return len(words) > 0
}

// recur finds the lines that head one part after another: "Advantages" and "Disadvantages" of each of several things.
// Such a line has a list below it, or it is not the only one that occurs so often; a button has neither.
func (o *outline) recur() {
	above := map[string]int{} // how often a body stands below
	lists := map[string]int{} // and how often that is a list
	for i, u := range o.units {
		k := alike(u.Text)
		if o.looks[i].kind != block.Plain || o.counts[k] < maxAlike || isChrome(u.Text) || !isHeadline(o.looks[i]) {
			continue
		}
		if next := o.around(i, 1); next.isBody() {
			above[k]++
			if next.kind == block.List {
				lists[k]++
			}
		}
	}
	most := func(n int, k string) bool { return float64(n) >= mostlyHeads*float64(o.counts[k]) }
	often := map[int]int{} // how many lines with a body below them occur so often
	for k, n := range above {
		if most(n, k) {
			often[o.counts[k]]++
		}
	}
	for k, n := range above {
		count := o.counts[k]
		company := often[count-1]+often[count]+often[count+1] > 1
		o.recurring[k] = most(lists[k], k) || most(n, k) && (company || conventional(k))
	}
}

// isHeadline reports whether a line has the form of a heading: it is short and begins large.
func isHeadline(l look) bool {
	open := l.end == endNone || l.end == endQuestion || l.end == endColon
	return open && l.size <= maxBare && !unicode.IsLower(l.first)
}

// isLettered reports whether a line begins with a letter that counts: "b. Later years".
func isLettered(s string) bool {
	return len(s) > len("b. L") && s[1] == '.' && s[2] == ' ' && !startsLower(s[3:])
}
