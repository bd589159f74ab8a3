package ui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/address"
	"lede/model/clean"
	"lede/model/figure"
)

// packLimit is how many articles are brought in at most because one links to them.
const packLimit = 50

// packing is the bringing in of what an article links to, or of addresses. It goes on while the reader reads on;
// there is one at a time.
type packing struct {
	cancel  context.CancelFunc // nil when it has ended
	step    model.Progress
	Errs    []string
	Stopped bool
}

// PackedMsg is a step of it. done is set on the last one.
type PackedMsg struct {
	Of    *packing
	Steps <-chan model.Progress
	Step  model.Progress
	Done  bool
}

// Running reports whether something is brought in now.
func (p *packing) Running() bool { return p != nil && p.cancel != nil }

// String is how far it is: "bringing in 4 of 12".
func (p *packing) String() string {
	if !p.Running() {
		return ""
	}
	if p.step.Total == 0 {
		return "bringing in …"
	}
	return "bringing in " + figure.Number(p.step.Done) + " of " + figure.Number(p.step.Total)
}

// Pack keeps an article and starts to bring in what it links to.
func (a *App) Pack(article model.Article, all bool) tea.Cmd {
	store := a.Store
	return a.bringIn(func(ctx context.Context) <-chan model.Progress { return store.Pack(ctx, article, all, packLimit) })
}

// Add starts to bring in what addresses lead to.
func (a *App) Add(addresses []string) tea.Cmd {
	if a.Packing.Running() {
		return a.Notify("Something is being brought in already: paste again when it has come.")
	}
	store := a.Store
	cmd := a.bringIn(func(ctx context.Context) <-chan model.Progress { return store.Add(ctx, addresses, "") })
	host := address.Name(addresses[0])
	if n := len(addresses); n > 1 {
		host = figure.Number(n) + " pages"
	}
	return tea.Batch(cmd, a.Notify("Fetching "+host+" for your library …"))
}

// StopPacking ends what is being brought in, as the user wishes.
func (a *App) StopPacking() {
	a.Packing.Stopped = true
	a.Packing.End()
}

func (a *App) bringIn(start func(context.Context) <-chan model.Progress) tea.Cmd {
	ctx, cancel := context.WithCancel(context.Background())
	p := &packing{cancel: cancel}
	a.Packing = p
	return func() tea.Msg { return awaitPacked(p, start(ctx))() }
}

func awaitPacked(p *packing, steps <-chan model.Progress) tea.Cmd {
	return func() tea.Msg {
		step, more := <-steps
		return PackedMsg{p, steps, step, !more}
	}
}

// take takes a step. At the end it reports what has come, and lets every screen know that the library has changed.
func (p *packing) take(a *App, msg PackedMsg) tea.Cmd {
	if !msg.Done {
		p.step = msg.Step
		for _, err := range msg.Step.Errs {
			a.Log.Error("bring in", "err", err)
			p.Errs = append(p.Errs, clean.Line(err.Error()))
		}
		return awaitPacked(p, msg.Steps)
	}
	p.End()
	done := StoreChangedMsg{done: p.sum(a)}
	return tea.Batch(done.tell(a), a.broadcast(done))
}

// End ends it. What has come by then stays.
func (p *packing) End() {
	if p.Running() {
		p.cancel()
		p.cancel = nil
	}
}

// sum is what has come in the end.
func (p *packing) sum(a *App) string {
	if len(p.Errs) == 1 && p.step.Added+p.step.Known == 0 {
		return p.Errs[0]
	}
	parts := []string{"Brought in " + figure.Articles(p.step.Added)}
	if p.step.Known > 0 {
		parts = append(parts, figure.Number(p.step.Known)+" here before")
	}
	if p.step.Left > 0 {
		parts = append(parts, figure.Number(p.step.Left)+" left out")
	}
	if n := len(p.Errs); n > 0 {
		parts = append(parts, figure.Number(n)+" not, "+a.KeyOf("article", "pack")+" tells why")
	}
	text := strings.Join(parts, " · ") + "."
	if p.Stopped {
		return "Stopped. " + text
	}
	return text
}
