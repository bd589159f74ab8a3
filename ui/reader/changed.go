package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/diff"
	"lede/model/query"
	"lede/ui/reader/text"
)

// changed is what has changed in an article since the user read it: the text before, and the sentences that came,
// went or were reworded.
type changed struct {
	reader *reader
	list   []diff.Change
	before *model.Article // the text that the user has read, or nil
	now    *model.Article // the newest text, while the one before is shown; else nil
	lit    *text.Matcher  // finds the changed sentences in the text that is shown, or nil
}

// changesKnownMsg brings what has changed in an article.
type changesKnownMsg struct {
	request int
	before  model.Article
	changes []diff.Change
	err     error
}

// ask looks up what has changed since the article was read.
func (c *changed) ask(ctx context.Context, id model.ID) tea.Cmd {
	store, request := c.reader.app.Store, c.reader.loading.request
	return func() tea.Msg {
		before, changes, err := store.Changed(ctx, id)
		return changesKnownMsg{request, before, changes, err}
	}
}

// take takes what has changed, and says so.
func (c *changed) take(msg changesKnownMsg) tea.Cmd {
	r := c.reader
	if msg.err != nil {
		r.app.Log.Error("look up what has changed", "err", msg.err)
	}
	if msg.request != r.loading.request || msg.err != nil || len(msg.changes) == 0 || c.now != nil {
		return nil
	}
	c.list, c.before, c.lit = msg.changes, &msg.before, nil
	return r.app.Notify("Changed since you read it: " + diff.Summary(msg.changes) + ". " +
		r.app.KeyOf(articleGroup, "change") + " goes to the next change.")
}

// next goes to the next changed sentence of the text that is shown, and lights all of them.
func (c *changed) next() tea.Cmd {
	r, shown := c.reader, &c.reader.text
	r.toArticle()
	if s := shown.Search; s != nil && s.Matcher == c.lit {
		return s.Next(1)
	}
	phrases := c.phrases()
	switch {
	case len(phrases) == 0 && c.now == nil:
		return r.app.Notify("What changed was taken out. " + r.app.KeyOf(articleGroup, "text-before") +
			" shows the text before.")
	case len(phrases) == 0:
		return r.app.Notify("What changed was added later. " + r.app.KeyOf(articleGroup, "text-before") +
			" shows the text now.")
	}
	c.lit = text.NewWordMatcher(phrases)
	return shown.Seek(r.loading.ctx, c.lit, shown.Doc.Top, false)
}

// phrases are the changed sentences of the text that is shown, as words to be found.
func (c *changed) phrases() (phrases []query.Phrase) {
	for _, change := range c.list {
		sentence := change.New
		if c.now != nil {
			sentence = change.Old
		}
		if words := query.Tokens(sentence); len(words) > 0 && change.Part != diff.Title && change.Part != diff.Byline {
			phrases = append(phrases, query.Phrase{Words: words})
		}
	}
	return phrases
}

// toggle shows the text before, or the newest one again, with what has changed lit.
func (c *changed) toggle() tea.Cmd {
	r := c.reader
	kept := r.keeping.keep(false) // none is kept of the text before
	if c.now != nil {
		return tea.Batch(kept, c.toNow(), c.light())
	}
	r.toArticle()
	c.now = r.article()
	return tea.Batch(kept, c.show(c.before), c.light(),
		r.app.Notify("This is the text as you read it. "+r.app.KeyOf(articleGroup, "text-before")+" shows the text now."))
}

// toNow shows the newest text in the place of the one before.
func (c *changed) toNow() tea.Cmd {
	if c.now == nil {
		return nil
	}
	now := c.now
	c.now = nil
	return c.show(now)
}

func (c *changed) show(a *model.Article) tea.Cmd {
	r := c.reader
	r.text.EndSearch()
	c.lit = nil
	cmd := r.text.Show(r.loading.ctx, a)
	r.links.relabel()
	return cmd
}

// light lights what has changed in the text that is shown, which stays where it is.
func (c *changed) light() tea.Cmd {
	phrases := c.phrases()
	if len(phrases) == 0 {
		return nil
	}
	c.lit = text.NewWordMatcher(phrases)
	return c.reader.text.Seek(c.reader.loading.ctx, c.lit, c.reader.text.Doc.Top, true)
}

// noChanges is the refusal of what needs some.
func noChanges(r *reader) string {
	if r.changed.before == nil {
		return "Nothing has changed since you read it."
	}
	return ""
}

// beforeWords is what the key leads to that shows the text before.
func beforeWords(r *reader) string {
	if r.changed.now != nil {
		return "text now"
	}
	return "text before"
}
