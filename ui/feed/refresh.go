// Package feed is what the screens have of feeds: asking for what is new in those that the user
// follows, the list of them, and following one more.
//
// Start with Refresh.
package feed

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui"
)

// none says how to follow a feed, where there are none.
func none(a *ui.App) string {
	if key := a.KeyOf("article", "follow-feed"); key != "" {
		return "You follow no feeds. Open a page and press " + key + ", or use lede feed add."
	}
	return "You follow no feeds. Add one with: lede feed add ADDRESS"
}

// Refresh asks for what is new in feeds while the user reads on. There is one at a time. The zero value is ready to
// start.
type Refresh struct {
	cancel  context.CancelFunc // nil when none is under way
	stopped bool               // the user has stopped it
	step    model.Refresh      // the latest one
	fresh   int                // feeds with new articles
	account string             // the only account that is synced with; "" for everything
	failed  []model.FeedProblem
	waiting []model.FeedProblem
}

// RefreshedMsg is a step of a refresh. Done is set when there are no more.
type RefreshedMsg struct {
	Steps <-chan model.Refresh
	Step  model.Refresh
	Done  bool
}

// Start asks for all feeds that are due, and syncs with all accounts, until ctx ends.
func (r *Refresh) Start(ctx context.Context, a *ui.App) tea.Cmd { return r.start(ctx, a, "") }

// Sync syncs with one account, until ctx ends.
func (r *Refresh) Sync(ctx context.Context, a *ui.App, account *model.AccountState) tea.Cmd {
	return r.start(ctx, a, AccountName(account), account.ID)
}

func (r *Refresh) start(ctx context.Context, a *ui.App, account string, only ...model.ID) tea.Cmd {
	if r.Running() {
		return a.Notify("The feeds are being asked for already.")
	}
	feeds := a.Feeds
	ctx, cancel := context.WithCancel(ctx)
	*r = Refresh{cancel: cancel, account: account}
	return func() tea.Msg { return await(feeds.Refresh(ctx, only...))() }
}

// await waits for the next step. The last one comes also when the refresh is stopped.
func await(steps <-chan model.Refresh) tea.Cmd {
	return func() tea.Msg {
		step, more := <-steps
		return RefreshedMsg{Steps: steps, Step: step, Done: !more}
	}
}

// Running reports whether feeds are being asked for.
func (r *Refresh) Running() bool { return r.cancel != nil }

// Stop ends it. What has come by then stays.
func (r *Refresh) Stop() {
	if r.Running() {
		r.stopped = true
		r.cancel()
	}
}

// Take takes a step, and at the end says what has come.
func (r *Refresh) Take(a *ui.App, msg RefreshedMsg) tea.Cmd {
	if !msg.Done {
		r.add(a, msg.Step)
		return await(msg.Steps)
	}
	if !r.Running() {
		return nil
	}
	r.cancel()
	r.cancel = nil
	if err := r.step.Err; err != nil && !r.stopped && !errors.Is(err, context.Canceled) {
		return a.Fail("refresh the feeds", err)
	}
	return a.Notify(r.sum(a))
}

func (r *Refresh) add(a *ui.App, step model.Refresh) {
	r.step = step
	for _, n := range step.Fresh {
		if n.New > 0 {
			r.fresh++
		}
	}
	for _, p := range step.Failed {
		a.Log.Error("refresh a feed", "feed", p.Name, "why", p.Why)
	}
	r.failed = append(r.failed, step.Failed...)
	r.waiting = append(r.waiting, step.Waiting...)
}

// Progress is how far it is, "" when none is under way.
func (r *Refresh) Progress() string {
	switch {
	case !r.Running():
		return ""
	case r.stopped:
		return "Stopping …"
	case r.account != "":
		return "Syncing with " + r.account + " …"
	case r.step.Total == 0:
		return "Asking for new articles …"
	}
	parts := []string{figure.Number(r.step.Done) + " of " + count(r.step.Total)}
	if r.step.New > 0 {
		parts = append(parts, figure.Number(r.step.New)+" new")
	}
	if r.step.Name != "" {
		parts = append(parts, clean.Line(r.step.Name))
	}
	return strings.Join(parts, " · ")
}

// sum says in the end what is new and what failed.
func (r *Refresh) sum(a *ui.App) string {
	var parts []string
	if r.stopped {
		parts = append(parts, "Stopped.")
	}
	if r.account != "" {
		return strings.Join(append(parts, r.synced()), " ")
	}
	switch {
	case r.step.Total == 0 && len(r.waiting) > 0:
		parts = append(parts, r.notDue(a.Now()))
	case r.step.Total == 0 && !r.stopped:
		parts = append(parts, none(a))
	case r.step.New > 0:
		parts = append(parts, strings.Replace(figure.Articles(r.step.New), " ", " new ", 1)+" from "+count(r.fresh)+".")
	case r.step.Changed > 0:
		parts = append(parts, "Nothing new.")
	case len(r.failed) < r.step.Done || r.stopped:
		parts = append(parts, "Nothing new in "+count(r.step.Done-len(r.failed))+".")
	}
	if r.step.Changed > 0 {
		parts = append(parts, figure.Articles(r.step.Changed)+" changed.")
	}
	if n := len(r.failed); n > 0 {
		p := r.failed[0]
		text := count(n) + " failed: "
		if n > 1 {
			text = count(n) + " failed, among them "
		}
		parts = append(parts, text+clean.Line(p.Name)+": "+strings.TrimRight(clean.Line(p.Why), ".")+".")
	}
	return strings.Join(parts, " ")
}

// synced says in the end what syncing with one account has brought.
func (r *Refresh) synced() string {
	switch {
	case len(r.failed) > 0:
		return r.account + ": " + strings.TrimRight(clean.Line(r.failed[0].Why), ".") + "."
	case r.step.New+r.step.Changed == 0:
		return "Nothing new on " + r.account + "."
	}
	return r.account + ": " + Brought(&model.Exchange{New: r.step.New, Changed: r.step.Changed}) + "."
}

// notDue says why no feed is asked for now.
func (r *Refresh) notDue(now time.Time) string {
	var next time.Time
	for _, p := range r.waiting {
		if p.Next.After(now) && (next.IsZero() || p.Next.Before(next)) {
			next = p.Next
		}
	}
	if next.IsZero() {
		p := r.waiting[0]
		return "No feed is asked for now. " + clean.Line(p.Name) + ": " + strings.TrimRight(clean.Line(p.Why), ".") + "."
	}
	return "No feed is due yet. The next one is in " + figure.Wait(next.Sub(now)) + "."
}

func count(n int) string {
	if n == 1 {
		return "1 feed"
	}
	return figure.Number(n) + " feeds"
}
