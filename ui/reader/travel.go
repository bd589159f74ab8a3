package reader

import (
	"cmp"
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/reader/trail"
	"lede/ui/widget"
)

// alongTo goes some steps along the trail; no step at all is where the reader is.
func (j *journey) alongTo(step int) tea.Cmd {
	if step == 0 {
		return nil
	}
	return j.along(step)
}

// noticeSlow is how long the reader waits for another article before the last line says so.
const noticeSlow = 100 * time.Millisecond

// coming is an article on its way while another one stays on the screen.
type coming struct {
	ctx     context.Context
	cancel  context.CancelFunc
	request int
	to      trail.Stop
	step    int  // along the trail; 0 for a new stop after the present one
	slow    bool // it is told that it is on its way
	read    int64
	size    int64
	waits   ui.ArticleOpenedMsg // its first text, until the overlay above has gone; zero for none
}

// journey is the way from one article to the next: the trail, and the article that is on its way.
type journey struct {
	reader *reader
	trail  trail.Trail
	coming *coming // another article on its way, or nil
}

// follow opens another article in the reader's place.
func (j *journey) follow(to trail.Stop) tea.Cmd { return j.travel(to, 0) }

// refuse says why there is no step to go along the trail, "" when there is one.
func (j *journey) refuse(step int) string {
	switch to := j.trail.Ahead(step); {
	case to == nil && step < 0:
		return "This is where the trail begins."
	case to == nil:
		return "This is the end of the trail."
	}
	return ""
}

// along goes back or forward on the trail.
func (j *journey) along(step int) tea.Cmd { return j.travel(*j.trail.Ahead(step), step) }

// nextArticle opens the next article of the list below.
func (j *journey) nextArticle(step int) tea.Cmd {
	ref, ok := j.reader.app.SiblingsOf(j.reader).Sibling(step)
	switch {
	case ok:
		return j.follow(trail.Stop{Ref: ref})
	case step < 0:
		return j.reader.app.Notify("This is the first article.")
	}
	return j.reader.app.Notify("This is the last article.")
}

// nextUnread opens the next unread article of the list below, or of the next feed.
func (j *journey) nextUnread() tea.Cmd {
	list := j.reader.app.SiblingsOf(j.reader)
	ref, ok := list.NextUnread()
	if !ok {
		if cmd, ok := list.NextFeed(); ok {
			return cmd
		}
		return j.reader.app.Notify("There is no other unread article in the list.")
	}
	return j.follow(trail.Stop{Ref: ref})
}

// travel goes to a stop: at once to one that is remembered, and where there is nothing on the screen. Otherwise what
// is on the screen stays until the first text of the other article has come.
func (j *journey) travel(to trail.Stop, step int) tea.Cmd {
	j.stay()
	if step == 0 && strings.Contains(to.Ref, "://") {
		to.Article = j.trail.Remembered(to.Ref)
	}
	if j.reader.text.Doc == nil || to.Article != nil {
		j.leave()
		j.trail.Turn(to, step)
		return j.reader.loading.open()
	}
	ctx, cancel := context.WithCancel(context.Background())
	request := j.reader.app.NextRequest()
	j.coming = &coming{ctx: ctx, cancel: cancel, request: request, to: to, step: step}
	return tea.Batch(
		ui.OpenArticle(ctx, j.reader.app.Library, request, to.Ref),
		j.reader.app.After(noticeSlow, slowMsg{request}),
	)
}

// stay gives up the article that is on its way, if there is one.
func (j *journey) stay() {
	if j.coming != nil {
		j.coming.cancel()
		j.coming = nil
	}
}

// stop gives up the article that is on its way, and says so.
func (j *journey) stop() tea.Cmd {
	j.stay()
	return j.reader.app.Notify("Stopped.")
}

// comes takes a step of the opening that is on its way: the first one with a text turns the page, once no overlay is
// open on this one. When it fails, nothing changes but the notice.
func (j *journey) comes(msg ui.ArticleOpenedMsg) tea.Cmd {
	c, o := j.coming, msg.Opening
	c.read, c.size = max(c.read, o.Read), max(c.size, o.Size)
	switch {
	case text.HasText(&o.Article) && j.reader.app.Top() != ui.Screen(j.reader):
		c.waits = msg
		return nil
	case text.HasText(&o.Article):
		return j.arrive(msg)
	case !msg.Done:
		return ui.AwaitArticle(c.ctx, c.request, msg.Steps)
	}
	j.stay()
	return j.reader.app.Fail("open "+c.to.Name(), shortened{cmp.Or(o.Err, errEmpty)})
}

// shortened is an error about an address that need not be told again: it was just chosen, and the last line has room
// for the cause and the next step only.
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
func (j *journey) resume() tea.Cmd {
	c := j.coming
	if c == nil || c.waits.Request == 0 {
		return nil
	}
	msg := c.waits
	return func() tea.Msg { return msg }
}

// arrive turns to the article that was on its way.
func (j *journey) arrive(msg ui.ArticleOpenedMsg) tea.Cmd {
	r, c := j.reader, j.coming
	j.coming = nil
	j.leave()
	j.trail.Turn(c.to, c.step)
	kept := r.loading.begin()
	r.loading.ctx, r.loading.cancel, r.loading.request = c.ctx, c.cancel, c.request
	return tea.Batch(kept, r.loading.opened(msg))
}

// leave keeps the place of the article that is shown, and the article when all of it is there.
func (j *journey) leave() {
	r := j.reader
	if r.text.Doc == nil {
		return
	}
	r.toArticle()
	if r.loading.wanted == nil {
		j.trail.Here().Place, j.trail.Here().Leap = r.text.Place(), r.text.LeapToGo()
	}
	if !r.loading.more && !r.article().Partial {
		j.trail.Remember(r.article())
	}
}

// awaits reports whether a request is that of the article on its way.
func (j *journey) awaits(request int) bool { return j.coming != nil && j.coming.request == request }

// isSlow notes that the article on its way takes long.
func (j *journey) isSlow(request int) {
	if j.awaits(request) {
		j.coming.slow = true
	}
}

// stopKeys are the keys that give up the article on its way.
func stopKeys() []string { return []string{"esc", "q"} }

// underway is the last line while another article is on its way, or "".
func (j *journey) underway() string {
	c, e := j.coming, &j.reader.app.Env
	if c == nil || !c.slow {
		return ""
	}
	where := c.to.Name()
	if from := c.to.From(); from != "" {
		where = from + " · " + where
	}
	right := e.HintText(stopKeys()[0], "stop")
	if sofar := sofar(c.read, c.size); sofar != "" {
		right = e.Theme.Dim.Render(sofar) + "  " + right
	}
	return widget.Spread(e.Theme.Accent.Render("Opening "+where), right, e.W-2)
}
