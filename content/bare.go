package content

import (
	"cmp"
	"context"

	"lede/content/pool"
	"lede/content/shelf"
	"lede/content/store"
	"lede/model"
	"lede/model/query"
)

// StageFetching is the stage of pages that are fetched for articles that have no text yet.
const StageFetching = "fetching"

// filled is an article of the library with its text: where only its address is kept, its page is fetched and kept.
// When that does not work the article says why.
func (l *Reader) filled(ctx context.Context, a model.Article) model.Article {
	if !a.IsBare() || a.URL == "" || a.IsBuiltin() {
		return a
	}
	fresh, err := l.fetched(ctx, a.URL, nil)
	if err == nil {
		fresh, err = l.takePage(ctx, a, fresh)
	}
	if err != nil {
		return withNotice(a, "Only the address of this article is in your library. "+sentence(a.URL, err).Error())
	}
	return fresh
}

// takePage keeps the page of an article of which only the address is kept. Its own notes stay.
func (l *Reader) takePage(ctx context.Context, bare, page model.Article) (model.Article, error) {
	page.ID = bare.ID
	if notes, ok := bare.Notes(); ok {
		page.Sections = append(page.Sections[:len(page.Sections):len(page.Sections)], notes)
	}
	page.Title = cmp.Or(page.Title, bare.Title)
	kept := page
	kept.Ref, kept.Source = page.URL, shelf.SourceToKeep(page)
	l.ApplyRules(&kept)
	_, err := shelf.Ask(ctx, l.Shelf, func(s *store.Store) (model.ID, error) {
		done, err := s.Put(context.WithoutCancel(ctx), false, kept)
		if err != nil {
			return "", err
		}
		return done[0].ID, s.Lead(ctx, bare.URL, done[0].ID)
	})
	page.Ref = string(bare.ID)
	return page, err
}

// fill shows what is known of an article of which only the address is kept, then its page.
func (o *opening) fill(bare model.Article) error {
	beginning := bare
	beginning.Partial = true
	if err := o.send(model.Opening{Article: beginning}); err != nil {
		return err
	}
	return o.whole(o.filled(o.ctx, bare), nil)
}

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
	for f := range newCustoms(p.Reader, p.rest).pages(working, addresses) {
		if ctx.Err() != nil && f.err != nil {
			continue
		}
		p.Step.Done++
		if f.err == nil {
			f.err = p.fillOne(ctx, s, byURL[f.url], f.article)
		}
		p.Fail(f.err)
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
	if _, err = p.takePage(ctx, bare, page); err == nil {
		p.Step.Added++
	}
	return err
}
