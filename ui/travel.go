package ui

import (
	"cmp"
	"context"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// noticeSlow is how long the reader waits for another article before the last line tells so.
const noticeSlow = 100 * time.Millisecond

// coming is an article on its way while another one stays on the screen.
type coming struct {
	ctx     context.Context
	cancel  context.CancelFunc
	request int
	to      stop
	step    int  // along the trail; 0 for a new stop after the present one
	slow    bool // it is told that it is on its way
	read    int64
	size    int64
	waits   articleOpenedMsg // its first text, until the overlay above has gone; zero for none
}

// follow opens another article in the reader's place.
func (r *reader) follow(to stop) tea.Cmd { return r.travel(to, 0) }

// along goes back or forward on the trail.
func (r *reader) along(step int) tea.Cmd {
	to := r.trail.ahead(step)
	switch {
	case to == nil && step < 0:
		return r.app.notify("This is where the trail begins.")
	case to == nil:
		return r.app.notify("This is the end of the trail.")
	}
	return r.travel(*to, step)
}

// nextArticle opens the next article of the list below.
func (r *reader) nextArticle(step int) tea.Cmd {
	list := r.app.siblingsOf(r)
	if list == nil {
		return r.app.notify("There is no list to go on in.")
	}
	ref, ok := list.sibling(step)
	switch {
	case ok:
		return r.follow(stop{ref: ref})
	case step < 0:
		return r.app.notify("This is the first article.")
	}
	return r.app.notify("This is the last article.")
}

// travel goes to a stop: at once to one that is remembered, and where there is nothing on the screen. Otherwise what is on the
// screen stays until the first text of the other article has come.
func (r *reader) travel(to stop, step int) tea.Cmd {
	r.stay()
	if step == 0 && strings.Contains(to.ref, "://") {
		to.article = r.trail.remembered(to.ref)
	}
	if r.doc == nil || to.article != nil {
		r.leave()
		r.trail.turn(to, step)
		return r.open()
	}
	ctx, cancel := context.WithCancel(context.Background())
	request := r.app.nextRequest()
	r.coming = &coming{ctx: ctx, cancel: cancel, request: request, to: to, step: step}
	return tea.Batch(
		openArticle(ctx, r.app.Library, request, to.ref),
		r.app.after(noticeSlow, slowMsg{request}),
	)
}

// turn takes a step along the trail, or adds a stop when step is 0.
func (t *trail) turn(to stop, step int) {
	if step == 0 {
		t.add(to)
		return
	}
	t.at += step
}

// stay gives up the article that is on its way, and tells whether there was one.
func (r *reader) stay() bool {
	c := r.coming
	if c == nil {
		return false
	}
	c.cancel()
	r.coming = nil
	return true
}

// comes takes a step of the opening that is on its way: the first one with a text turns the page, once no overlay is open on this
// one. When it fails, nothing changes but the notice.
func (r *reader) comes(msg articleOpenedMsg) tea.Cmd {
	c, o := r.coming, msg.opening
	c.read, c.size = max(c.read, o.Read), max(c.size, o.Size)
	switch {
	case tells(&o.Article) && r.app.top() != screen(r):
		c.waits = msg
		return nil
	case tells(&o.Article):
		return r.arrive(msg)
	case !msg.done:
		return awaitArticle(c.ctx, c.request, msg.steps)
	}
	r.stay()
	return r.app.fail("open "+c.to.name(), shortened{cmp.Or(o.Err, errEmpty)})
}

// shortened is an error about an address that need not be told again: it was just chosen, and the last line has room for the
// cause and the next step only.
type shortened struct{ error }

// Error is the sentence without its "Cannot open ADDRESS: ".
func (e shortened) Error() string {
	text := e.error.Error()
	rest, ok := strings.CutPrefix(text, "Cannot open ")
	if _, cause, cut := strings.Cut(rest, ": "); ok && cut && strings.Contains(rest[:len(rest)-len(cause)], "://") {
		return "Not opened: " + cause
	}
	return text
}

// Unwrap returns the whole error.
func (e shortened) Unwrap() error { return e.error }

// resume implements resuming: what has waited for an overlay to go comes now, after what the overlay was told to do.
func (r *reader) resume() tea.Cmd {
	c := r.coming
	if c == nil || c.waits.request == 0 {
		return nil
	}
	msg := c.waits
	return func() tea.Msg { return msg }
}

// arrive turns to the article that was on its way.
func (r *reader) arrive(msg articleOpenedMsg) tea.Cmd {
	c := r.coming
	r.coming = nil
	r.leave()
	r.trail.turn(c.to, c.step)
	kept := r.begin()
	r.ctx, r.cancel, r.request = c.ctx, c.cancel, c.request
	return tea.Batch(kept, r.opened(msg))
}

// leave keeps the place of the article that is shown, and the article when all of it is there.
func (r *reader) leave() {
	if r.doc == nil {
		return
	}
	r.toArticle()
	if r.wanted == nil {
		r.trail.here().place = r.place()
	}
	if !r.opening && !r.items.article.Partial {
		r.trail.remember(r.items.article)
	}
}

// tells tells whether there is something of an article to show.
func tells(a *model.Article) bool {
	return len(a.Sections) > 0 || a.Source != "" || a.Title != ""
}

// stopKey is the key back while another article is on its way.
func stopKey() key.Binding { return bind("stop", "esc", "q") }

// underway is the last line while another article is on its way, or "".
func (c *coming) underway(a *App) string {
	if c == nil || !c.slow {
		return ""
	}
	where := c.to.name()
	if from := c.to.from(); from != "" {
		where = from + " · " + where
	}
	right := a.footerKey(stopKey().Help())
	if sofar := sofar(c.read, c.size); sofar != "" {
		right = a.theme.Dim.Render(sofar) + "  " + right
	}
	return spread(a.theme.Accent.Render("Opening "+where), right, a.w-2)
}
