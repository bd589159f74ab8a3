package write

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/meta"
	"lede/model/fold"
)

// arranged sets the headings in order and takes away what a page repeats: the heading that is the title, and rules
// that part nothing.
func arranged(units []block.Unit, facts meta.Facts) []block.Unit {
	units = withoutTitle(units, facts.Title, facts.TitleNode)
	units = withoutPullQuotes(units)
	units = withoutIdleRules(units)
	units = parted(units)
	markStandfirst(units, facts.Standfirst)
	markSubheads(units)
	setPageLevels(units)
	return units
}

// markStandfirst marks the paragraph that sums the article up below its title. Many pages have it in a heading.
func markStandfirst(units []block.Unit, node *html.Node) {
	if node == nil {
		return
	}
	for i := range units {
		u := &units[i]
		if u.Node == nil || u.Block != nil || u.Kind != block.Plain && u.Kind != block.Heading || !dom.Within(u.Node, node) {
			continue
		}
		u.Kind, u.Level, u.Standfirst, u.Why.Rule = block.Plain, 0, true, "HTML: it sums the article up below the title"
		return
	}
}

// setPageLevels gives the headings the levels from 2 on, without a gap, in the order of those that the page gives
// them.
func setPageLevels(units []block.Unit) {
	var used [7]int
	for _, u := range units {
		if u.Kind == block.Heading {
			used[min(max(u.Level, 1), 6)] = 1
		}
	}
	level := 1
	for i, n := range used {
		level += n
		used[i] = min(level, 6)
	}
	for i := range units {
		if u := &units[i]; u.Kind == block.Heading {
			u.Level = used[min(max(u.Level, 1), 6)]
		}
	}
}

// maxTitleUnits is how many blocks may stand before the heading that is the title.
const maxTitleUnits = 12

// withoutTitle takes away the heading that is the title: the element that the title was taken from, or the first
// heading that says the same.
func withoutTitle(units []block.Unit, title string, node *html.Node) []block.Unit {
	title = fold.Text(title)
	if title == "" {
		return units
	}
	for i, u := range units[:min(len(units), maxTitleUnits)] {
		if u.Kind == block.Heading && (node != nil && u.Node == node || sameTitle(fold.Text(u.Text), title)) {
			return append(units[:i:i], units[i+1:]...)
		}
	}
	return units
}

// sameTitle reports whether a heading is the title: the title may have the name of the site at one end, and the
// heading a line above or below.
func sameTitle(heading, title string) bool {
	switch {
	case heading == title, len(title) > 10 && len(heading) < 2*len(title) &&
		(strings.HasPrefix(heading, title) || strings.HasSuffix(heading, title)):
		return true
	case len(heading) < 10:
		return false
	}
	for _, part := range [...]string{" | ", " - ", " – ", " — ", " · ", " :: ", " « ", " » "} {
		if strings.HasPrefix(title, heading+part) || strings.HasSuffix(title, part+heading) {
			return true
		}
	}
	return false
}

// withoutIdleRules takes away rules at the start, at the end and after another rule.
func withoutIdleRules(units []block.Unit) []block.Unit {
	kept := units[:0]
	for _, u := range units {
		if u.Kind == block.Rule && (len(kept) == 0 || kept[len(kept)-1].Kind == block.Rule) {
			continue
		}
		kept = append(kept, u)
	}
	if n := len(kept); n > 0 && kept[n-1].Kind == block.Rule {
		kept = kept[:n-1]
	}
	return kept
}

// withoutPullQuotes takes away what a page sets large beside its text although it stands in the text too.
func withoutPullQuotes(units []block.Unit) []block.Unit {
	var text strings.Builder // what is said besides
	pulled := 0
	for _, u := range units {
		if isPulled(u.Node) {
			pulled++
		}
	}
	if pulled == 0 {
		return units
	}
	for _, u := range units {
		if !isPulled(u.Node) {
			text.WriteString(bareWords(u.Text) + " ")
		}
	}
	kept := units[:0]
	for _, u := range units {
		if words := strings.Trim(bareWords(u.Text), " "); isPulled(u.Node) && words != "" &&
			strings.Contains(text.String(), words) {
			continue
		}
		kept = append(kept, u)
	}
	return kept
}

// isPulled reports whether an element is a quotation that is set apart from the text that it is taken from.
func isPulled(n *html.Node) bool {
	for i := 0; n != nil && i < 4; n, i = n.Parent, i+1 {
		if class.Of(n)&class.PullQuote != 0 {
			return true
		}
	}
	return false
}

// bareWords writes the words of a text in small letters, without punctuation.
func bareWords(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, " ")
}
