package ui

import (
	"strings"

	"lede/ui/render"
	"lede/ui/theme"
)

// filterPart is something that a screen is narrowed by. T is what the screen is narrowed by.
type filterPart[T any] struct {
	joint   string // the word before it: "and", "or", or ""
	not     bool
	name    string
	without T // the rest
}

func joint(either bool) string {
	if either {
		return "or"
	}
	return "and"
}

// chips is the line of what a screen is narrowed by: a chip a part, and behind them the prompt while it has the keys. It notes where they
// stand. Cells are counted from the start of the line.
type chips[T any] struct {
	all []chip[T]
	end int // the cells that they take
}

// chip is a part on the screen: the cells from up to, but not including, to.
type chip[T any] struct {
	from, to int
	without  T
}

// The widest name on a chip, and how much of a line the chips leave to a prompt behind them, in cells.
const (
	maxChip    = 30
	promptLeft = 16
)

// draw writes the parts in at most w cells. One that has no room, and those after it, are left out.
func (c *chips[T]) draw(t *theme.Theme, parts []filterPart[T], w int) string {
	*c = chips[T]{all: c.all[:0]}
	var b strings.Builder
	for _, p := range parts {
		lead, not := "  ", ""
		if p.joint != "" {
			lead = " " + p.joint + "  "
		}
		if p.not {
			not = "not "
		}
		name := render.Truncate(p.name, min(maxChip, w-c.end-len(lead)-len(not)-2))
		if name == "" {
			break
		}
		from := c.end + len(lead)
		c.end = from + len(not) + render.Width(name) + 2
		b.WriteString(t.Dim.Render(lead+not) + t.Accent.Render(name) + t.Dim.Render(" ×"))
		c.all = append(c.all, chip[T]{from, c.end, p.without})
	}
	return b.String()
}

// clear notes that no chip is on the screen.
func (c *chips[T]) clear() { c.all, c.end = c.all[:0], 0 }

// at is what remains without the chip at a cell, and whether there is one.
func (c *chips[T]) at(x int) (without T, ok bool) {
	for _, chip := range c.all {
		if x >= chip.from && x < chip.to {
			return chip.without, true
		}
	}
	return without, false
}

// filterSign stands before the words that are typed.
const filterSign = "/ "

// typed writes the prompt behind the chips of a line of w cells. hint stands in it while it is empty.
func (c *chips[T]) typed(t *theme.Theme, p *prompt, hint string, w int) string {
	text, _ := p.line(c.room(w))
	if p.text == "" {
		text = t.Dim.Render(render.Truncate(hint, c.room(w)))
	}
	return "  " + t.Accent.Render(filterSign) + text
}

// typedAt is the cell at which the prompt's text begins.
func (c *chips[T]) typedAt() int { return c.end + 2 + len(filterSign) }

// room is how many cells the prompt has for its text and the cursor.
func (c *chips[T]) room(w int) int { return max(1, w-c.typedAt()-1) }

// cursor is the cell of the prompt's cursor.
func (c *chips[T]) cursor(p *prompt, w int) int {
	_, at := p.line(c.room(w))
	return c.typedAt() + at
}
