package ui

import (
	"strings"

	"lede/ui/render"
)

// chip is a part of the filter on screen: the cells from up to, but not including, to take it off when clicked.
type chip struct {
	from, to int
	without  filter // the filter without this part
}

// filterLine is the line of the active filter: what is asked for, what is left out, and the words, or the prompt while
// they are typed. It notes where its chips stand.
func (l *list) filterLine(w int) string {
	l.chips = l.chips[:0]
	c := chipLine{list: l, room: w - 2}
	f := l.listing.filter
	if f.empty() && !l.typing {
		return "  " + l.app.theme.Dim.Render(render.Truncate(l.app.Welcome, w-4))
	}
	for i, t := range f.with {
		if i > 0 {
			c.say(joint(f.either))
		}
		c.chip("", l.listing.topics.name(t), f.drop(t))
	}
	for _, t := range f.without {
		c.chip("not ", l.listing.topics.name(t), f.drop(t))
	}
	if l.typing {
		return c.out.String() + l.promptText(c.used, w)
	}
	if f.text.typed != "" {
		plain := f
		plain.text = pattern{}
		c.chip("", "“"+strings.TrimSpace(f.text.typed)+"”", plain)
	}
	return c.out.String()
}

func joint(either bool) string {
	if either {
		return "or"
	}
	return "and"
}

// chipLine is a line of chips that is being written.
type chipLine struct {
	out  strings.Builder
	list *list
	used int // cells written
	room int // cells in all
}

// chip writes one chip, cut when there is no room.
func (c *chipLine) chip(not, name string, without filter) {
	t := c.list.app.theme
	name = render.Truncate(name, max(0, c.room-c.used-len(not)-4))
	if name == "" {
		return
	}
	from := c.used + 2
	w := len(not) + render.Width(name) + 2
	c.out.WriteString("  " + t.Dim.Render(not) + t.Accent.Render(name) + t.Dim.Render(" ×"))
	c.used = from + w
	c.list.chips = append(c.list.chips, chip{from, from + w, without})
}

// say writes a word between two chips.
func (c *chipLine) say(word string) {
	if c.used+len(word)+2 > c.room {
		return
	}
	c.out.WriteString(" " + c.list.app.theme.Dim.Render(word))
	c.used += 1 + len(word)
}

// filterSign stands before the words that are typed.
const filterSign = "/ "

func (l *list) promptText(used, w int) string {
	text, _ := l.prompt.line(l.promptRoom(used, w))
	if l.prompt.text == "" {
		text = l.app.theme.Dim.Render(render.Truncate("title, author, topic", l.promptRoom(used, w)))
	}
	return "  " + l.app.theme.Accent.Render(filterSign) + text
}

func (l *list) promptRoom(used, w int) int { return max(1, w-used-2-len(filterSign)-1) }

// cursor implements pointing.
func (l *list) cursor() (x, y int, shown bool) {
	if !l.typing {
		return 0, 0, false
	}
	used := 0
	if n := len(l.chips); n > 0 {
		used = l.chips[n-1].to
	}
	o := l.layout()
	_, at := l.prompt.line(l.promptRoom(used, o.w))
	return used + 2 + len(filterSign) + at, o.filterY(), true
}
