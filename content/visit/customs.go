// Package visit fetches pages that nobody waits for, as their sites ask programs to: one after another, with pauses,
// and not what robots.txt asks to leave alone.
//
// Start with Visitor. It keeps nothing; what comes goes to whoever asked.
package visit

import (
	"context"
	"net/url"
	"strings"
	"sync"
	"time"

	"lede/content/fetch"
	"lede/content/reading"
	"lede/content/robots"
)

// Visitor asks sites for pages, and holds what the sites that a task comes by ask of programs. Each site is asked for
// that once; several goroutines may use it.
type Visitor struct {
	*reading.Reader
	rest  func(ctx context.Context, d time.Duration) error // waits
	mu    sync.Mutex
	sites map[string]func() (robots.Rules, error)
}

// New returns a visitor for one task, which rests between two pages of a site.
func New(r *reading.Reader, rest func(context.Context, time.Duration) error) *Visitor {
	return &Visitor{Reader: r, rest: rest, sites: map[string]func() (robots.Rules, error){}}
}

// of returns what a site asks for, as allowed does.
func (m *Visitor) of(ctx context.Context, origin string) (robots.Rules, error) {
	m.mu.Lock()
	rules, known := m.sites[origin]
	if !known {
		rules = sync.OnceValues(func() (robots.Rules, error) { return m.allowed(ctx, origin) })
		m.sites[origin] = rules
	}
	m.mu.Unlock()
	return rules()
}

// minding is ctx for the fetch of a page, in which no site is asked for what it asks programs to leave alone,
// wherever the page leads on to.
func (m *Visitor) minding(ctx context.Context, page string) context.Context {
	return fetch.Asking(ctx, func(_ context.Context, to *url.URL) error {
		rules, err := m.of(ctx, originOf(to))
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return fetch.NewError(page, "it leads on to "+to.Hostname()+", which does not answer", "Try again later", nil)
		case !rules.Allow(pathOf(to.String())):
			return fetch.NewError(page, "it leads on to "+to.Hostname()+to.EscapedPath()+
				", which programs are asked to leave alone (robots.txt)", "Open it by itself", nil)
		}
		return nil
	})
}

// originOf is the server that an address is of: scheme and host.
func originOf(u *url.URL) string { return u.Scheme + "://" + strings.ToLower(u.Host) }
