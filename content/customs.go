package content

import (
	"context"
	"net/url"
	"strings"
	"sync"
	"time"

	"lede/content/fetch"
	"lede/content/robots"
)

// customs are what the sites that a task comes by ask of programs. Each site is asked once; several goroutines may
// ask.
type customs struct {
	*Reader
	rest  func(ctx context.Context, d time.Duration) error // waits
	mu    sync.Mutex
	sites map[string]func() (robots.Rules, error)
}

func newCustoms(r *Reader, rest func(context.Context, time.Duration) error) *customs {
	return &customs{Reader: r, rest: rest, sites: map[string]func() (robots.Rules, error){}}
}

// of returns what a site asks for, as allowed does.
func (m *customs) of(ctx context.Context, origin string) (robots.Rules, error) {
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
func (m *customs) minding(ctx context.Context, page string) context.Context {
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
