package fetch

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"lede/model/figure"
)

// API returns a way to the API of the server at an address that the user typed, under the rules of pages: which
// network addresses may be asked, times, sizes, connections at once. It sends a request with the headers that it has,
// and only to that server: an answer that leads on is followed on the same host, never back to http.
//
// An answer comes whole and unpacked, whatever its status; one of more than MaxPage bytes is an *http.MaxBytesError. A
// host that has asked to be left alone is not asked before: its answer is the 429 that it would give. Errors are
// sentences. The same way may be used again, by one goroutine at a time.
func (w *Web) API(address string) (http.RoundTripper, error) {
	u, err := webAddress(address)
	if err != nil {
		return nil, addressError(address, err)
	}
	return &api{web: w, ref: address, at: u}, nil
}

// api is the way to one server.
type api struct {
	web *Web
	ref string
	at  *url.URL
}

// RoundTrip implements http.RoundTripper.
func (a *api) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := sent(r)
	if err != nil {
		return nil, err
	}
	t := &trip{web: a.web, times: a.web.Times.filled(), ref: a.ref, from: a.at, trusted: a.at.Hostname()}
	t.feed = &FeedRequest{} // its connection is kept for the next request
	t.call = &call{method: r.Method, header: r.Header, body: body}
	ctx, cancel := context.WithCancelCause(context.WithValue(r.Context(), tripKey{}, t))
	t.cancel = cancel
	defer t.end()
	return t.askAPI(ctx, r.URL)
}

// sent reads what a request brings.
func sent(r *http.Request) ([]byte, error) {
	if r.Body == nil {
		return nil, nil
	}
	defer func() { _ = r.Body.Close() }()
	return io.ReadAll(r.Body)
}

// call is a request to an API.
type call struct {
	method string
	header http.Header
	body   []byte
}

// request makes it anew for an address.
func (c *call) request(ctx context.Context, u *url.URL, agent string) (*http.Request, error) {
	//nolint:gosec // own has checked the host, and dialer checks the network address
	r, err := http.NewRequestWithContext(ctx, c.method, u.String(), bytes.NewReader(c.body))
	if err != nil {
		return nil, err
	}
	r.Header = c.header.Clone()
	r.Header.Set("User-Agent", agent)
	r.Header.Set("Accept-Encoding", accepted)
	return r, nil
}

// askAPI sends the request to u, and to what it leads on to.
func (t *trip) askAPI(ctx context.Context, u *url.URL) (*http.Response, error) {
	for range maxHops + 1 {
		if !t.own(u) {
			return nil, t.error("it leads on to "+Shown(u.Scheme+"://"+u.Host), "Set that as the account's address", nil)
		}
		if wait := t.quietFor(u.Hostname()); wait > 0 {
			return tooOften(wait), nil
		}
		a, err := t.ask(ctx, u)
		if err != nil {
			return nil, err
		}
		if !redirects(a.Response) {
			defer a.close()
			return t.readAPI(ctx, a)
		}
		a.close()
		if u, err = t.next(u, a.Response); err != nil {
			return nil, err
		}
		if !t.repeats(a.StatusCode) {
			return nil, t.error("it leads on to "+Shown(u.String()), "Set that as the account's address", nil)
		}
	}
	return nil, t.error("it leads on and on, more than 10 times", "Check the account's address", nil)
}

// own reports whether an address is on the server that was asked for, and no less safe.
func (t *trip) own(u *url.URL) bool {
	if u.Hostname() != t.from.Hostname() {
		return false
	}
	return u.Scheme == t.from.Scheme && u.Host == t.from.Host || u.Scheme == "https" && t.from.Scheme == "http"
}

// repeats reports whether the request may be sent again to where an answer leads on to. Only 307 and 308 keep what
// was sent; RFC 9110 lets clients make a GET of anything else.
func (t *trip) repeats(status int) bool {
	return t.call.method == http.MethodGet || status == http.StatusTemporaryRedirect ||
		status == http.StatusPermanentRedirect
}

// readAPI reads an answer to its end.
func (t *trip) readAPI(ctx context.Context, a *asked) (*http.Response, error) {
	if a.StatusCode == http.StatusTooManyRequests {
		if wait := t.retryAfter(a.Header.Get("Retry-After")); wait > 0 {
			t.web.quiet.Store(a.Request.URL.Hostname(), t.web.now().Add(min(wait, longestWait)))
		}
	}
	media, _ := declared(a.Header.Get("Content-Type"))
	b, err := t.unpack(ctx, a, media)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(b)
	switch {
	case err != nil:
		return nil, t.failure(ctx, a.Request.URL, err)
	case b.err != nil:
		return nil, t.failure(ctx, a.Request.URL, errors.Join(io.ErrUnexpectedEOF, b.err))
	case b.full:
		return nil, t.error("an answer is larger than "+figure.Bytes(MaxPage), "", &http.MaxBytesError{Limit: MaxPage})
	}
	answer := *a.Response
	answer.Body, answer.ContentLength = io.NopCloser(bytes.NewReader(data)), int64(len(data))
	answer.Header = a.Header.Clone()
	answer.Header.Del("Content-Encoding")
	return &answer, nil
}

// quietFor is how long a host still asks to be left alone.
func (t *trip) quietFor(host string) time.Duration {
	until, ok := t.web.quiet.Load(host)
	if !ok {
		return 0
	}
	return until.(time.Time).Sub(t.web.now())
}

// tooOften is the answer of a server that is asked too often.
func tooOften(wait time.Duration) *http.Response {
	seconds := strconv.Itoa(int((wait + time.Second - 1) / time.Second))
	return &http.Response{
		Status: "429 Too Many Requests", StatusCode: http.StatusTooManyRequests, Body: http.NoBody,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Retry-After": {seconds}},
	}
}
