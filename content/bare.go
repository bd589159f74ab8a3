package content

import (
	"context"

	"lede/content/pool"
	"lede/content/store"
	"lede/content/visit"
	"lede/model"
	"lede/model/query"
)

// StageFetching is the stage of pages that are fetched for articles that have no text yet.
const StageFetching = "fetching"

// Fetch fetches the pages of the articles that the query asks for and of which only the address is kept, at most limit
// of them, and keeps them. It asks sites as Pack does. What cannot be fetched is told in the steps. The last step
// comes also when ctx has ended before; what was fetched until then is kept.
func (l *Library) Fetch(ctx context.Context, q query.Query, limit int) <-chan model.Progress {
	p := &packing{Library: l, Reports: pool.NewReports(StageFetching)}
	l.Pool.Start("fetch", func() {
		defer close(p.Out)
		if err := p.fetchBare(ctx, q, limit); err != nil {
			p.Fail(l.Sentence(err))
		}
		p.Last()
	})
	return p.Out
}

func (p *packing) fetchBare(ctx context.Context, q query.Query, limit int) error {
	s, err := p.Store(ctx)
	if err != nil {
		return err
	}
	bare, err := s.Bare(ctx, q)
	if err != nil {
		return err
	}
	if p.Step.Left = max(0, len(bare)-limit); p.Step.Left > 0 {
		bare = bare[:limit]
	}
	byURL := make(map[string]model.ID, len(bare))
	addresses := make([]string, len(bare))
	for i, h := range bare {
		byURL[h.URL], addresses[i] = h.ID, h.URL
	}
	p.Step.Total = len(addresses)
	p.Send()
	working, stop := context.WithCancel(ctx)
	defer stop()
	for f := range visit.New(p.Reader, p.rest).Pages(working, addresses) {
		if ctx.Err() != nil && f.Err != nil {
			continue
		}
		p.Step.Done++
		if f.Err == nil {
			f.Err = p.fillOne(ctx, s, byURL[f.URL], f.Article)
		}
		p.Fail(f.Err)
		p.Send()
	}
	return nil
}

// fillOne keeps a page that has been fetched for an article, also when ctx has ended since.
func (p *packing) fillOne(ctx context.Context, s *store.Store, id model.ID, page model.Article) error {
	ctx = context.WithoutCancel(ctx)
	bare, _, err := s.Get(ctx, id)
	if err != nil {
		return err
	}
	if _, err = p.TakePage(ctx, bare, page); err == nil {
		p.Step.Added++
	}
	return err
}
