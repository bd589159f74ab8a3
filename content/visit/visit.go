package visit

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/robots"
	"lede/model"
)

const (
	// visitPause is the least time between two pages of one site.
	visitPause = 300 * time.Millisecond
	// visitPatience is the longest that a site is waited for when it asks to.
	visitPatience = time.Minute
	// visitFailures is how many pages in a row a site may fail to answer for.
	visitFailures = 2
)

// programName is the name by which robots.txt knows lede.
const programName = "lede"

// visit fetches the pages of a site one after another, with pauses, and sends what comes of each.
func (m *Visitor) visit(ctx context.Context, s *siteVisit, send func(Page)) {
	rules, closed := m.of(ctx, s.origin)
	failures := 0
	for _, page := range s.pages {
		f := Page{URL: page}
		if closed != nil {
			f.Err = again(page, closed)
		} else if f.Err = m.mannerly(ctx, rules, page); f.Err == nil {
			f.Article, f.Err = m.readPatiently(m.minding(ctx, page), rules, page)
			if failures++; !unanswered(f.Err) {
				failures = 0
			}
			if failures == visitFailures || overloaded(f.Err) {
				closed = f.Err
			}
		}
		if ctx.Err() != nil {
			return
		}
		send(f)
	}
}

// allowed reads what a site asks programs to leave alone. An error says that the site cannot be asked at all.
//
// A site without such a file allows everything. One that cannot answer has allowed nothing.
func (m *Visitor) allowed(ctx context.Context, origin string) (robots.Rules, error) {
	src, err := m.Fetcher.Open(ctx, origin+"/robots.txt")
	if err != nil {
		return robots.Rules{}, silent(err)
	}
	defer src.Close() //nolint:errcheck // it was only read
	data, _, err := src.ReadAll(ctx, nil, robots.MaxBytes)
	if err != nil {
		return robots.Rules{}, fetch.ReadError(origin, err)
	}
	return robots.Parse(data, programName), nil
}

// silent is an error of a site that has not answered, or could not. A site that answers that there is no such file,
// or with something else, has answered.
func silent(err error) error {
	var status fetch.StatusError
	switch {
	case errors.As(err, &status):
		if status.Code == http.StatusTooManyRequests || status.Code >= 500 {
			return err
		}
	case unanswered(err):
		return err
	}
	return nil
}

// mannerly waits until a page may be asked for. Its error says that the site does not want that, or that ctx has
// ended.
func (m *Visitor) mannerly(ctx context.Context, rules robots.Rules, page string) error {
	if !rules.Allow(pathOf(page)) {
		return fetch.NewError(page, "its site asks programs to leave it alone (robots.txt)", "Open it by itself", nil)
	}
	return m.rest(ctx, max(rules.Delay, visitPause))
}

// readPatiently reads a page and those on which it goes on, once more after the time that the site asks to wait.
func (m *Visitor) readPatiently(ctx context.Context, rules robots.Rules, page string) (model.Article, error) {
	polite := func(ctx context.Context, next string) error { return m.mannerly(ctx, rules, next) }
	a, err := m.Fetched(ctx, page, polite)
	var status fetch.StatusError
	if !errors.As(err, &status) || !overloaded(err) || status.Wait <= 0 || status.Wait > visitPatience {
		return a, err
	}
	if err := m.rest(ctx, status.Wait); err != nil {
		return a, err
	}
	return m.Fetched(ctx, page, polite)
}

// overloaded reports a site that asks to be left alone for some time.
func overloaded(err error) bool {
	var status fetch.StatusError
	return errors.As(err, &status) &&
		(status.Code == http.StatusTooManyRequests || status.Code == http.StatusServiceUnavailable)
}

// unanswered reports a page that was not got because nobody answered: what is wrong is not the page.
func unanswered(err error) bool {
	var known *fetch.Error
	var status fetch.StatusError
	return errors.As(err, &known) && known.Err != nil && !errors.As(err, &status) &&
		!errors.Is(err, parse.ErrEmpty) && !errors.Is(err, parse.ErrBinary)
}

// again is the error of another page of the same site, said of this one.
func again(page string, err error) error {
	var known *fetch.Error
	if !errors.As(err, &known) {
		return err
	}
	return fetch.NewError(page, known.Problem, known.Advice, known.Err)
}

// pathOf is what robots.txt calls the path of a page: with its query.
func pathOf(page string) string {
	u, err := url.Parse(page)
	if err != nil {
		return page
	}
	path := cmp.Or(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return path
}

// Rest waits, or ends with ctx.
func Rest(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
