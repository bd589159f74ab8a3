package block

import (
	"strings"

	"lede/model"
)

// Why is why something is what it is. Both strings exist already when it is noted: a reason costs nothing until
// somebody asks.
type Why struct {
	Rule string // the rule that fired, in plain words
	Said string // the words of the source that the rule goes by, or ""
}

// Rules are the rules of a format: by what it tells the kinds of its units when nothing else is noted of one.
type Rules [Rule + 1]string

// reasons collects why the headings and blocks of an article are what they are, in reading order.
type reasons struct {
	rules Rules
	all   []model.Reason
}

// unit adds the reason of a unit that became a heading or a block by itself.
func (r *reasons) unit(u Unit) {
	w := u.Why
	if w.Rule == "" {
		w.Rule = r.rules[u.Kind]
	}
	r.all = append(r.all, model.Reason{Rule: w.Rule, Said: w.Said, Line: u.Line, Element: u.Element})
}

// found adds the reasons of the blocks of a range that begins with the unit u.
func (r *reasons) found(f Found, u Unit) {
	for _, b := range f.Blocks {
		reason := model.Reason{Rule: f.Why.Rule, Said: f.Why.Said, Line: u.Line, Element: u.Element}
		if _, ok := b.(model.Prose); ok {
			reason.Rule, reason.Said = "paragraph: what is left of one in which something else was found", ""
		}
		r.all = append(r.all, reason)
	}
}

// LineCount counts the lines of a text that is walked through from part to part.
type LineCount struct {
	Before int // whole lines before the place
	At     int // the place, in bytes of the part
}

// To goes on to a place in a part; one that lies back or is not known, below 0, changes nothing.
func (c *LineCount) To(part string, at int) {
	if at > c.At {
		c.Before += strings.Count(part[c.At:at], "\n")
		c.At = at
	}
}
