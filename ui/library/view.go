package library

import (
	"strings"
	"unicode/utf8"

	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/feed"
	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

// Lines implements ui.Screen.
func (l *library) Lines(r widget.Rect) []string {
	return drawing{l, l.layoutIn(r.W, r.H, len(l.words) > 0)}.lines(r.H)
}

// drawing is the library as it is drawn, in a layout.
type drawing struct {
	*library
	o libraryLayout
}

func (d drawing) lines(h int) []string {
	lines := make([]string, 0, h)
	d.chips.Clear()
	if d.o.rows.W > 0 {
		lines = d.centre(lines)
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	lines = lines[:h]
	if d.o.column.W > 0 {
		d.column.beside(lines, d.o)
	}
	if d.o.preview.W > 0 {
		d.preview.Beside(lines)
	}
	return lines
}

// centre draws the head and the rows.
func (d drawing) centre(lines []string) []string {
	lines = append(lines, d.headLine())
	if d.o.head > 1 {
		lines = append(lines, d.filterLine())
	}
	if d.o.head > 2 {
		lines = append(lines, d.hintLine())
	}
	return append(lines, d.rowLines()...)
}

// headLine shows how many articles there are, how many are selected, and the order.
func (d drawing) headLine() string {
	if d.o.head == 1 && (d.typing.on || !d.ask.empty()) {
		return d.filterLine()
	}
	t, files := d.app.Theme, &d.files
	right := []string{orderName(d.pages.ask.sort, files.session != nil)}
	if n := len(files.problems); n > 0 && files.session != nil {
		right = append([]string{figure.Number(n) + " not read: " + d.app.KeyOf(libraryGroup, "problems")}, right...)
	}
	if doing := files.progress(); doing != "" {
		right = append([]string{doing}, right...)
	}
	switch {
	case d.chosen.all:
		right = append([]string{"all selected"}, right...)
	case len(d.chosen.ids) > 0:
		right = append([]string{figure.Number(len(d.chosen.ids)) + " selected"}, right...)
	}
	w := d.o.w - d.o.rows.X
	if d.o.preview.W > 0 {
		w = d.o.rows.W
	}
	return widget.Beside("  "+t.Strong.Render(d.countText()), right, t.Dim, w)
}

// countText is how many articles there are.
func (d drawing) countText() string {
	switch {
	case d.sampling() && d.ask.empty():
		return "Sample articles"
	case d.err != nil && d.pages.len() == 0, d.pages.made == 0, !d.pages.whole && d.pages.n == 0:
		return d.name()
	case !d.pages.whole:
		return figure.Articles(d.pages.n) + " or more"
	case d.files.session != nil && d.files.session.Name() != "" && !d.sampling():
		return figure.Articles(d.pages.n) + " in " + d.files.session.Name()
	}
	return figure.Articles(d.pages.n)
}

// name is what the screen is called while there is nothing to count.
func (d drawing) name() string {
	if d.files.session == nil {
		return "Library"
	}
	return "Articles"
}

// snippet is the line of the passage that the search is about, begun so that its first match is seen.
func (d drawing) snippet(row *model.Row, w int) string {
	lead := min(26, w/2)
	s := d.quotes.byID[row.ID]
	from := 0
	if len(s.Marks) > 0 && render.Width(s.Text[:s.Marks[0][1]]) > w-12 {
		from = wordBetween(s.Text, s.Marks[0][0]-lead, s.Marks[0][0])
	}
	spans := make([]widget.Span, len(s.Marks))
	for i, m := range s.Marks {
		spans[i] = widget.Span{From: m[0] - from, To: m[1] - from}
	}
	text := widget.LitSpans(s.Text[from:], spans, theme.Style{}, d.app.Theme.Match)
	if from > 0 {
		text = "… " + text
	}
	return render.Truncate(text, w)
}

// wordBetween is where the first word begins between two bytes of a text, or, where none does, the first character.
func wordBetween(text string, from, to int) int {
	if from <= 0 {
		return 0
	}
	if i := strings.IndexByte(text[from-1:to], ' '); i >= 0 {
		return from + i
	}
	for from < to && !utf8.RuneStart(text[from]) {
		from++
	}
	return from
}

// emptyLines says why there is nothing, and what can be done.
func (d drawing) emptyLines() []string {
	say := func(strong string, more ...string) []string { return d.app.Say(d.o.rows.W, strong, more...) }
	switch {
	case d.err != nil:
		return say(d.problem(), "Press r to try again.")
	case d.pages.made == 0 || d.o.rows.W < 8:
		return nil
	case !d.pages.ask.empty() && d.files.progress() != "":
		return say("Nothing matches so far.", "The rest is still being read.")
	case !d.pages.ask.empty():
		return say("Nothing matches.", "Press esc or "+d.app.KeyOf(libraryGroup, "clear")+" to take the last part off.")
	}
	switch {
	case d.files.progress() != "":
		return say("Looking for articles …")
	case d.files.session != nil && !d.sampling():
		return say("No articles here.",
			"lede reads .md, .markdown, .txt and .html files: give it some, or a folder of them.")
	}
	if !d.shelf.IsEmpty() && !d.sampling() {
		return say("Nothing has come yet.", d.howToFill()...)
	}
	return say("Your library is empty.",
		"Add your first article: lede add FILE, FOLDER or URL, or press s in one that you read.")
}

// howToFill says how articles come into a library whose feeds and accounts have brought none, and what is wrong.
func (d drawing) howToFill() []string {
	var lines []string
	for i := range d.shelf.Accounts {
		if a := &d.shelf.Accounts[i]; a.Error != "" {
			lines = append(lines, feed.AccountName(a)+": "+clean.Line(a.Error))
		}
	}
	key, all := d.app.KeyOf(libraryGroup, "refresh"), d.shelf.Accounts
	switch {
	case d.refresh.Running():
		return append(lines, d.refresh.Progress())
	case len(all) == 0:
		return append(lines, "Press "+key+" to ask your feeds for articles.")
	case len(all) == 1:
		return append(lines, "Press "+key+" to sync with "+feed.AccountName(&all[0])+".")
	}
	return append(lines, "Press "+key+" to sync with your accounts.")
}
