package text

import (
	"strings"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/name"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/fold"
)

const maxSummary = 90 // columns of a title that is made of the first words

// opening reads the title, the byline, the date and the dateline, which begin a text, into e and returns the
// units that are left.
//
// A text without a title line is named by its run-in head, the words before a colon that open the first
// paragraph, and else by its first words, which then stay where they are.
func opening(e *model.Entry, units []block.Unit) []block.Unit {
	n := 0
	for n < len(units) && n < recognise.MaxOpening/2 && isLine(units[n].Kind) && name.Imprint(e, units[n].Text) {
		n++
	}
	units = units[n:]
	if len(units) > 1 && isTitle(units[0]) && (e.Title == "" || e.Title == fold.Line(units[0].Text)) {
		e.Title = fold.Line(units[0].Text)
		units = units[1:]
	}
	units = recognise.WithoutImprint(e, units)
	if len(units) == 0 {
		return units
	}
	if e.Title == "" {
		e.Title, units[0].Text = runIn(units[0])
	}
	e.Dateline = recognise.Dateline(recognise.FirstProse(units))
	return units
}

// isLine reports whether a unit of a kind may name the author or the date of a text: a quoted or listed line does not.
func isLine(k block.Kind) bool { return k == block.Plain || k == block.Heading }

// Head reads what the first lines of plain text state, as text does.
func Head(e *model.Entry, s string) {
	if len(s) > headBytes {
		s = s[:headBytes]
		s = s[:max(strings.LastIndexByte(s, '\n'), 0)]
	}
	if b, ok := cutBook(s); ok {
		b.fill(e)
		return
	}
	opening(e, shapes(letterhead(e, s)))
}

// headBytes is how much of a text its title and what goes with it are looked for in.
const headBytes = 2 << 10

// isTitle reports whether a text that begins with u has u for its title.
func isTitle(u block.Unit) bool {
	if !isLine(u.Kind) || !lang.HasLetter(u.Text) {
		return false
	}
	n := columns(u.Text)
	switch {
	case n > name.MaxTitle:
		return false
	case u.Kind == block.Heading:
		return true
	case strings.HasSuffix(u.Text, "."):
		return n <= name.MaxTitle/2
	case endsSentence(u.Text):
		return n <= name.MaxTitle*3/4
	}
	return true
}

// runIn names a text after its first unit and returns what is left of that.
func runIn(u block.Unit) (title, rest string) {
	head, rest, ok := strings.Cut(u.Text, ": ")
	if ok && u.Kind == block.Plain && isRunIn(head) && rest != "" && !startsLower(rest) {
		return head, strings.TrimSpace(rest)
	}
	return firstWords(u.Text), u.Text
}

// isRunIn reports whether the words before a colon are a head: few, most of them written large, and no dateline.
func isRunIn(head string) bool {
	words := strings.Fields(head)
	if len(head) > recognise.MaxRunIn || len(words) == 0 || len(words) > 9 || strings.ContainsAny(head, ".!?;\"“”„«»(") {
		return false
	}
	large := 0
	for _, w := range words {
		if !startsLower(w) {
			large++
		}
	}
	return large*2 > len(words) && !startsLower(head) && head != strings.ToUpper(head)
}

// firstWords returns the first sentence of s, or as many words of it as make a title.
func firstWords(s string) string {
	s = fold.Line(s[:min(len(s), 4*name.MaxTitle)])
	end := 0
	for i, r := range s {
		if r == ' ' && columns(s[:i]) > maxSummary {
			break
		}
		if r == ' ' {
			end = i
		}
		if r == ' ' && endsSentence(s[:i]) && i > maxSummary/3 {
			return strings.TrimRight(s[:i], ".")
		}
	}
	if columns(s) <= maxSummary {
		return strings.TrimRight(s, ".")
	}
	if end == 0 {
		return string([]rune(s)[:maxSummary/2]) + "…"
	}
	return strings.TrimRight(s[:end], " ,;:–—-") + "…"
}
