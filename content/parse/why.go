package parse

import (
	"strings"

	"lede/model"
)

// why is why something is what it is. Both strings exist already when it is noted: a reason costs nothing until somebody asks.
type why struct {
	rule string // the rule that fired, in plain words
	said string // the words of the source that the rule goes by, or ""
}

// kindRules are the rules of a format: by what it tells the kinds of its units when nothing else is noted of one.
type kindRules [ruleUnit + 1]string

var textRules = kindRules{
	plainUnit:   "paragraph: no other rule took these lines",
	headingUnit: "heading: a line that is underlined",
	quoteUnit:   "quotation: lines that begin with >, or that are set in",
	listUnit:    "list: lines with marks, or with numbers that count up",
	tableUnit:   "table: lines with cells in columns",
	codeUnit:    "code: lines between fences, or set in and full of signs",
	imageUnit:   "picture",
	ruleUnit:    "rule: a line of nothing but marks",
}

// MarkdownRule begins the rules that the markup of Markdown stands for.
const MarkdownRule = "Markdown "

var markdownRules = kindRules{
	plainUnit:   MarkdownRule + "paragraph",
	headingUnit: MarkdownRule + "heading",
	quoteUnit:   MarkdownRule + "quotation",
	listUnit:    MarkdownRule + "list",
	tableUnit:   MarkdownRule + "table",
	codeUnit:    MarkdownRule + "code",
	imageUnit:   MarkdownRule + "picture",
	ruleUnit:    MarkdownRule + "rule",
}

// reasons collects why the headings and blocks of an article are what they are, in reading order.
type reasons struct {
	rules kindRules
	all   []model.Reason
}

// unit adds the reason of a unit that became a heading or a block by itself.
func (r *reasons) unit(u unit) {
	w := u.why
	if w.rule == "" {
		w.rule = r.rules[u.kind]
	}
	r.all = append(r.all, model.Reason{Rule: w.rule, Said: w.said, Line: u.line, Element: u.element})
}

// found adds the reasons of the blocks of a range that begins with the unit u.
func (r *reasons) found(f found, u unit) {
	for _, b := range f.blocks {
		reason := model.Reason{Rule: f.why.rule, Said: f.why.said, Line: u.line, Element: u.element}
		if _, ok := b.(model.Prose); ok {
			reason.Rule, reason.Said = "paragraph: what is left of one in which something else was found", ""
		}
		r.all = append(r.all, reason)
	}
}

// lineCount counts the lines of a text that is walked through from part to part.
type lineCount struct {
	before int // whole lines before the place
	at     int // the place, in bytes of the part
}

// to goes on to a place in a part; one that lies back or is not known, below 0, changes nothing.
func (c *lineCount) to(part string, at int) {
	if at > c.at {
		c.before += strings.Count(part[c.at:at], "\n")
		c.at = at
	}
}
