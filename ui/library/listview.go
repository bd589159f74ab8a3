package library

import (
	"fmt"

	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

func (l *list) Lines(r widget.Rect) []string {
	o := layoutList(r.W, r.H, l.app.Measure)
	lines := make([]string, 0, r.H)
	l.chips.Clear()
	lines = append(lines, l.headLine(o))
	if o.head > 1 {
		lines = append(lines, l.filterLine(o.w))
	}
	for len(lines) < o.head {
		lines = append(lines, "")
	}
	lines = append(lines, l.rowLines(o)...)
	for len(lines) < r.H {
		lines = append(lines, "")
	}
	if o.preview.W > 0 {
		l.preview.Beside(lines)
	}
	return lines[:r.H]
}

// headLine shows how many articles there are, what is being done, and the order. In a low window the filter takes its
// place.
func (l *list) headLine(o listLayout) string {
	if o.head == 1 && (l.typing || !l.listing.filter.empty()) {
		return l.filterLine(o.w)
	}
	t := l.app.Theme
	left := "  " + t.Strong.Render(l.countText())
	right := []string{l.orderText()}
	if n := len(l.problems); n > 0 {
		right = append([]string{fmt.Sprintf("%s not read: %s", widget.Number(n), l.key("problems"))}, right...)
	}
	if l.loading {
		right = append([]string{l.progress()}, right...)
	}
	return widget.Beside(left, right, t.Dim, o.w)
}

// countText is how many articles are shown, and of how many.
func (l *list) countText() string {
	shown, all := len(l.listing.shown), len(l.listing.order)
	noun := "articles"
	if all == 1 {
		noun = "article"
	}
	count := widget.Number(all) + " " + noun
	if !l.listing.filter.empty() {
		count = widget.Number(shown) + " of " + count
	}
	if site := l.listing.site; site != "" && !l.listing.sites {
		count += " in " + site
	}
	return count
}

// orderText is what the rows are sorted by.
func (l *list) orderText() string {
	if len(l.listing.filter.text.Words) > 0 {
		return "best match first"
	}
	return l.listing.sort.String()
}

// progress is what the library does now: "reading 1,200 of 10,000".
func (l *list) progress() string {
	stage := l.stage
	if stage == "" {
		stage = "reading"
	}
	if l.total == 0 {
		return stage + " …"
	}
	return fmt.Sprintf("%s %s of %s", stage, widget.Number(l.done), widget.Number(l.total))
}

func (l *list) rowLines(o listLayout) []string {
	if len(l.listing.shown) == 0 {
		return l.emptyLines(o)
	}
	var lines []string
	from, to := l.rows.Visible()
	for i := from; i < to; i++ {
		e, selected := l.listing.entry(i), i == l.rows.At
		bar, words := l.mark(selected)
		w := o.rows.W - 4
		lines = append(lines, bar+widget.LitText(render.Truncate(e.title(), w), l.listing.filter.text, words, l.app.Theme.Match))
		if o.row > 1 {
			lines = append(lines, bar+l.detail(e, w))
		}
		for range o.air() {
			lines = append(lines, "")
		}
	}
	return lines
}

// mark is what stands before a row, two cells, and the style of its title: the selected one has a bar and weight.
func (l *list) mark(selected bool) (bar string, title theme.Style) {
	if selected {
		return l.app.Theme.Accent.Render("▌") + " ", l.app.Theme.Title
	}
	return "  ", theme.Style{}
}

// title is the entry's title, or its reference when it has none.
func (e *listed) title() string {
	if e.Title == "" {
		return e.Ref
	}
	return e.Title
}

// detail is the second line of a row: where from, by whom when that is of interest, when, how long, about what.
// Topics come as far as there is room.
func (l *list) detail(e *listed, w int) string {
	d, t, typed := widget.DetailLine{Room: w}, l.app.Theme, l.listing.filter.text
	add := func(gap, text string) bool { return d.AddLit(gap, text, typed.Spans(text), t.Dim, t.Match) }
	if l.listing.sites {
		add(" · ", e.Site)
	}
	for _, name := range e.Byline {
		if l.byAuthor(w) || typed.Spans(name) != nil {
			add(" · ", name)
		}
	}
	add(" · ", widget.DayOf(e.Published, l.app.Now()))
	if m := e.Minutes(); m > 0 {
		add(" · ", widget.Number(m)+" min")
	}
	gap := " · "
	for _, topic := range e.Topics {
		if add(gap, topic.Name) {
			gap = ", "
		}
	}
	return d.Out.String()
}

// byAuthor reports whether a row names authors: where there is no site to name, or room for both.
func (l *list) byAuthor(w int) bool {
	const some, wide = 50, 90
	return w >= wide || !l.listing.sites && w >= some
}

// emptyLines says why there is nothing, and what can be done.
func (l *list) emptyLines(o listLayout) []string {
	say := func(strong string, more ...string) []string { return l.app.Say(o.rows.W, strong, more...) }
	back := l.key("clear")
	switch {
	case l.loading && len(l.listing.order) == 0:
		return say("Looking for articles …")
	case l.loading && !l.listing.filter.empty():
		return say("Nothing matches so far.", "The rest is still being read.", "Press esc or "+back+" to take the filter off.")
	case !l.listing.filter.empty():
		return say("Nothing matches.", "Press esc or "+back+" to take the filter off.")
	case len(l.problems) > 0:
		return say("No articles could be read.", l.problems[0])
	}
	return say("No articles here.", "lede reads .md, .markdown, .txt and .html files: give it some, or a folder of them.", "Press q to quit.")
}
