package widget

import (
	"strings"

	"lede/ui/render"
	"lede/ui/theme"
)

// FilterPart is something that a screen is narrowed by. T is what the screen is narrowed by.
type FilterPart[T any] struct {
	Joint   string // the word before it: "and", "or", or ""
	Not     bool
	Name    string
	Without T // the rest
}

// Joint is the word between two parts of which one is enough, or both must hold.
func Joint(either bool) string {
	if either {
		return "or"
	}
	return "and"
}

// Chips is the line of what a screen is narrowed by: a chip a part, and behind them the prompt while it has the keys.
// It notes where they stand. Cells are counted from the start of the line.
type Chips[T any] struct {
	All []chip[T]
	end int // the cells that they take
}

// chip is a part on the screen: the cells from up to, but not including, to.
type chip[T any] struct {
	From, to int
	without  T
}

// The widest name on a chip, and how much of a line the chips leave to a prompt behind them, in cells.
const (
	maxChip    = 30
	PromptLeft = 16
)

// Draw writes the parts in at most w cells. One that has no room, and those after it, are left out.
func (c *Chips[T]) Draw(t *theme.Theme, parts []FilterPart[T], w int) string {
	*c = Chips[T]{All: c.All[:0]}
	var b strings.Builder
	for _, p := range parts {
		lead, not := "  ", ""
		if p.Joint != "" {
			lead = " " + p.Joint + "  "
		}
		if p.Not {
			not = "not "
		}
		name := render.Truncate(p.Name, min(maxChip, w-c.end-len(lead)-len(not)-2))
		if name == "" {
			break
		}
		from := c.end + len(lead)
		c.end = from + len(not) + render.Width(name) + 2
		b.WriteString(t.Dim.Render(lead+not) + t.Accent.Render(name) + t.Dim.Render(" ×"))
		c.All = append(c.All, chip[T]{from, c.end, p.Without})
	}
	return b.String()
}

// Clear notes that no chip is on the screen.
func (c *Chips[T]) Clear() { c.All, c.end = c.All[:0], 0 }

// At is what remains without the chip at a cell, and whether there is one.
func (c *Chips[T]) At(x int) (without T, ok bool) {
	for _, chip := range c.All {
		if x >= chip.From && x < chip.to {
			return chip.without, true
		}
	}
	return without, false
}

// filterSign stands before the words that are typed.
const filterSign = "/ "

// Typed writes the prompt behind the chips of a line of w cells. hint stands in it while it is empty.
func (c *Chips[T]) Typed(t *theme.Theme, p *Prompt, hint string, w int) string {
	text, _ := p.Line(c.room(w))
	if p.Text == "" {
		text = t.Dim.Render(render.Truncate(hint, c.room(w)))
	}
	return "  " + t.Accent.Render(filterSign) + text
}

// TypedAt is the cell at which the prompt's text begins.
func (c *Chips[T]) TypedAt() int { return c.end + 2 + len(filterSign) }

// room is how many cells the prompt has for its text and the cursor.
func (c *Chips[T]) room(w int) int { return max(1, w-c.TypedAt()-1) }

// Cursor is the cell of the prompt's cursor.
func (c *Chips[T]) Cursor(p *Prompt, w int) int {
	_, at := p.Line(c.room(w))
	return c.TypedAt() + at
}
