package reading

import (
	"cmp"
	"context"

	"lede/content/shelf"
	"lede/content/store"
	"lede/model"
)

// filled is an article of the library with its text: where only its address is kept, its page is fetched and kept.
// When that does not work the article says why.
func (l *Reader) filled(ctx context.Context, a model.Article) model.Article {
	if !a.IsBare() || a.URL == "" || a.IsBuiltin() {
		return a
	}
	fresh, err := l.Fetched(ctx, a.URL, nil)
	if err == nil {
		fresh, err = l.TakePage(ctx, a, fresh)
	}
	if err != nil {
		return withNotice(a, "Only the address of this article is in your library. "+Sentence(a.URL, err).Error())
	}
	return fresh
}

// TakePage keeps the page of an article of which only the address is kept. Its own notes stay.
func (l *Reader) TakePage(ctx context.Context, bare, page model.Article) (model.Article, error) {
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
