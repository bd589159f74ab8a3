package ui

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// reader is the screen of one article.
type reader struct {
	app     *App
	ctx     context.Context
	cancel  context.CancelFunc
	request int
	ref     string
	article model.Article
	err     error
}

func newReader(a *App, ref string) *reader {
	ctx, cancel := context.WithCancel(context.Background())
	return &reader{app: a, ref: ref, ctx: ctx, cancel: cancel}
}

func (r *reader) start() tea.Cmd {
	r.request = r.app.nextRequest()
	return openArticle(r.ctx, r.app.Library, r.request, r.ref)
}

func (r *reader) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case articleOpenedMsg:
		return r.opened(msg)
	case tea.KeyPressMsg:
		if key.Matches(msg, r.app.keys.move.Back) {
			return r.app.pop()
		}
	}
	return nil
}

func (r *reader) opened(msg articleOpenedMsg) tea.Cmd {
	if msg.request != r.request {
		return nil // the reader has moved on
	}
	if msg.opening.Article.Sections != nil {
		r.article = msg.opening.Article
	}
	r.err = msg.opening.Err
	if msg.done {
		return nil
	}
	return awaitArticle(r.ctx, r.request, msg.steps)
}

func (r *reader) lines(area rect) []string {
	lines := make([]string, 0, area.h)
	if r.err != nil {
		lines = append(lines, r.err.Error())
	}
	draw := render.New(r.app.theme, area.w)
	for _, l := range draw.TitleBlock(r.article.Entry) {
		lines = append(lines, l.Styled)
	}
	for _, b := range r.article.Blocks() {
		for _, l := range draw.Block(b) {
			lines = append(lines, l.Styled)
		}
		if len(lines) > area.h {
			break
		}
	}
	return append(lines, make([]string, area.h)...)[:area.h]
}

func (r *reader) bindings() []key.Binding { return []key.Binding{r.app.keys.move.Back} }

func (r *reader) title() string { return r.article.Title }

func (r *reader) close() { r.cancel() }
