package text

import (
	"strings"

	"lede/content/parse/block"
)

// setLevels gives the headings of plain text their levels, from 2 on: the title is the first. A number of several
// parts tells the depth, "2.1" below "2"; where some headings are in capitals, the others stand below them; and what
// is underlined has a level already.
func setLevels(units []block.Unit) {
	capitals, small := 0, 0
	for _, u := range units {
		switch {
		case u.Kind != block.Heading:
		case isCapitals(u.Text):
			capitals++
		default:
			small++
		}
	}
	least := 6
	for i := range units {
		u := &units[i]
		if u.Kind != block.Heading {
			continue
		}
		if u.Level == 0 {
			u.Level = 1 + numberParts(u.Text)
			if capitals > 1 && small > 1 && !isCapitals(u.Text) {
				u.Level++
			}
		}
		u.Level = min(u.Level, 6)
		least = min(least, u.Level)
	}
	for i := range units {
		if units[i].Kind == block.Heading {
			units[i].Level += 2 - least
		}
	}
}

// numberParts counts the parts of the number that a heading begins with: 2 for "3.1 Method", and 1 for a heading
// without a number. A part of two figures after the first belongs to a time or a date.
func numberParts(s string) int {
	number, _, _ := strings.Cut(s, " ")
	number = strings.TrimRight(number, ".)")
	n := 0
	for part := range strings.SplitSeq(number, ".") {
		if part == "" || len(part) > 2 || strings.Trim(part, "0123456789") != "" || part[0] == '0' ||
			len(part) == 2 && n > 0 {
			return 1
		}
		n++
	}
	return min(n, 5)
}
