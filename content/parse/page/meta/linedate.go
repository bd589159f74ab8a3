package meta

import (
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/date"
	"lede/content/parse/name"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
)

const (
	nearLine     = 200    // the longest line that is searched for a date, in bytes
	maxAbove     = 6      // texts above the title that may be a date
	maxWordsBy   = 6      // words of a sentence beside its date: one with more is about another day
	maxDateNodes = 20_000 // nodes that are searched for a date with a label
	minOpener    = 60     // a line of this size that begins with a date opens the body
)

// lineDate returns the date in a line that no element marks as one, and the element of the line; or the zero time.
// The lines below the title come first, then those right above it, the date that opens the body, and last a line
// anywhere that has nothing but a label such as "Published" and a date, or that says when the page was changed.
func lineDate(near *vicinity) (time.Time, *html.Node) {
	for _, find := range [...]func(*vicinity) (time.Time, *html.Node){
		dateInTitle, dateBelow, dateAbove, openingDate, labelledDate, changeDate,
	} {
		if when, at := find(near); !when.IsZero() {
			return when, at
		}
	}
	return time.Time{}, nil
}

// dateInTitle returns the date in small print within the title.
func dateInTitle(near *vicinity) (time.Time, *html.Node) {
	if near.title == nil {
		return time.Time{}, nil
	}
	for n := range near.title.Descendants() {
		if isSmallPrint(n) {
			if d, ok := printedDate(spotText(near.Page, n)); ok && !d.changed {
				return d.when, n
			}
		}
	}
	return time.Time{}, nil
}

// isSmallPrint reports whether an element of a heading is set apart from its words as print of less weight.
func isSmallPrint(n *html.Node) bool { return n.DataAtom == atom.Small || n.DataAtom == atom.Time }

// changeDate returns the date in the first short line of the page that says when it was changed: in a wiki no other is
// shown. Other kinds of pages have such a line too, so that it is no sign of an article: its element is not returned.
func changeDate(near *vicinity) (when time.Time, _ *html.Node) {
	near.eachFigure(func(n *html.Node, text string) bool {
		if t, ok := dateIn(text); ok && changed(text) && !near.isQuoted(n) {
			when = t
		}
		return when.IsZero()
	})
	return when, nil
}

// dateBelow returns the first date in a short line below the title, or in a text of its own there.
func dateBelow(near *vicinity) (when time.Time, at *html.Node) {
	near.eachText(near.start(), func(box, text *html.Node, first bool) bool {
		if near.aside(box) || near.isQuoted(text) {
			return true
		}
		for part := range strings.FieldsFuncSeq(metaText(text.Data), isBar) {
			t, ok := loneDate(part)
			switch {
			case ok && !changed(part):
				when, at = t, box
				return false
			case ok && when.IsZero():
				when, at = t, box // unless a later one is that of publication
			}
		}
		if !when.IsZero() {
			return true
		}
		line := ""
		if first {
			line = spotText(near.Page, box)
		}
		if !lang.HasDigit(line) || len(line) > nearLine {
			return true
		}
		for _, piece := range append(textPieces(near.Page, box), line) {
			if t, ok := metaDate(piece); ok && !t.IsZero() && !tellsOfDay(piece) {
				when, at = t, box
				return false
			}
		}
		return true
	})
	return when, at
}

// isBar reports whether a character parts one date from another.
func isBar(r rune) bool { return strings.ContainsRune("|•·", r) }

// tellsOfDay reports whether a text with a date is a sentence about that day.
func tellsOfDay(s string) bool {
	return lang.EndsSentence(s) && len(strings.Fields(s)) > maxWordsBy && !name.IsSigned(s)
}

// loneDate reads a text that is a date, perhaps with a label before it and a time after it.
func loneDate(s string) (time.Time, bool) {
	if len(s) > nearLine || !lang.HasDigit(s) {
		return time.Time{}, false
	}
	t, ok := name.Date(strings.Trim(s, " \t|•·⋅—–-()[]"))
	return t, ok && believedYear(t.Year()) && !isEpoch(t)
}

// dateAbove returns the date in one of the texts right above the title, in one of the elements around it.
func dateAbove(near *vicinity) (time.Time, *html.Node) {
	if near.title == nil || near.title.Parent == nil {
		return time.Time{}, nil
	}
	around := near.title.Parent
	if up := around.Parent; up != nil && up.DataAtom != atom.Body && up.DataAtom != atom.Html {
		around = up
	}
	var texts []*html.Node
	for n := around; n != nil && n != near.title; n = near.following(n) {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			texts = append(texts, n)
		}
	}
	for i := len(texts) - 1; i >= max(0, len(texts)-maxAbove); i-- {
		box := lineOf(texts[i])
		if t, ok := loneDate(metaText(texts[i].Data)); ok && !near.aside(box) {
			return t, box
		}
	}
	return time.Time{}, nil
}

// openingDate returns the date that the first paragraph below the title begins with: "(3 May 2026) The water …".
func openingDate(near *vicinity) (when time.Time, at *html.Node) {
	if near.title == nil {
		return when, at
	}
	near.eachLine(near.title, func(box *html.Node, line string) bool {
		if len(line) < minOpener || dom.HeadingLevel(box) > 0 || near.aside(box) || near.isQuoted(box) {
			return true
		}
		line = strings.TrimLeft(line, "([ ")
		end, d := date.Scan(line)
		if end > 0 && believedYear(d.Year) && d.Year > 0 && opens(line[end:]) {
			if t, ok := d.Time(); ok {
				when, at = t, box
			}
		}
		return false
	})
	return when, at
}

// opens reports whether what follows a date parts it from the text: it is no word of a sentence.
func opens(after string) bool {
	after = strings.TrimLeft(after, " ")
	return after != "" && strings.ContainsAny(after[:1], ")]|:-") ||
		strings.ContainsRune("–—„“\"«»‚‘'/", lang.FirstRune(after))
}

// labelledDate returns the date of the first line on the page that has only a label and a date; of a change only where
// none is that of publication.
func labelledDate(near *vicinity) (when time.Time, at *html.Node) {
	near.eachFigure(func(n *html.Node, text string) bool {
		if !name.IsDated(text) || near.apart(n.Parent).byClass || near.isQuoted(n) {
			return true
		}
		t, ok := loneDate(text)
		published := ok && !changed(text)
		if published || ok && when.IsZero() {
			when, at = t, lineOf(n)
		}
		return !published
	})
	return when, at
}

// eachFigure calls f with the short texts that have a digit, from the title to the end of the page, for as long as f
// returns true.
func (v *vicinity) eachFigure(f func(n *html.Node, text string) bool) {
	nodes := 0
	for n := v.following(v.start()); n != nil && nodes < maxDateNodes; n = v.following(n) {
		nodes++
		if n.Type != html.TextNode || len(n.Data) > nearLine || !lang.HasDigit(n.Data) || v.Unseen(n.Parent) {
			continue
		}
		if !f(n, metaText(n.Data)) {
			return
		}
	}
}

// isQuoted reports whether an element is part of a quotation or of a post, whose date is its own.
func (v *vicinity) isQuoted(n *html.Node) bool {
	for up := n; up != nil && !v.aroundTitle[up]; up = up.Parent {
		if up.DataAtom == atom.Blockquote || class.Of(up)&class.Embed != 0 {
			return true
		}
	}
	return false
}
