package fetch

import (
	"cmp"
	"context"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"sync/atomic"
	"time"
)

// Times are how long the steps of a fetch may take. A field that is 0 stands for the time in its comment.
type Times struct {
	Dial   time.Duration // until the connection stands: 10 s
	TLS    time.Duration // until it is encrypted: 10 s
	Header time.Duration // until the server begins to answer: 15 s
	Stall  time.Duration // without a byte of the text: 10 s
	Whole  time.Duration // all of it: 60 s
}

const (
	// MaxPage is the most that is read of a page, in bytes, after it has been unpacked.
	MaxPage = 16 << 20
	// maxHeaders is the most that a server may send before the text, in bytes.
	maxHeaders = 256 << 10
	// accepted are the packings that body.go reads.
	accepted = "gzip, deflate, br, zstd"
	// maxHops is how often a page may lead on to another address.
	maxHops = 10
)

// Web fetches pages. It holds no cookies, sends no referrer, and fetches nothing but what it is asked for. Its fields
// are set before it is used; then it may be used from several goroutines at once.
type Web struct {
	Agent string // the User-Agent
	Times Times  // the zero value is good
	// hosts that the user typed, which may be at private addresses; nil means none
	Typed    func(host string) bool
	Proxy    func(*http.Request) (*url.URL, error) // nil means no proxy
	Roots    *x509.CertPool                        // whom to trust; nil means the system's
	Resolver *net.Resolver                         // nil means the system's
	Now      func() time.Time                      // nil means time.Now
	NotOpen  func(netip.Addr) bool                 // the addresses that only a typed host may be at; nil means Private
	slots    slots
	ways     feedWays
	public   sync.Map // the typed hosts that have been found at a public address
	quiet    sync.Map // until when the hosts are left alone that have asked for it
}

// trip is one fetch: from the address that was asked for over all that it leads on to.
type trip struct {
	web     *Web
	times   Times
	ref     string   // what was asked for
	from    *url.URL // the same
	trusted string   // the host that may be at a private address, or ""
	step    atomic.Int32
	proxied bool // the present request goes by a proxy
	notes   []string
	feed    *FeedRequest // what is asked for when that is a feed, or nil
	file    *FileRequest // what is asked for when that is a file to save, or nil
	call    *call        // what is sent when that is a request to an API, or nil
	cancel  context.CancelCauseFunc
	late    *time.Timer // ends the trip when its time is over; nil until it may begin
}

// errLate and errStalled end a fetch that takes too long.
var (
	errLate    = errors.New("it took too long")
	errStalled = errors.New("no more came")
)

// open fetches the page at ref. What it returns has to be closed.
func (w *Web) open(ctx context.Context, ref string) (*Source, error) {
	u, err := webAddress(ref)
	if err != nil {
		return nil, addressError(ref, err)
	}
	t := &trip{web: w, times: w.Times.filled(), ref: ref, from: u}
	if host := u.Hostname(); w.Typed != nil && w.Typed(host) {
		t.trusted = host
	}
	ctx, t.cancel = context.WithCancelCause(ctx)
	a, err := t.arrive(ctx, u)
	if err == nil {
		src, failed := t.answer(ctx, a)
		if failed == nil {
			return src, nil
		}
		err = failed
	}
	t.end()
	return nil, err
}

func (t *trip) end() {
	t.cancel(context.Canceled)
	if t.late != nil {
		t.late.Stop()
	}
}

// arrive asks for u, and for what it leads on to, until an answer comes that does not lead on.
func (t *trip) arrive(ctx context.Context, u *url.URL) (*asked, error) {
	seen := map[string]bool{}
	for range maxHops + 1 {
		if seen[u.String()] {
			return nil, t.error("it leads round in a circle", browserAdvice, nil)
		}
		seen[u.String()] = true
		if err := mayAsk(ctx, u); err != nil {
			return nil, err
		}
		a, err := t.ask(ctx, u)
		if err != nil {
			return nil, err
		}
		if !redirects(a.Response) {
			return a, nil
		}
		a.close()
		if u, err = t.next(u, a.Response); err != nil {
			return nil, err
		}
	}
	return nil, t.error("it leads on and on, more than 10 times", browserAdvice, nil)
}

// asked is an answer over a connection of its own.
type asked struct {
	*http.Response
	close func()
}

// ask sends one request, when there is a connection free for it. The connection is for this request alone, so that
// what may be asked is decided anew each time. The time of the trip begins with its first request.
func (t *trip) ask(ctx context.Context, u *url.URL) (*asked, error) {
	free, err := t.web.slots.take(ctx, u.Hostname())
	if err != nil {
		return nil, err
	}
	if err := t.leftAlone(u.Hostname()); err != nil {
		free()
		return nil, err
	}
	if t.late == nil {
		t.late = time.AfterFunc(t.times.Whole, func() { t.cancel(errLate) })
	}
	a, err := t.send(ctx, u)
	if err != nil {
		free()
		return nil, err
	}
	closed := a.close
	a.close = func() {
		closed()
		free()
	}
	return a, nil
}

func (t *trip) send(ctx context.Context, u *url.URL) (*asked, error) {
	r, err := t.request(ctx, u)
	if err != nil {
		return nil, addressError(t.ref, err)
	}
	transport, err := t.transport(r)
	if err != nil {
		return nil, err
	}
	answer, err := transport.RoundTrip(r) //nolint:bodyclose // asked closes it
	if err != nil {
		if t.feed == nil {
			transport.CloseIdleConnections()
		}
		return nil, t.failure(ctx, u, err)
	}
	return &asked{answer, func() {
		_ = answer.Body.Close()
		if t.feed == nil {
			transport.CloseIdleConnections()
		}
	}}, nil
}

// request asks for u, and tells nothing but who asks and what can be read.
func (t *trip) request(ctx context.Context, u *url.URL) (*http.Request, error) {
	t.step.Store(lookingUp)
	if t.call != nil {
		return t.call.request(t.traced(ctx), u, cmp.Or(t.web.Agent, "lede"))
	}
	//nolint:gosec // dialer checks the network address
	r, err := http.NewRequestWithContext(t.traced(ctx), http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", cmp.Or(t.web.Agent, "lede"))
	r.Header.Set("Accept", "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,*/*;q=0.5")
	r.Header.Set("Accept-Encoding", accepted)
	switch {
	case t.feed != nil:
		t.feedHeaders(r)
	case t.file != nil:
		t.fileHeaders(r)
	}
	return r, nil
}

// filled are the times with the usual ones for those that are not set.
func (t Times) filled() Times {
	return Times{
		Dial:   cmp.Or(t.Dial, 10*time.Second),
		TLS:    cmp.Or(t.TLS, 10*time.Second),
		Header: cmp.Or(t.Header, 15*time.Second),
		Stall:  cmp.Or(t.Stall, 10*time.Second),
		Whole:  cmp.Or(t.Whole, 60*time.Second),
	}
}

func (w *Web) private(ip netip.Addr) bool {
	if w.NotOpen != nil {
		return w.NotOpen(ip.Unmap())
	}
	return Private(ip)
}

func (w *Web) now() time.Time {
	if w.Now != nil {
		return w.Now()
	}
	return time.Now()
}
