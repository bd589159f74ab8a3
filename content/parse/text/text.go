package text

import (
	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/recognise"
	"lede/model"
)

// Read reads plain text, which is clean and has no line breaks but "\n". What it has no marks for is inferred:
// paragraphs from lines (lines.go), lists, tables, quotations and code (shape.go), the title and what goes with it
// (opening.go), headings (heading.go).
func Read(s string, known model.Entry, own lang.Labels) model.Article {
	a := model.Article{Entry: known}
	s, rest, number := block.Structured(s)
	units, ok := bookUnits(&a.Entry, s)
	if !ok {
		units = opening(&a.Entry, shapes(letterhead(&a.Entry, s)))
	}
	units = append(units, block.Rest(rest, number)...)
	marked := recognise.Units(units, own)
	markHeadings(units, marked, a.Title)
	a.Sections, a.Reasons = block.Sections(units, marked, textRules)
	return a
}

var textRules = block.Rules{
	block.Plain:   "paragraph: no other rule took these lines",
	block.Heading: "heading: a line that is underlined",
	block.Quote:   "quotation: lines that begin with >, or that are set in",
	block.List:    "list: lines with marks, or with numbers that count up",
	block.Table:   "table: lines with cells in columns",
	block.Code:    "code: lines between fences, or set in and full of signs",
	block.Image:   "picture",
	block.Rule:    "rule: a line of nothing but marks",
}
