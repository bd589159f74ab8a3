package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"lede/ui/render"
)

// chrome is the lines round the text that are kept from one frame to the next.
type chrome struct {
	header  string
	made    headerOf
	outline outline
}

// headerOf is what the header's line depends on.
type headerOf struct {
	trail, left, right string
	w                  int
}

func (r *reader) lines(area rect) []string {
	lines := make([]string, area.h)
	if r.doc == nil {
		return r.waiting(lines, area)
	}
	l := r.layout
	lines[0] = render.Spaces(l.header.x) + r.header(l.header.w)
	r.textLines(lines)
	if r.hints != nil {
		r.hints.lay(r.app, lines[l.text.y:], l.text.x)
	}
	return lines
}

// textLines draws the rows of the document, with the outline beside them.
func (r *reader) textLines(lines []string) {
	l := r.layout
	left := render.Spaces(l.text.x)
	var beside []string
	if l.outline.w > 0 {
		beside = r.drawn.outline.lines(r.app, r.items, r.section(), l.outline)
		left = render.Spaces(l.outline.x)
		rule := r.app.theme.Border.Render("│") + render.Spaces(l.text.x-l.outline.x-l.outline.w-1)
		for row, line := range beside {
			if l.text.y+row < len(lines) {
				lines[l.text.y+row] = left + line + rule
			}
		}
		left = ""
	}
	r.doc.rows(func(row int, s spot, it *drawn) bool {
		y := l.text.y + row
		if y >= len(lines) {
			return false
		}
		if s.line >= it.gap {
			lines[y] += left + r.line(s, it)
		}
		return true
	})
}

// line is one drawn line, its matches lit.
func (r *reader) line(s spot, it *drawn) string {
	if r.search != nil && r.search.total() > 0 {
		return r.lit(s.item, it)[s.line-it.gap]
	}
	return it.lines[s.line-it.gap].Styled
}

// header is the line above the text: the trail, the title once it has scrolled away, and how far the reader is.
func (r *reader) header(w int) string {
	of := headerOf{r.trail.depth(), r.headline(), r.marks(r.headProgress()), w}
	if of.left == "" {
		of.trail = r.trail.back()
	}
	if r.drawn.made != of || r.drawn.header == "" {
		t := r.app.theme
		r.drawn.made = of
		r.drawn.header = spread(t.Dim.Render(of.trail)+t.Strong.Render(of.left), t.Dim.Render(of.right), w)
	}
	return r.drawn.header
}

func (r *reader) headline() string {
	a := r.items.article
	switch {
	case r.view == rawView:
		return "Source text"
	case r.view == postsView:
		return "Posts only"
	case r.doc.top.item == 0 && r.doc.top.line == 0:
		return ""
	}
	return a.Title
}

func (r *reader) headProgress() string {
	switch f, ok := r.doc.flow.(*articleFlow); {
	case r.opening && r.slow:
		return "reading " + bytesRead(r.read)
	case !ok && r.doc.flow.len() > 0:
		return percentOf(r.doc)
	case !ok || r.sums == nil || f.len() == 0 || r.view != wholeView:
		return ""
	default:
		return progressOf(r.doc, r.sums, f.real).String()
	}
}

// waiting draws what stands in the article's place: what went wrong, or that it is being opened.
func (r *reader) waiting(lines []string, area rect) []string {
	t := r.app.theme
	name := r.trail.here().name()
	text := ""
	switch {
	case r.err != nil:
		text = problem("open "+name, r.err) + "\n\nPress r to try again, "
		if r.canBrowse() {
			text += "o to open it in the browser, "
		}
		text += "q to " + r.app.leaves(r) + "."
	case r.slow:
		text = "Opening " + name + " … " + sofar(r.read, r.size) + "\n\nPress esc to stop."
	}
	w := min(r.app.Measure, area.w-4)
	at := area.h / 3
	style := t.Dim
	if r.err != nil {
		style = t.Error
	}
	for i, line := range render.Wrap(text, w) {
		if at+i >= len(lines) {
			break
		}
		if line == "" {
			style = t.Dim // the next step
		}
		lines[at+i] = render.Spaces((area.w-w)/2) + style.Render(line)
	}
	return lines
}

// sofar is how much of a text has come, "" while nothing has.
func sofar(read, size int64) string {
	switch {
	case read == 0:
		return ""
	case size > 0:
		return bytesRead(read) + " of " + bytesRead(size)
	}
	return bytesRead(read)
}

func (r *reader) bindings() []key.Binding {
	k, m := r.app.keys.reader, r.app.keys.move
	if r.view == wholeView {
		m.Back = r.app.backKey(r)
	}
	switch {
	case r.coming != nil:
		return []key.Binding{stopKey()}
	case r.err != nil:
		return keysThat(when(true, k.Retry), when(r.canBrowse(), k.Browse), when(true, m.Back))
	case r.doc == nil:
		return []key.Binding{bind("stop", "esc"), m.Back}
	case r.search != nil:
		return []key.Binding{k.NextMatch, k.PrevMatch, k.Find, bind("end the search", "esc")}
	}
	sections := len(r.items.sections) > 1 && r.view != rawView
	posts := len(r.items.posts) > 0 && r.view != rawView
	list := r.app.siblingsOf(r) != nil
	page := r.items.article.URL != "" // links are what a page of the web has most of
	return keysThat(
		when(r.opening && r.slow, bind("stop", "esc")),
		when(r.trail.at > 0, r.trailBackKey()), when(sections, k.NextSection), when(posts, k.NextPost), when(len(r.items.related) > 0, k.Related),
		when(page, k.Follow), when(sections && r.layout.outline.w == 0, k.Outline), when(r.keeping.known, r.starKey()),
		when(r.app.Corrector != nil && r.view != rawView && len(r.items.article.Reasons) > 0, k.Why), when(true, k.Find, m.Back, k.Copy),
		when(!page, k.Follow),
		when(list, k.NextArticle), when(sections && r.layout.outline.w > 0, k.Outline),
		when(r.view != rawView, k.Raw), when(len(r.items.posts) > 0, k.Posts), when(r.app.Store != nil, k.Pack), when(page, k.Browse),
		when(r.view != rawView, k.Wider, k.Narrower), when(sections, k.PrevSection, k.Jump), when(posts, k.PrevPost),
		when(list, k.PrevArticle), when(len(r.trail.stops) > 1, k.TrailForward, k.Trail), when(len(r.trail.stops) > 1 && r.trail.at == 0, k.TrailBack),
		when(r.keeping.known, k.Read), when(len(r.corrections) > 0 || r.app.Store != nil, k.Undo),
	)
}

// trailBackKey is the key back to the page before, in fewer words than where there is none.
func (r *reader) trailBackKey() key.Binding {
	k := r.app.keys.reader.TrailBack
	k.SetHelp(k.Help().Key, "back a link")
	return k
}

// starKey is the key that keeps the article or stars it, named for what it does now.
func (r *reader) starKey() key.Binding {
	k, s := r.app.keys.reader.Star, r.keeping.status
	switch {
	case s.Arrived.IsZero():
		k.SetHelp(k.Help().Key, "keep")
	case s.Starred:
		k.SetHelp(k.Help().Key, "unstar")
	default:
		k.SetHelp(k.Help().Key, "star")
	}
	return k
}

// footer is what the reader says in the footer's place while links are labelled, or another article is on its way, or "".
func (r *reader) footer() string {
	if r.hints == nil {
		return r.coming.underway(r.app)
	}
	return strings.TrimRight(r.hintFooter(), " ")
}
