package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// Library is what the screens need of the place that articles come from.
type Library interface {
	// Open starts to read the article that ref names. The channel is closed after the last step, or when ctx ends.
	Open(ctx context.Context, ref string) <-chan model.Opening
}

// ArticleOpenedMsg is a step in the opening of an article. done is set on the last one.
type ArticleOpenedMsg struct {
	Request int // the one that openArticle was called with
	Steps   <-chan model.Opening
	Opening model.Opening
	Done    bool
}

// OpenArticle starts to open ref and waits for the first step; awaitArticle waits for each one after it.
func OpenArticle(ctx context.Context, l Library, request int, ref string) tea.Cmd {
	return func() tea.Msg {
		return AwaitArticle(ctx, request, l.Open(ctx, ref))()
	}
}

// AwaitArticle waits for the next step of an opening. It returns no message when ctx has ended.
func AwaitArticle(ctx context.Context, request int, steps <-chan model.Opening) tea.Cmd {
	return func() tea.Msg {
		select {
		case <-ctx.Done():
			return nil
		case o, more := <-steps:
			return ArticleOpenedMsg{request, steps, o, !more || o.Err != nil}
		}
	}
}
