package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model/figure"
	"lede/ui"
	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

func (r *reader) Lines(area widget.Rect) []string {
	lines := make([]string, area.H)
	if r.text.Doc == nil {
		r.loading.lines(lines, area)
		return lines
	}
	l := r.text.Layout
	lines[0] = render.Spaces(l.Header.X) + r.head.draw(l.Header.W)
	if l.Text.Y > 1 {
		lines[1] = render.Spaces(l.Header.X) + r.text.ProgressLine(l.Header.W)
	}
	r.text.Lines(lines)
	if r.links.hints != nil {
		r.links.hints.Lay(lines[l.Text.Y:], l.Text.X)
	}
	return lines
}

// header is the line above the text, kept from one frame to the next.
type header struct {
	reader *reader
	line   string
	made   headerOf
}

// headerOf is what the line depends on.
type headerOf struct {
	trail, site, title, right string
	w                         int
	theme                     *theme.Theme
}

// siteFrom is the width of a header from which the site stands before the title.
const siteFrom = 70

// minTrail is the width of the trail that a site makes room for: how deep it is is always seen.
const minTrail = 12

// draw returns the line: the trail, the site, the title once it has scrolled away, and how far the reader
// is.
func (h *header) draw(w int) string {
	r := h.reader
	t := &r.trip.trail
	of := headerOf{
		t.Depth(), r.article().Site, r.text.Headline(), r.keeping.marks(h.progress()), w, r.app.Theme,
	}
	switch {
	case of.title == "" && len(t.Stops) > 1:
		of.trail = render.Truncate(t.Back(), max(minTrail, w-render.Width(of.site+of.right)-4)) + "  "
	case of.title != "" && w < siteFrom:
		of.site = ""
	}
	if h.made != of || h.line == "" {
		t, gap := r.app.Theme, ""
		if of.site != "" && of.title != "" {
			gap = "  "
		}
		h.made = of
		left := t.Dim.Render(of.trail) + t.Site.Render(of.site) + gap + t.Strong.Render(of.title)
		h.line = widget.Spread(left, t.Dim.Render(of.right), w)
	}
	return h.line
}

// progress is how far the reader is.
func (h *header) progress() string {
	r := h.reader
	if r.loading.more && r.loading.slow {
		return "reading " + figure.Bytes(r.loading.read)
	}
	if far, ok := r.text.Progress(); ok {
		return far.String()
	}
	return ""
}

// lines draws what is shown in the article's place: what went wrong, or that it is being opened.
func (l *loading) lines(lines []string, area widget.Rect) {
	r := l.reader
	t, name, text := r.app.Theme, r.trip.trail.Here().Name(), ""
	switch {
	case l.err != nil:
		text = ui.Problem("open "+name, l.err) + "\n\nPress r to try again, "
		if noPage(r) == "" {
			text += "o to open it in the browser, "
		}
		text += "q to " + strings.Replace(r.app.BackWords(r), "back", "go back", 1) + "."
	case l.slow:
		text = "Opening " + name + " … " + sofar(l.read, l.size) + "\n\nPress esc to stop."
	}
	w := min(r.app.Measure, area.W-4)
	at := area.H / 3
	style := t.Dim
	if l.err != nil {
		style = t.Error
	}
	for i, line := range render.Wrap(text, w) {
		if at+i >= len(lines) {
			break
		}
		if line == "" {
			style = t.Dim // the next step
		}
		lines[at+i] = render.Spaces((area.W-w)/2) + style.Render(line)
	}
}

// sofar is how much of a text has come, "" while nothing has.
func sofar(read, size int64) string {
	switch {
	case read == 0:
		return ""
	case size > 0:
		return figure.Bytes(read) + " of " + figure.Bytes(size)
	}
	return figure.Bytes(read)
}

func (r *reader) wheel(msg tea.MouseWheelMsg) {
	if r.text.Doc != nil {
		r.letGo()
		r.text.Doc.Scroll(widget.Wheel(msg))
	}
}

// letGo forgets what was to be done next: the reader goes where they want by themselves.
func (r *reader) letGo() {
	r.links.hints = nil
	r.loading.letGo()
}

// click follows a link, or goes to a section of the outline.
func (r *reader) click(msg tea.MouseClickMsg) tea.Cmd {
	if r.text.Doc == nil || msg.Button != tea.MouseLeft {
		return nil
	}
	r.letGo()
	n, beside := r.text.SectionUnder(msg.X, msg.Y)
	link, on := r.text.LinkUnder(msg.X, msg.Y)
	switch {
	case n >= 0:
		return r.jumps.toSection(n)
	case on && !beside:
		return r.links.take(link)
	}
	return nil
}
