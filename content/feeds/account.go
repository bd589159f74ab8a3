package feeds

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lede/content/remote"
	"lede/content/remote/engine"
	"lede/content/remote/greader"
	"lede/content/remote/miniflux"
	"lede/content/remote/secret"
	"lede/content/shelf"
	"lede/content/store"
	"lede/content/store/follow"
	"lede/content/store/ledger"
	"lede/model"
)

// Passwords knows where the passwords of accounts are: beside the settings.
func (l *Desk) Passwords() secret.Places {
	return secret.Places{Folder: filepath.Join(filepath.Dir(l.o.Config), "passwords"), Start: l.o.Start}
}

// connect returns a client of an account's server. With no password it is taken from where the account says.
func (l *Desk) connect(ctx context.Context, a *model.Account, password string) (remote.Service, error) {
	if l.o.Web == nil {
		return nil, errors.New("nothing is fetched from the web here")
	}
	if password == "" {
		var err error
		if password, err = l.Passwords().Of(ctx, a); err != nil {
			return nil, err
		}
	}
	way, err := l.o.Web.API(a.Address)
	if err != nil {
		return nil, err
	}
	return client(a.Kind, remote.Config{
		Address: a.Address, User: a.User, Secret: password, App: remote.AppKey{ID: a.AppID, Key: a.AppKey},
		Transport: way, Now: l.Now,
	})
}

// client returns a client of a kind of server.
func client(kind string, c remote.Config) (remote.Service, error) {
	switch kind {
	case model.Miniflux:
		return miniflux.New(c)
	case model.GReader:
		return greader.New(c)
	}
	return nil, fmt.Errorf("%q is not a kind of server that lede knows: use %s", kind,
		strings.Join(model.AccountKinds(), " or "))
}

// CheckAccount asks the server of an account who the user is. With no password it is taken from where the account
// says. Its errors are sentences.
func (l *Desk) CheckAccount(ctx context.Context, a *model.Account, password string) (model.AccountState, error) {
	service, err := l.connect(ctx, a, password)
	if err != nil {
		return model.AccountState{}, err
	}
	who, err := service.Check(ctx)
	l.o.Web.Rest()
	server := who.Server
	if who.Version != "" {
		server += " " + who.Version
	}
	if err != nil {
		return model.AccountState{}, err
	}
	return shelf.Ask(ctx, l.Shelf, func(s *store.Store) (model.AccountState, error) {
		state, err := s.Ledger().Open(ctx, a.ID())
		if err == nil && (state.Server != server || state.User != who.User) {
			state.Server, state.User = server, who.User
			err = s.Ledger().KeepState(ctx, state)
		}
		return state, err
	})
}

// AccountState returns how syncing with an account goes; what is known of it is zero before the first sync.
func (l *Desk) AccountState(ctx context.Context, a *model.Account) (model.AccountState, error) {
	if !l.Exists() {
		return model.AccountState{ID: a.ID()}, nil
	}
	return shelf.Ask(ctx, l.Shelf, func(s *store.Store) (model.AccountState, error) {
		state, err := s.Ledger().State(ctx, a.ID())
		if errors.Is(err, ledger.ErrNoAccount) {
			return model.AccountState{ID: a.ID()}, nil
		}
		return state, err
	})
}

// RemoveAccount ends syncing with an account. Its feeds and articles stay, and lede asks for the feeds itself.
func (l *Desk) RemoveAccount(ctx context.Context, a *model.Account) error {
	return l.Tell(ctx, func(s *store.Store) error {
		if err := s.Ledger().Remove(ctx, a.ID()); !errors.Is(err, ledger.ErrNoAccount) {
			return err
		}
		return nil
	})
}

// Sync syncs with accounts, one after the other. The steps never wait for their reader, but for the last of each
// account, which comes also when ctx has ended; then the channel is closed.
func (l *Desk) Sync(ctx context.Context, accounts ...model.Account) <-chan model.Syncing {
	out := make(chan model.Syncing, 2)
	l.Pool.Start("sync", func() {
		defer close(out)
		for i := range accounts {
			out <- l.syncOne(ctx, &accounts[i], func(step model.Syncing) {
				if len(out) == 0 {
					out <- step
				}
			})
		}
		if l.o.Web != nil {
			l.o.Web.Rest()
		}
	})
	return out
}

// syncOne syncs with one account and keeps how it went.
func (l *Desk) syncOne(ctx context.Context, a *model.Account, tell func(model.Syncing)) model.Syncing {
	last := model.Syncing{Account: a.ID(), Name: a.Called(), Last: true}
	s, err := l.Store(ctx)
	if err != nil {
		last.Err = err
		return last
	}
	books := s.Ledger()
	state, err := books.Open(ctx, a.ID())
	if err != nil {
		last.Err = l.Sentence(err)
		return last
	}
	now := l.Now().UTC().Truncate(time.Second)
	if state.Until.After(now) && state.Until.Sub(now) < longestQuiet {
		last.Err = remote.WaitError{Host: a.Called(), Wait: state.Until.Sub(now)}
		return last
	}
	state.Tried, state.Until = now, time.Time{}
	last.Exchange, last.Err = l.syncWith(ctx, s, a, tell)
	if ctx.Err() != nil {
		return last
	}
	var wait remote.WaitError
	switch {
	case errors.As(last.Err, &wait):
		state.Until = now.Add(max(wait.Wait, time.Minute))
		state.Error = last.Err.Error()
	case last.Err != nil:
		state.Error = last.Err.Error()
	default:
		state.Synced, state.Error, state.Last = now, "", last.Exchange
	}
	if err := books.KeepState(ctx, state); err != nil && last.Err == nil {
		last.Err = l.Sentence(err)
	}
	return last
}

// syncAll syncs with all accounts, as a part of a refresh of everything.
func (r *refreshing) syncAll(ctx context.Context) {
	for i := range r.o.Accounts {
		if ctx.Err() != nil {
			return
		}
		s := r.syncOne(ctx, &r.o.Accounts[i], func(model.Syncing) {})
		if ctx.Err() != nil {
			return
		}
		r.tell(s.Name, func(step *model.Refresh) {
			step.New, step.Changed = step.New+s.New, step.Changed+s.Changed
			note := strings.Join(s.Notes, " ")
			switch {
			case s.Err != nil:
				step.Failed = append(step.Failed, model.FeedProblem{ID: s.Account, Name: s.Name, Why: s.Err.Error()})
			case s.New+s.Changed > 0 || note != "":
				news := model.FeedNews{ID: s.Account, Name: s.Name, New: s.New, Changed: s.Changed, Note: note}
				step.Fresh = append(step.Fresh, news)
			default:
				step.Same++
			}
		})
	}
}

// withSyncing says of the feeds that accounts bring how syncing with these goes.
func (l *Desk) withSyncing(ctx context.Context, s *store.Store, feeds []model.Subscription) error {
	if !slices.ContainsFunc(feeds, func(f model.Subscription) bool { return f.Account != "" }) {
		return nil
	}
	states, err := s.Ledger().States(ctx)
	if err != nil {
		return err
	}
	for i := range states {
		for j := range l.o.Accounts {
			if a := &l.o.Accounts[j]; a.ID() == states[i].ID {
				states[i].Name = a.Called()
			}
		}
		for j := range feeds {
			if feeds[j].Account == states[i].ID {
				feeds[j].Syncing = &states[i]
			}
		}
	}
	return nil
}

// FollowThere has feeds of the library followed on an account's server, too, from the next sync on.
func (l *Desk) FollowThere(ctx context.Context, a *model.Account, feeds ...model.ID) error {
	return l.Tell(ctx, func(s *store.Store) error {
		if _, err := s.Ledger().Open(ctx, a.ID()); err != nil {
			return err
		}
		return s.Ledger().SubscribeThere(ctx, a.ID(), feeds...)
	})
}

// longestQuiet is how long a server may ask to be left alone: a clock that was wrong has written more.
const longestQuiet = 8 * 24 * time.Hour

// syncWith is the sync itself.
func (l *Desk) syncWith(
	ctx context.Context, s *store.Store, a *model.Account, tell func(model.Syncing),
) (model.Exchange, error) {
	service, err := l.connect(ctx, a, "")
	if err != nil {
		return model.Exchange{}, err
	}
	sync := engine.Sync{
		Service: service, Shelf: door{s.Ledger(), l, s}, Account: a.ID(), Name: a.Called(), Tell: tell,
	}
	return sync.Run(ctx)
}

// door is the library as a sync needs it: entries of a server pass the same door as those of feeds.
type door struct {
	*ledger.Ledger
	desk  *Desk
	store *store.Store
}

// Keep implements engine.Shelf.
func (d door) Keep(
	ctx context.Context, id model.ID, entries []remote.Entry, cursor *remote.Cursor,
) (added, changed int, err error) {
	out := store.Delivery{Account: id}
	if cursor != nil {
		at := string(*cursor)
		if was, err := d.Cursor(ctx, id); err != nil || len(entries) == 0 && was == at {
			return 0, 0, err
		}
		out.Cursor = &at
	}
	if err := d.deliver(ctx, &out, entries); err != nil {
		return 0, 0, err
	}
	kept, err := d.store.KeepDelivery(ctx, &out)
	for _, k := range slices.Concat(kept...) {
		switch k.How {
		case model.Added, model.Apart:
			added++
		case model.Updated:
			changed++
		case model.Known, model.Shorter:
		}
	}
	return added, changed, d.desk.Sentence(err)
}

// deliver makes articles of entries, feed by feed. Of one that the library does not have nothing is kept.
func (d door) deliver(ctx context.Context, out *store.Delivery, entries []remote.Entry) error {
	feeds, err := d.subscriptions(ctx, out.Account)
	if err != nil {
		return err
	}
	at := map[remote.FeedID]int{}
	var all [][]model.Item
	for _, e := range entries {
		feed, ok := feeds[string(e.Feed)]
		if !ok {
			continue
		}
		i, ok := at[e.Feed]
		if !ok {
			i = len(all)
			at[e.Feed] = i
			all, out.Answers = append(all, nil), append(out.Answers, follow.Answer{Feed: feed})
		}
		all[i] = append(all[i], e.Item)
		out.Links = append(out.Links, ledger.Link{
			Remote: string(e.ID), Feed: string(e.Feed), GUID: e.Item.ID, Read: e.Read, Starred: e.Starred, Hash: e.Hash,
		})
	}
	for i := range all {
		slices.Reverse(all[i]) // they come by arrival, and a feed has its newest first
		feed := out.Answers[i].Feed
		f := model.Feed{Title: feed.Title, Home: feed.Site, Items: all[i]}
		if err := d.desk.entries(ctx, d.store, &feed, &f, &out.Answers[i]); err != nil {
			return err
		}
	}
	return nil
}

// subscriptions are the feeds of an account, by the server's IDs.
func (d door) subscriptions(ctx context.Context, id model.ID) (map[string]model.Subscription, error) {
	ids, err := d.Feeds(ctx, id)
	if err != nil {
		return nil, err
	}
	all, err := d.store.Feeds.All(ctx)
	if err != nil {
		return nil, err
	}
	byID := make(map[model.ID]model.Subscription, len(all))
	for _, s := range all {
		byID[s.ID] = s
	}
	feeds := make(map[string]model.Subscription, len(ids))
	for remote, id := range ids {
		feeds[remote] = byID[id]
	}
	return feeds, nil
}
