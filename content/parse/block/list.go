package block

import "strings"

// MaxItems is how many items of a list or rows of a table are in one block.
const MaxItems = 50

// emptyItem reports whether a list begins with an item without words, which does not end a paragraph.
func emptyItem(md string) bool {
	line, _, _ := strings.Cut(md, "\n")
	return len(line) < 3
}

// ListOf joins items to a list, or to the part of one that continues another.
func ListOf(items []Written, tight, continued bool) Written {
	p := Written{}
	if len(items) == 1 {
		p = items[0]
	} else {
		p = Join(items, tight)
	}
	p.Kind, p.Block, p.Continued = List, nil, continued
	return p
}

// Item sets what is written in, below its mark. Numbers are part of the plain text.
func (p Written) Item(mark string) Written {
	indent := "\n" + strings.Repeat(" ", len(mark))
	md := strings.ReplaceAll(p.Markdown, "\n", indent)
	md = strings.ReplaceAll(md, indent+"\n", "\n\n")
	p.Markdown = strings.TrimRight(mark+md, " ")
	if mark[0] >= '0' && mark[0] <= '9' {
		p.Plain = mark + p.Plain
	}
	p.Kind, p.Block = List, nil
	return p
}
