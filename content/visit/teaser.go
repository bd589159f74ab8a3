package visit

import (
	"context"
	"net/url"

	"lede/content/reading"
	"lede/model"
)

// FullText fetches the page of a teaser as a program may that nobody waits for: as the site asks programs to. Where
// there is none, the teaser is what there is.
func (m *Visitor) FullText(ctx context.Context, teaser model.Article) model.Article {
	u, err := url.Parse(teaser.URL)
	if err != nil {
		return teaser
	}
	rules, err := m.of(ctx, originOf(u))
	if err != nil || m.mannerly(ctx, rules, teaser.URL) != nil {
		return teaser
	}
	page, err := m.readPatiently(m.minding(ctx, teaser.URL), rules, teaser.URL)
	if err != nil {
		return teaser
	}
	full, _ := reading.Completed(teaser, page)
	return full
}
