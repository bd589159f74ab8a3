package reader

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/action"
	"lede/ui/reader/text"
	"lede/ui/widget"
)

// noLeap is the refusal of the way back where no search has moved the view.
func noLeap(r *reader) string {
	switch {
	case r.text.View != text.WholeView:
		return "Go back in the article, not in another view of it."
	case !r.text.Leap.Made:
		return "No search has moved you from where you were."
	}
	return ""
}

// move scrolls. At the end of a text that is still coming the view follows it.
func (r *reader) move(m action.Motion) tea.Cmd {
	r.text.Move(m)
	r.loading.toEnd = m == action.Bottom && r.loading.more
	return nil
}

// back ends the view of a part, or else the reader.
func (r *reader) back() tea.Cmd {
	switch {
	case r.text.Doc != nil && r.fixes.Everything:
		return r.fixes.ShowEverything(false)
	case r.text.Doc != nil && r.text.View != text.WholeView:
		r.text.SetView(text.WholeView)
		return nil
	}
	return r.app.Pop()
}

// toArticle shows the article in the place of its source text, of which no place is kept.
func (r *reader) toArticle() {
	if r.text.Doc != nil && r.text.View == text.RawView {
		r.text.SetView(text.WholeView)
	}
}

// relay lays the reader out for the terminal's present size and text width.
func (r *reader) relay() {
	if r.text.Doc != nil {
		r.links.hints = nil
		r.text.Relay()
	}
}

// redraw draws the text anew, with the place kept.
func (r *reader) redraw() {
	if r.text.Doc == nil {
		return
	}
	r.text.DrawnAnew(r.text.Redraw)
	r.links.relabel()
}

// topical is a list of articles that can be narrowed to a topic.
type topical interface {
	// ShowTopic lists the articles on a topic, whatever was listed before.
	ShowTopic(t model.Topic)
}

// listTopic goes back to the list, with the articles on a topic.
func (r *reader) listTopic(t model.Topic) tea.Cmd {
	list, ok := r.app.SiblingsOf(r).(topical)
	if !ok {
		return r.app.Notify("There is no list here to look for other articles in.")
	}
	list.ShowTopic(t)
	return r.app.Drop(r)
}

// jumps are the ways in a text that do not scroll, and what the text is shown as.
type jumps struct{ reader *reader }

// nextSection goes to the next section, or the one before.
func (j jumps) nextSection(step int) tea.Cmd {
	if !j.reader.text.NextSection(step) {
		return j.reader.app.Notify(widget.Ends("section", step))
	}
	return nil
}

// nextPost goes to the next quoted post, or the one before.
func (j jumps) nextPost(step int) tea.Cmd {
	if !j.reader.text.Jump(j.reader.text.Items.Posts, step) {
		return j.reader.app.Notify(widget.Ends("post", step))
	}
	return nil
}

// toSection goes to a section by its number, from 0.
func (j jumps) toSection(n int) tea.Cmd {
	f := j.reader.text.Flow()
	if f == nil || n >= len(j.reader.text.Items.Sections) {
		return j.reader.app.Notify("There is no such section.")
	}
	j.reader.text.ToItem(f.Shown(j.reader.text.Items.Sections[n]))
	return nil
}

// toPercent goes to where so much of the article's words stands above.
func (j jumps) toPercent(percent int) tea.Cmd {
	if !j.reader.text.ToPercent(percent) {
		return j.reader.app.Notify("The words are still being counted.")
	}
	return nil
}

// setMeasure makes the text wider or narrower, as far as the terminal goes.
func (j jumps) setMeasure(by int) tea.Cmd {
	j.reader.app.Measure = min(max(j.reader.text.Layout.Text.W+by, text.MinMeasure), text.MaxMeasure)
	j.reader.relay()
	return j.reader.app.Notify(fmt.Sprintf("The text is %d columns wide.", j.reader.text.Layout.Text.W))
}

// toggle shows a view, or the whole article again.
func (j jumps) toggle(v text.View) tea.Cmd {
	if j.reader.text.View == v {
		v = text.WholeView
	}
	kept := j.reader.keeping.keep(false) // none is kept of the source text
	j.reader.text.SetView(v)
	return kept
}
