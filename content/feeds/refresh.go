package feeds

import (
	"context"
	"errors"
	"sync"
	"time"

	"lede/content/conduct"
	"lede/content/fetch"
	"lede/content/shelf"
	"lede/content/store"
	"lede/content/store/follow"
	"lede/model"
)

// Refresh asks for feeds and syncs with accounts, all of them when none is named, as far as they may be asked for now;
// a feed that is named alone is asked for sooner than by itself. What comes goes into the library feed by feed,
// whatever becomes of the others.
//
// The steps never wait for their reader: those that nobody has taken are made one with the next. The last step comes
// also when ctx has ended before, and what had come by then is kept; then the channel is closed.
func (l *Desk) Refresh(ctx context.Context, only ...model.ID) <-chan model.Refresh {
	r := &refreshing{Desk: l, out: make(chan model.Refresh, 2), logins: map[string]func() (string, error){}}
	l.Pool.Start("refresh", func() {
		defer close(r.out)
		r.step.Err = r.Sentence(r.run(ctx, only))
		r.step.Last = true
		r.out <- r.step
	})
	return r.out
}

// refreshing is a task of Refresh.
type refreshing struct {
	*Desk
	store *store.Store
	out   chan model.Refresh

	steps sync.Mutex
	step  model.Refresh

	mu      sync.Mutex // guards what follows
	order   []*asking  // in the order in which they are about to be asked for
	claimed []*asking  // those that are noted as asked for
	quiet   map[string]time.Time
	logins  map[string]func() (string, error)
	answers chan answer
}

// asking is a feed that is to be asked for.
type asking struct {
	model.Subscription
	claimed, asked, free bool
}

// answer is what has come of asking for a feed.
type answer struct {
	follow.Answer
	bytes int
}

// claims is how many feeds are noted as asked for at once: each note is a wait for the disk.
const claims = 256

func (r *refreshing) run(ctx context.Context, only []model.ID) (err error) {
	if r.o.Web == nil {
		return errors.New("nothing is fetched from the web here")
	}
	if r.store, err = r.Store(ctx); err != nil {
		return err
	}
	feeds, err := r.store.Feeds.All(ctx)
	if err != nil {
		return err
	}
	lanes := r.choose(feeds, only)
	r.answers = make(chan answer, keepFeeds)
	written := make(chan struct{})
	r.Pool.Start("keep what feeds send", func() {
		defer close(written)
		r.keepAll(ctx)
	})
	r.Pool.AtMost(conduct.AtOnce, func(run func(func())) {
		for range min(conduct.AtOnce, len(r.order)) {
			run(func() { r.work(ctx, lanes) })
		}
	})
	close(r.answers)
	<-written
	r.syncAll(ctx, r.wanted(only))
	r.o.Web.Rest()
	shelf.Purge(ctx, r.store)
	return r.giveBack(ctx)
}

// choose finds the feeds that may be asked for now, and says why the others are not.
func (r *refreshing) choose(feeds []model.Subscription, only []model.ID) *conduct.Lanes[*asking] {
	named := make(map[model.ID]bool, len(only))
	for _, id := range only {
		named[id] = true
	}
	now := r.Now()
	r.quiet = quietHosts(feeds)
	var due []*asking
	for _, f := range feeds {
		if len(only) > 0 && !named[f.ID] || f.Account != "" && len(only) != 1 { // its server brings it
			continue
		}
		wait, ok := conduct.May(&f, now, len(only) == 1, r.quiet[hostOf(f.URL)])
		if !ok {
			told := model.FeedProblem{ID: f.ID, Name: nameOf(&f), Why: wait.Why, Next: wait.Until}
			r.step.Waiting = append(r.step.Waiting, told)
			continue
		}
		due = append(due, &asking{Subscription: f})
	}
	r.step.Total = len(due) + len(r.wanted(only))
	lanes, order := conduct.NewLanes(due, func(a *asking) string { return hostOf(a.URL) })
	r.order = order
	return lanes
}

// quietHosts are the hosts that ask to be left alone, and until when.
func quietHosts(feeds []model.Subscription) map[string]time.Time {
	quiet := map[string]time.Time{}
	for i := range feeds {
		host := hostOf(feeds[i].URL)
		if f := &feeds[i]; f.Host && f.Until.After(quiet[host]) {
			quiet[host] = f.Until
		}
	}
	return quiet
}

// work asks for the feeds of one host after the other.
func (r *refreshing) work(ctx context.Context, lanes *conduct.Lanes[*asking]) {
	for lane := lanes.Open(); lane != nil && ctx.Err() == nil; lane = lanes.Open() {
		for ctx.Err() == nil {
			feed, last, ok := lane.Next()
			if !ok {
				break
			}
			r.ask(ctx, feed, last)
		}
		lane.Close()
	}
}

// ask asks for a feed and hands over what has come.
func (r *refreshing) ask(ctx context.Context, feed *asking, last bool) {
	host := hostOf(feed.URL)
	r.mu.Lock()
	until := r.quiet[host]
	r.mu.Unlock()
	if wait, ok := conduct.May(&feed.Subscription, r.Now(), true, until); !ok && until.After(r.Now()) {
		r.waits(feed, wait.Why, until)
		return
	}
	if err := r.claim(ctx, feed); err != nil {
		r.failed(feed, err.Error())
		return
	}
	if !feed.free {
		r.waits(feed, "another lede has just asked for it", time.Time{})
		return
	}
	at := r.Now()
	login, err := r.login(ctx, feed.Login)
	if err != nil {
		r.failed(feed, err.Error())
		return
	}
	feed.asked = true
	got, err := r.o.Web.Feed(ctx, fetch.FeedRequest{
		URL: feed.URL, ETag: feed.ETag, Modified: feed.Modified, Agent: feed.Agent, Headers: feed.Headers, Login: login,
		Home: feed.Home, Last: last,
	})
	if ctx.Err() != nil {
		return
	}
	if isOffline(err) { // nobody was asked
		feed.asked = false
		r.failed(feed, feedProblem(err))
		return
	}
	var refusal fetch.StatusError
	if got.Status == 0 && errors.As(err, &refusal) { // likewise: its host has just asked to be left alone
		feed.asked = false
		r.waits(feed, conduct.Silent, at.Add(refusal.Wait))
		return
	}
	a := r.understood(ctx, r.store, feed.Subscription, at, got, err)
	if ctx.Err() != nil {
		return // it may not be whole
	}
	if a.Feed.Host && a.Feed.Until.After(at) {
		r.mu.Lock()
		r.quiet[host] = a.Feed.Until
		r.mu.Unlock()
	}
	r.answers <- answer{a, len(got.Data)}
}

// claim notes that a feed is asked for, with those that are about to be: so a run that is killed has asked for them
// all the same. One that another lede has asked for meanwhile is not free.
func (r *refreshing) claim(ctx context.Context, feed *asking) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if feed.claimed {
		return nil
	}
	some := []*asking{feed}
	for _, f := range r.order {
		if len(some) < claims && !f.claimed && f != feed {
			some = append(some, f)
		}
	}
	subs := make([]model.Subscription, len(some))
	for i, f := range some {
		subs[i] = f.Subscription
	}
	free, err := r.store.Feeds.Asking(ctx, r.Now(), subs...)
	if err != nil {
		return err
	}
	for i, f := range some {
		f.claimed, f.free = true, free[i]
	}
	r.claimed = append(r.claimed, some...)
	for len(r.order) > 0 && r.order[0].claimed {
		r.order = r.order[1:]
	}
	return nil
}

// giveBack takes the note back for feeds that were not asked for after all.
func (r *refreshing) giveBack(ctx context.Context) error {
	var left []model.Subscription
	for _, f := range r.claimed {
		if f.free && !f.asked {
			left = append(left, f.Subscription)
		}
	}
	if len(left) == 0 {
		return nil
	}
	return r.store.Feeds.NotAsked(context.WithoutCancel(ctx), left...)
}
