package library

import (
	"fmt"
	"slices"

	"lede/model/figure"
	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

// beside draws the column and its rule at the left of the lines.
func (c *column) beside(lines []string, o libraryLayout) {
	t := c.library.app.Theme
	rule := t.Border.Render("│")
	from, _ := c.rows.Visible()
	for y := range lines {
		text := ""
		if i := from + y; i < len(c.items) {
			text = c.line(i, o.column.W-1)
		}
		if o.rows.W <= 0 {
			lines[y] = text
			continue
		}
		lines[y] = render.Pad(text, o.column.W) + rule + " " + lines[y]
	}
}

// line draws an item in w cells.
func (c *column) line(n, w int) string {
	l, t, i := c.library, c.library.app.Theme, c.items[n]
	switch i.kind {
	case blankItem:
		return ""
	case headItem:
		if render.Width(i.name+i.query.Name)+4 > w { // the order may be left out, the name not
			return "  " + t.Strong.Render(i.name)
		}
		return widget.Spread("  "+t.Strong.Render(i.name), t.Dim.Render(i.query.Name), w)
	case viewItem, queryItem, topicItem, moreItem, hiddenItem, siteItem, feedItem, accountItem:
	}
	bar := "  "
	if c.focus && n == c.rows.At {
		bar = t.Accent.Render("▌") + " "
	}
	sign, style := "  ", theme.Style{}
	switch {
	case i.kind == hiddenItem, i.kind == moreItem:
		style = t.Dim
	case l.ask.avoids(i.topic.key) && i.kind == topicItem:
		sign = t.Accent.Render("− ")
	case c.asked(i):
		sign, style = t.Accent.Render("✓ "), t.Accent
	case i.number > 0:
		sign = t.Dim.Render(fmt.Sprint(i.number) + " ")
	}
	count := ""
	if i.count >= 0 {
		count = figure.Number(i.count)
	}
	if c.order == byRise && i.kind == topicItem && i.rising > 1 {
		count = fmt.Sprintf("×%.1f", i.rising)
	}
	count = t.Dim.Render(count)
	if i.feed.Failing || i.account != nil && i.account.Error != "" {
		count = t.Error.Render("!") + " " + count
	}
	name := render.Truncate(i.name, max(0, w-4-render.Width(count)-1))
	line := widget.Spread(bar+sign+style.Render(name), count, w)
	if c.focus && n == c.rows.At {
		return grounded(t, line, w)
	}
	return line
}

// asked reports whether an item is part of what is asked for.
func (c *column) asked(i columnItem) bool {
	a := c.library.ask
	switch i.kind {
	case viewItem:
		return i.view == a.view && a.saved.Name == ""
	case queryItem:
		return i.query == a.saved
	case topicItem:
		return a.wants(i.topic.key)
	case siteItem:
		return slices.Contains(a.sites, i.name)
	case feedItem:
		return i.feed.Term == a.feed
	case blankItem, headItem, moreItem, hiddenItem, accountItem:
	}
	return false
}
