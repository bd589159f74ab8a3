package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"syscall"
)

// privateError says that a host was not asked because it is at a private address.
type privateError struct{ host string }

func (e privateError) Error() string { return e.host + " is at a private address" }

// errProxy stands for what is wrong with a proxy's address, which may hold a password.
var errProxy = errors.New("the address of the proxy cannot be read")

// transport makes the way to the server of a request, over the user's proxy when there is one.
func (t *trip) transport(r *http.Request) (*http.Transport, error) {
	var proxy *url.URL
	if t.web.Proxy != nil {
		var err error
		if proxy, err = t.web.Proxy(r); err != nil {
			return nil, t.error("the proxy in the environment is not an address",
				"Set HTTPS_PROXY to http://HOST:PORT, or unset it", errProxy)
		}
	}
	t.proxied = proxy != nil
	d := dialer{trip: t, free: t.mayBePrivate(r.URL.Hostname()) || proxy != nil}
	if proxy != nil && !t.mayBePrivate(r.URL.Hostname()) && privateName(r.URL.Hostname(), t.web.private) {
		return nil, t.failure(r.Context(), r.URL, privateError{r.URL.Hostname()})
	}
	if t.feed != nil {
		return t.feedTransport(r, proxy), nil
	}
	made := t.newTransport(d.dial)
	made.Proxy = http.ProxyURL(proxy)
	return made, nil
}

// newTransport makes a way over connections that dial makes, each for one request alone.
func (t *trip) newTransport(dial func(context.Context, string, string) (net.Conn, error)) *http.Transport {
	return &http.Transport{
		DialContext:            dial,
		TLSClientConfig:        &tls.Config{RootCAs: t.web.Roots, MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    t.times.TLS,
		ResponseHeaderTimeout:  t.times.Header,
		MaxResponseHeaderBytes: maxHeaders,
		DisableCompression:     true, // body.go unpacks, within its limits
		ForceAttemptHTTP2:      true,
		DisableKeepAlives:      true, // the connection is for this request alone
	}
}

// mayBePrivate reports whether a host may be at a private address: the one that the user typed, and no other. One
// that has been found at a public address may not lead to a private one later, where its owner only has to change
// what its name stands for.
func (t *trip) mayBePrivate(host string) bool {
	if t.trusted == "" || host != t.trusted {
		return false
	}
	_, public := t.web.public.Load(host)
	return !public
}

// dialer makes the connection for one request.
type dialer struct {
	trip *trip
	free bool // it may lead to a private address: the host was typed, or it is the user's proxy
}

// dial connects to address, which is a host and a port. The check is made on the network address that the system is
// about to connect to, so that no answer of the name service can pass by it.
func (d dialer) dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	to := net.Dialer{Timeout: d.trip.times.Dial, Resolver: d.trip.web.Resolver}
	if !d.free {
		to.ControlContext = func(_ context.Context, _, address string, _ syscall.RawConn) error {
			if d.trip.web.privateAt(address) {
				return privateError{host}
			}
			return nil
		}
	}
	conn, err := to.DialContext(ctx, network, address)
	if err == nil && host == d.trip.trusted && !d.trip.web.privateAt(conn.RemoteAddr().String()) {
		d.trip.web.public.Store(host, true)
	}
	return conn, err
}

// privateAt reports whether an address of a network and its port are private.
func (w *Web) privateAt(address string) bool {
	at, err := netip.ParseAddrPort(address)
	return err != nil || w.private(at.Addr())
}

// The steps of asking a server, in the order in which they are reached.
const (
	lookingUp int32 = iota
	connecting
	securing
	waiting
)

// traced notes how far a request has come, to tell what it waited for in vain.
func (t *trip) traced(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		ConnectStart:      func(_, _ string) { t.step.Store(connecting) },
		TLSHandshakeStart: func() { t.step.Store(securing) },
		WroteRequest:      func(httptrace.WroteRequestInfo) { t.step.Store(waiting) },
	})
}
