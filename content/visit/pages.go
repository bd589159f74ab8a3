package visit

import (
	"context"
	"net/url"

	"lede/content/fetch"
	"lede/content/pool"
	"lede/model"
)

// sitesAtOnce is how many sites are asked at once.
const sitesAtOnce = 8

// Page is an article that was fetched, or why not.
type Page struct {
	URL     string
	Article model.Article
	Err     error
}

// Pages asks the sites of the addresses, several at once, and sends what comes. The channel is closed after the
// last, or soon after ctx has ended.
func (m *Visitor) Pages(ctx context.Context, addresses []string) <-chan Page {
	out := make(chan Page)
	m.Pool.Start("pack", func() {
		defer close(out)
		m.Pool.AtMost(sitesAtOnce, func(run func(func())) {
			for _, s := range bySite(addresses) {
				run(func() { m.visit(ctx, s, func(f Page) { pool.Send(ctx, out, f) }) })
			}
		})
	})
	return out
}

// siteVisit is the pages that are wanted of one server.
type siteVisit struct {
	origin string // scheme and host
	pages  []string
}

// bySite sorts addresses by their servers, both in the order in which they come.
func bySite(addresses []string) []*siteVisit {
	var sites []*siteVisit
	at := map[string]*siteVisit{}
	for _, address := range addresses {
		u, err := url.Parse(address)
		if err != nil || !fetch.IsAddress(address) {
			continue // addresses have been checked when they were read
		}
		origin := originOf(u)
		if at[origin] == nil {
			at[origin] = &siteVisit{origin: origin}
			sites = append(sites, at[origin])
		}
		at[origin].pages = append(at[origin].pages, address)
	}
	return sites
}
