package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/reader/text"
	"lede/ui/render"
)

// linksHeldMsg brings what the library holds of the links of an article.
type linksHeldMsg struct {
	items *text.Items
	held  text.Holdings
	err   error
}

// ask looks all links of the article up in the library at once.
func (l *links) ask() tea.Cmd {
	r := l.reader
	if r.text.Items == nil {
		return nil
	}
	store, ctx, it := r.app.Store, r.loading.ctx, r.text.Items
	return func() tea.Msg {
		held, err := store.Held(ctx, it.Addresses())
		msg := linksHeldMsg{it, make(text.Holdings, len(held)), err}
		for _, h := range held {
			msg.held[h.URL] = h
		}
		return msg
	}
}

// of returns what the library holds at an address.
func (l *links) of(url string) render.Holding { return l.held.Of(url) }

// known marks the links to what the library holds.
func (l *links) known(msg linksHeldMsg) {
	switch r := l.reader; {
	case msg.items != r.text.Items:
		return // the reader has moved on
	case msg.err != nil:
		r.app.Log.Error("look up the links", "err", msg.err)
	case !sameHoldings(l.held, msg.held):
		l.held = msg.held
		r.redraw()
	}
}

func sameHoldings(a, b text.Holdings) bool {
	if len(a) != len(b) {
		return false
	}
	for url := range a {
		if _, ok := b[url]; !ok || a.Of(url) != b.Of(url) {
			return false
		}
	}
	return true
}
