package feeds

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"lede/content/remote"
	"lede/content/remote/greader"
	"lede/content/remote/miniflux"
	"lede/content/remote/secret"
	"lede/content/shelf"
	"lede/content/store"
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

// Accounts returns how syncing goes with the accounts of the settings, in their order.
func (l *Desk) Accounts(ctx context.Context) ([]model.AccountState, error) {
	var all []model.AccountState
	for i := range l.o.Accounts {
		a := &l.o.Accounts[i]
		state, err := l.AccountState(ctx, a)
		if err != nil {
			return nil, err
		}
		state.Name = a.Called()
		all = append(all, state)
	}
	return all, nil
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
