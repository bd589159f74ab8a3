package block

import (
	"lede/model"
	"lede/model/fold"
)

// Prose is a unit as the block that it makes by itself.
func Prose(u Unit, continued bool) model.Prose {
	p := model.Prose{Kind: u.proseKind(), Source: u.Source, Plain: u.Text, Continued: continued, Standfirst: u.Standfirst}
	if p.Plain == p.Source {
		p.Plain = ""
	}
	return p
}

// Sections divides the units at their headings. The units of a marked range become its blocks. What only the format
// has told of a unit is told in the words of rules.
func Sections(units []Unit, marked []Found, rules Rules) ([]model.Section, []model.Reason) {
	all := []model.Section{{}}
	noted := reasons{rules: rules, all: make([]model.Reason, 0, len(units))}
	add := func(blocks ...model.Block) {
		last := &all[len(all)-1]
		last.Blocks = append(last.Blocks, blocks...)
	}
	for i := 0; i < len(units); i++ {
		if len(marked) > 0 && marked[0].From == i {
			add(marked[0].Blocks...)
			noted.found(marked[0], units[i])
			i, marked = marked[0].To-1, marked[1:]
			continue
		}
		u := units[i]
		if u.Kind == Heading {
			all = append(all, model.Section{Title: fold.Line(u.Text), Level: u.Level})
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
func (u Unit) made() model.Block {
	if u.Block != nil {
		return u.Block
	}
	if u.Kind == Code {
		return model.Code{Source: u.Text}
	}
	if u.Source == "" {
		u.Source = Escape(u.Text)
	}
	return Prose(u, false)
}

func (u Unit) proseKind() model.ProseKind {
	switch u.Kind {
	case List:
		return model.List
	case Quote:
		return model.Quote
	case Table:
		return model.Table
	case Rule:
		return model.Rule
	case Plain, Heading, Code, Image:
	}
	return model.Paragraph
}
