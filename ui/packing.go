package ui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
)

// packLimit is how many articles are brought in at most because one links to them.
const packLimit = 50

// packing is the bringing in of what an article links to. It goes on while the reader reads on; there is one at a time.
type packing struct {
	cancel  context.CancelFunc // nil when it has ended
	step    model.Progress
	errs    []string
	stopped bool
}

// packedMsg is a step of it. done tells that no other follows.
type packedMsg struct {
	of    *packing
	steps <-chan model.Progress
	step  model.Progress
	done  bool
}

// running tells whether something is brought in now.
func (p *packing) running() bool { return p != nil && p.cancel != nil }

// String tells how far it is: "bringing in 4 of 12".
func (p *packing) String() string {
	if !p.running() {
		return ""
	}
	if p.step.Total == 0 {
		return "bringing in …"
	}
	return "bringing in " + number(p.step.Done) + " of " + number(p.step.Total)
}

// pack keeps an article and starts to bring in what it links to.
func (a *App) pack(article model.Article, all bool) tea.Cmd {
	ctx, cancel := context.WithCancel(context.Background())
	p := &packing{cancel: cancel}
	a.packing = p
	store := a.Store
	return func() tea.Msg { return awaitPacked(p, store.Pack(ctx, article, all, packLimit))() }
}

func awaitPacked(p *packing, steps <-chan model.Progress) tea.Cmd {
	return func() tea.Msg {
		step, more := <-steps
		return packedMsg{p, steps, step, !more}
	}
}

// take takes a step. At the end it tells what has come, and every screen that the library is another one.
func (p *packing) take(a *App, msg packedMsg) tea.Cmd {
	if !msg.done {
		p.step = msg.step
		for _, err := range msg.step.Errs {
			a.Log.Error("bring in", "err", err)
			p.errs = append(p.errs, clean.Line(err.Error()))
		}
		return awaitPacked(p, msg.steps)
	}
	p.end()
	done := storeChangedMsg{done: p.sum(a)}
	return tea.Batch(a.changeMade(done), a.broadcast(done))
}

// end ends it. What has come by then stays.
func (p *packing) end() {
	if p.running() {
		p.cancel()
		p.cancel = nil
	}
}

// sum tells at the end what has come.
func (p *packing) sum(a *App) string {
	parts := []string{"Brought in " + articles(p.step.Added)}
	if p.step.Known > 0 {
		parts = append(parts, number(p.step.Known)+" here before")
	}
	if p.step.Left > 0 {
		parts = append(parts, number(p.step.Left)+" left out")
	}
	if n := len(p.errs); n > 0 {
		parts = append(parts, number(n)+" not, "+a.keyOf("pack")+" tells why")
	}
	text := strings.Join(parts, " · ") + "."
	if p.stopped {
		return "Stopped. " + text
	}
	return text
}
