package fetch

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/http/httpguts"

	"lede/model/clean"
)

// FeedRequest is what is asked of the server of a feed.
type FeedRequest struct {
	URL      string            // the address, as the user gave it
	ETag     string            // as the server sent it, or "": with Modified it makes the request conditional
	Modified string            // its Last-Modified, likewise
	Agent    string            // the User-Agent, or "" for lede's own
	Headers  map[string]string // sent to the feed's own host only
	Login    string            // NAME:PASSWORD, likewise, or ""
	Home     bool              // its host may be at a private address
	Last     bool              // no other request to its host follows
}

// FeedAnswer is what a server has answered.
type FeedAnswer struct {
	Status  int         // of the last answer
	Header  http.Header // likewise
	Final   string      // the address that answered
	Moved   string      // where the address leads on to for good; "" when it does not
	Data    []byte      // the feed, when Status is 200
	Charset string      // that its server declares, or ""
	Cut     string      // why it is not whole, in a sentence; "" when it is
	Full    bool        // it was cut because it is too large: no more of it would come the next time

	// TooShort is the sentence for an answer that ended early and turns out to hold no feed; nil when it is whole or
	// Full.
	TooShort error
}

// feedWhole is how long a feed may take.
const feedWhole = 30 * time.Second

// feedAdvice is what to do about a feed that is not where it was.
const feedAdvice = "Look on the site for its address"

// Feed asks for a feed with one GET, and for what it leads on to. That nothing has changed (304) is no error when the
// request was conditional. Its errors are sentences, and come with what is known of the answer.
func (w *Web) Feed(ctx context.Context, r FeedRequest) (FeedAnswer, error) {
	u, err := webAddress(r.URL)
	if err != nil {
		return FeedAnswer{}, addressError(r.URL, err)
	}
	t := &trip{web: w, times: w.Times.filled(), ref: r.URL, from: u, feed: &r}
	t.times.Whole = cmp.Or(w.Times.Whole, feedWhole)
	if r.Home {
		t.trusted = u.Hostname()
	}
	ctx, t.cancel = context.WithCancelCause(context.WithValue(ctx, tripKey{}, t))
	defer t.end()
	return t.askFeed(ctx, u)
}

// askFeed asks for u, and for what it leads on to, until an answer comes that does not lead on.
func (t *trip) askFeed(ctx context.Context, u *url.URL) (f FeedAnswer, err error) {
	forGood, seen := true, map[string]bool{}
	for range maxHops + 1 {
		if seen[u.String()] {
			return f, t.error("it leads round in a circle", feedAdvice, nil)
		}
		seen[u.String()] = true
		a, err := t.ask(ctx, u)
		if err != nil {
			return f, t.allowing(u, err)
		}
		f.Status, f.Header, f.Final = a.StatusCode, a.Header, u.String()
		if !redirects(a.Response) {
			defer a.close()
			return f, t.readFeed(ctx, a, &f)
		}
		a.close()
		if u, err = t.next(u, a.Response); err != nil {
			return f, err
		}
		permanent := a.StatusCode == http.StatusMovedPermanently || a.StatusCode == http.StatusPermanentRedirect
		if forGood = forGood && permanent; forGood {
			f.Moved = u.String()
		}
	}
	return f, t.error("it leads on and on, more than 10 times", feedAdvice, nil)
}

// allowing says how to allow a feed that is at a private address. What a feed leads on to cannot be allowed.
func (t *trip) allowing(u *url.URL, err error) error {
	var private privateError
	if u != t.from || !errors.As(err, &private) {
		return err
	}
	return NewError(t.ref, private.Error(), "To allow that: lede feed add "+clean.Shell(clean.Masked(t.ref)), err)
}

// readFeed reads the text of an answer that brings one.
func (t *trip) readFeed(ctx context.Context, a *asked, f *FeedAnswer) error {
	if a.StatusCode == http.StatusNotModified && (t.feed.ETag != "" || t.feed.Modified != "") {
		return nil
	}
	if err := t.feedStatus(a.Response); err != nil {
		return err
	}
	if err := t.wall(a.Request.URL); err != nil {
		return err
	}
	media, charset := declared(a.Header.Get("Content-Type"))
	if err := t.readable(media); err != nil && !strings.HasPrefix(media, "text/") {
		return err
	}
	b, err := t.unpack(ctx, a, media)
	if err != nil {
		return err
	}
	f.Charset = charset
	if f.Data, err = io.ReadAll(b); err != nil {
		return t.failure(ctx, a.Request.URL, err)
	}
	f.Cut, f.Full = inFeeds.Replace(b.cut()), b.full
	if !b.full {
		f.TooShort = b.tooShort(t.ref, "a feed")
	}
	return nil
}

// inFeeds says of a feed what is said of a page.
var inFeeds = strings.NewReplacer("this page", "this feed", "The page", "The feed")

// feedStatus is status in the words of feeds.
func (t *trip) feedStatus(a *http.Response) error {
	err := t.status(a)
	var known *Error
	if !errors.As(err, &known) {
		return err
	}
	host, advice := a.Request.URL.Hostname(), known.Advice
	switch a.StatusCode {
	case http.StatusNotFound:
		return NewError(t.ref, host+" has no such feed (404)", feedAdvice, known.Err)
	case http.StatusGone:
		return NewError(t.ref, host+" has taken the feed away for good (410)", "Look for it elsewhere", known.Err)
	case http.StatusUnauthorized:
		return NewError(t.ref, host+" asks for a name and a password (401)", "Set login with: lede feed edit", known.Err)
	case http.StatusNoContent, http.StatusResetContent:
		return NewError(t.ref, host+" answers with nothing", againAdvice, known.Err)
	}
	if advice == browserAdvice {
		advice = "Look at it in the browser"
	}
	return NewError(t.ref, known.Problem, advice, known.Err)
}

// feedHeaders are what a request for a feed says beside what every request does.
func (t *trip) feedHeaders(r *http.Request) {
	f := t.feed
	r.Close = f.Last
	r.Header.Set("Accept", "application/atom+xml, application/rss+xml, application/feed+json, "+
		"application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5")
	set := func(name, value string) {
		if value != "" && httpguts.ValidHeaderFieldName(name) && httpguts.ValidHeaderFieldValue(value) {
			r.Header.Set(name, value)
		}
	}
	set("User-Agent", f.Agent)
	set("If-None-Match", f.ETag)
	set("If-Modified-Since", f.Modified)
	if r.URL.Host != t.from.Host || r.URL.Scheme != t.from.Scheme && r.URL.Scheme != "https" {
		r.Close = true
		return // what only the feed's own host may know
	}
	for name, value := range f.Headers {
		set(name, value)
	}
	if name, password, ok := strings.Cut(f.Login, ":"); ok {
		r.SetBasicAuth(name, password)
	}
}

// tripKey is the key of the trip that a connection for a feed is made for, in its context.
type tripKey struct{}

// feedWays are the connections to the servers of feeds. They are used again for the next feed of a host: those that
// may be at a private address, and the others.
type feedWays struct {
	once         sync.Once
	home, public *http.Transport
}

// feedTransport is the way to the server of a request for a feed.
func (t *trip) feedTransport(r *http.Request, proxy *url.URL) *http.Transport {
	w := t.web
	w.ways.once.Do(func() {
		w.ways.home, w.ways.public = w.newFeedWay(), w.newFeedWay()
	})
	if proxy != nil || t.mayBePrivate(r.URL.Hostname()) {
		return w.ways.home
	}
	return w.ways.public
}

// newFeedWay makes a transport whose connections are made for the trip in the context.
func (w *Web) newFeedWay() *http.Transport {
	times := w.Times.filled()
	made := (&trip{web: w, times: times}).newTransport(func(ctx context.Context, network, at string) (net.Conn, error) {
		t, ok := ctx.Value(tripKey{}).(*trip)
		if !ok {
			return nil, errors.New("a connection without a trip")
		}
		host, _, _ := net.SplitHostPort(at)
		return dialer{trip: t, free: t.proxied || t.mayBePrivate(host)}.dial(ctx, network, at)
	})
	made.DisableKeepAlives = false
	made.MaxIdleConnsPerHost, made.MaxIdleConns, made.IdleConnTimeout = MaxPerHost, MaxAtOnce, 2*time.Second
	if w.Proxy != nil {
		made.Proxy = w.Proxy
	}
	return made
}

// Rest closes the connections that are kept for the next feed.
func (w *Web) Rest() {
	if w.ways.home != nil {
		w.ways.home.CloseIdleConnections()
		w.ways.public.CloseIdleConnections()
	}
}
