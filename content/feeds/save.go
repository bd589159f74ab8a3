package feeds

import (
	"context"
	"slices"

	"lede/content/remote"
	"lede/content/shelf"
	"lede/content/store"
	"lede/model"
)

// SaveThere has the servers of the accounts hand articles on to the read-later services that the user has set up on
// them. It returns which of the articles were handed on, also beside an error; those that no server has are not. Its
// errors are sentences.
func (l *Desk) SaveThere(ctx context.Context, ids ...model.ID) (saved []model.ID, err error) {
	if l.o.Web != nil {
		defer l.o.Web.Rest()
	}
	for i := range l.o.Accounts {
		a := &l.o.Accounts[i]
		remotes, err := shelf.Ask(ctx, l.Shelf, func(s *store.Store) (map[model.ID]string, error) {
			return s.Ledger().Remotes(ctx, a.ID(), ids)
		})
		if err != nil || len(remotes) == 0 {
			if err != nil {
				return saved, err
			}
			continue
		}
		service, err := l.connect(ctx, a, "")
		if err != nil {
			return saved, err
		}
		for _, id := range ids {
			if remotes[id] == "" || slices.Contains(saved, id) {
				continue
			}
			if err := service.Save(ctx, remote.EntryID(remotes[id])); err != nil {
				return saved, err
			}
			saved = append(saved, id)
		}
	}
	return saved, nil
}
