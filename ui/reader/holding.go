package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// holdings is what the library holds of what links lead to, by the addresses as they stand in the article.
type holdings map[string]model.Held

// of returns what the library holds at an address.
func (h holdings) of(url string) render.Holding {
	switch held, ok := h[url]; {
	case !ok:
		return render.NotHeld
	case held.Read:
		return render.HeldRead
	}
	return render.Held
}

// maxAsked is how many links of an article are looked up.
const maxAsked = 5000

// linksHeldMsg brings what the library holds of the links of an article.
type linksHeldMsg struct {
	items *items
	held  holdings
	err   error
}

// ask looks all links of the article up in the library at once.
func (l *links) ask() tea.Cmd {
	r := l.reader
	if r.text.items == nil {
		return nil
	}
	store, ctx, it := r.app.Store, r.loading.ctx, r.text.items
	return func() tea.Msg {
		held, err := store.Held(ctx, it.addresses())
		msg := linksHeldMsg{it, make(holdings, len(held)), err}
		for _, h := range held {
			msg.held[h.URL] = h
		}
		return msg
	}
}

// of returns what the library holds at an address.
func (l *links) of(url string) render.Holding { return l.held.of(url) }

// known marks the links to what the library holds.
func (l *links) known(msg linksHeldMsg) {
	switch r := l.reader; {
	case msg.items != r.text.items:
		return // the reader has moved on
	case msg.err != nil:
		r.app.Log.Error("look up the links", "err", msg.err)
	case !sameHoldings(l.held, msg.held):
		l.held = msg.held
		r.redraw()
	}
}

func sameHoldings(a, b holdings) bool {
	if len(a) != len(b) {
		return false
	}
	for url := range a {
		if _, ok := b[url]; !ok || a.of(url) != b.of(url) {
			return false
		}
	}
	return true
}

// addresses are the addresses of the article's links, each once, at most maxAsked.
func (it *items) addresses() []string {
	var all []string
	seen := map[string]bool{"": true}
	add := func(urls ...string) {
		for _, url := range urls {
			if !seen[url] && len(all) < maxAsked {
				seen[url] = true
				all = append(all, url)
			}
		}
	}
	var of func(b model.Block)
	of = func(b model.Block) {
		switch b := b.(type) {
		case model.Prose:
			add(render.Addresses(b.Source)...)
		case model.Notice:
			add(render.Addresses(b.Source)...)
		case model.Related:
			add(addressesOf(b.Links)...)
		case model.Post:
			add(b.URL)
			add(addressesOf(b.Links)...)
			for _, inner := range b.Body {
				of(inner)
			}
		case model.Code, model.Image, nil:
		}
	}
	for _, i := range it.all {
		of(i.block)
	}
	return all
}

func addressesOf(links []model.Link) []string {
	urls := make([]string, len(links))
	for i, l := range links {
		urls[i] = l.URL
	}
	return urls
}
