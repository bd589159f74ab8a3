package content

import (
	"context"

	"lede/content/export"
	"lede/content/pool"
	"lede/content/shelf"
	"lede/content/store"
	"lede/content/visit"
	"lede/model"
	"lede/model/address"
)

const (
	// StagePacking is the stage of articles that are brought in because another one links to them.
	StagePacking = "bringing in"
	// PackLimit is how many articles Pack brings in when it is told no limit.
	PackLimit = 50
)

// Pack keeps an article, and brings in the articles that it links to, for reading without a network: its related
// links, or all links of its text. What the library has already is not fetched again, and at most limit articles are
// fetched.
//
// One site is asked for one page after another, with pauses, and not for what its robots.txt asks programs to leave
// alone, wherever a link leads on to. What cannot be brought in is told in the steps, and the rest goes in. The last
// step comes also when ctx has ended before; what was fetched until then is kept.
func (l *Library) Pack(ctx context.Context, a model.Article, all bool, limit int) <-chan model.Progress {
	p := &packing{Library: l, Reports: pool.NewReports(StagePacking)}
	l.Pool.Start("pack", func() {
		defer close(p.Out)
		if err := p.run(ctx, a, all, limit); err != nil {
			p.Fail(l.Sentence(err))
		}
		p.Last()
	})
	return p.Out
}

// packing is a task of Pack. Only its own goroutine touches it.
type packing struct {
	*Library
	pool.Reports
	store *store.Store
}

func (p *packing) run(ctx context.Context, a model.Article, all bool, limit int) error {
	s, err := p.Store(ctx)
	if err != nil {
		return err
	}
	p.store = s
	if err := p.first(ctx, a); err != nil {
		return err
	}
	missing, err := p.missing(ctx, linked(a, all))
	if err != nil {
		return err
	}
	if p.Step.Left = len(missing) - limit; p.Step.Left > 0 {
		missing = missing[:limit]
	}
	p.Step.Left = max(0, p.Step.Left)
	p.Step.Total = p.Step.Done + len(missing)
	p.Send()
	stop, end := context.WithCancel(ctx)
	defer end()
	for f := range visit.New(p.Reader, p.rest).Pages(stop, missing) {
		if ctx.Err() != nil && f.Err != nil {
			continue
		}
		p.Step.Done++
		if p.Fail(f.Err); f.Err == nil {
			if err := p.keep(ctx, f.Article, f.URL); err != nil {
				return err
			}
		}
		p.Send()
	}
	return nil
}

// first keeps the article itself, when the library does not have it.
func (p *packing) first(ctx context.Context, a model.Article) error {
	p.Step.Done = 1
	if _, _, err := p.store.Get(ctx, a.ID); err == nil {
		p.Step.Known++
		return nil
	}
	return p.keep(ctx, a, a.Ref)
}

// keep puts an article into the library, also when ctx has ended since it was fetched. The address that led to it is
// remembered, so that it is not fetched again when the page says that its address is another one.
func (p *packing) keep(ctx context.Context, a model.Article, ref string) error {
	ctx = context.WithoutCancel(ctx)
	a = shelf.ForLibrary(a, ref)
	p.ApplyRules(&a)
	kept, err := p.store.Put(ctx, true, a)
	if err != nil {
		return err
	}
	p.Step.Count(kept[0].How)
	return p.store.Lead(ctx, ref, kept[0].ID)
}

// missing are the addresses that the library holds nothing of; the others count as known.
func (p *packing) missing(ctx context.Context, addresses []string) ([]string, error) {
	held, err := p.store.Held(ctx, addresses)
	if err != nil {
		return nil, err
	}
	known := make(map[string]bool, len(held))
	for _, h := range held {
		known[h.URL] = true
	}
	var missing []string
	for _, address := range addresses {
		if !known[address] {
			missing = append(missing, address)
		}
	}
	p.Step.Known += len(held)
	p.Step.Done += len(held)
	return missing, nil
}

// linked are the addresses of the pages that an article links to, each page once: those of its related links, or of
// all its text. Quoted posts and pictures are no articles, and neither is the article itself.
func linked(a model.Article, all bool) []string {
	var addresses []string
	seen := map[string]bool{"": true, store.PageOf(a.URL): true}
	for _, b := range a.Blocks() {
		_, related := b.(model.Related)
		_, prose := b.(model.Prose)
		if !related && (!all || !prose) {
			continue
		}
		for _, link := range export.Links(b) {
			if page := store.PageOf(link.URL); !seen[page] && address.LeadsToPage(link.URL) {
				seen[page] = true
				addresses = append(addresses, link.URL)
			}
		}
	}
	return addresses
}
