package feeds

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"lede/content/remote"
	"lede/content/remote/engine"
	"lede/content/store"
	"lede/model"
)

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

// wanted are the accounts that a refresh is for: all of them when nothing is named.
func (r *refreshing) wanted(only []model.ID) []model.Account {
	if len(only) == 0 {
		return r.o.Accounts
	}
	return slices.DeleteFunc(slices.Clone(r.o.Accounts), func(a model.Account) bool {
		return !slices.Contains(only, a.ID())
	})
}

// syncAll syncs with accounts, as a part of a refresh.
func (r *refreshing) syncAll(ctx context.Context, accounts []model.Account) {
	for i := range accounts {
		if ctx.Err() != nil {
			return
		}
		s := r.syncOne(ctx, &accounts[i], func(model.Syncing) {})
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
