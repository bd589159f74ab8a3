package parse

import (
	"strings"

	"lede/model"
)

// text reads plain text, which is clean and has no line breaks but "\n". What it has no marks for is inferred: paragraphs from lines
// (lines.go), lists, tables, quotations and code (shape.go), the title and what goes with it (opening.go),
// headings (heading.go).
func text(s string, known model.Entry, own Labels) model.Article {
	a := model.Article{Entry: known}
	units := shapes(s)
	units = opening(&a.Entry, units)
	marked := recognise(units, own)
	markHeadings(units, marked, a.Title)
	a.Sections, a.Reasons = sections(units, marked, textRules)
	return a
}

// sections divides the units at their headings. The units of a marked range become its blocks. What only the format has told of a
// unit is told in the words of rules.
func sections(units []unit, marked []found, rules kindRules) ([]model.Section, []model.Reason) {
	all := []model.Section{{}}
	noted := reasons{rules: rules, all: make([]model.Reason, 0, len(units))}
	add := func(blocks ...model.Block) {
		last := &all[len(all)-1]
		last.Blocks = append(last.Blocks, blocks...)
	}
	for i := 0; i < len(units); i++ {
		if len(marked) > 0 && marked[0].from == i {
			add(marked[0].blocks...)
			noted.found(marked[0], units[i])
			i, marked = marked[0].to-1, marked[1:]
			continue
		}
		u := units[i]
		if u.kind == headingUnit {
			all = append(all, model.Section{Title: oneLine(u.text), Level: u.level})
			if all[len(all)-1].Title != "" {
				noted.unit(u)
			}
			continue
		}
		add(u.made())
		noted.unit(u)
	}
	if len(all) > 1 && len(all[0].Blocks) == 0 {
		all = all[1:]
	}
	return all, noted.all
}

// made is the unit as the block that its kind names.
func (u unit) made() model.Block {
	if u.block != nil {
		return u.block
	}
	if u.kind == codeUnit {
		return model.Code{Source: u.text}
	}
	if u.source == "" {
		u.source = escaped(u.text)
	}
	return prose(u, false)
}

func (u unit) proseKind() model.ProseKind {
	switch u.kind {
	case listUnit:
		return model.List
	case quoteUnit:
		return model.Quote
	case tableUnit:
		return model.Table
	case ruleUnit:
		return model.Rule
	case plainUnit, headingUnit, codeUnit, imageUnit:
	}
	return model.Paragraph
}

// oneLine returns a text with single spaces for all its runs of white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
