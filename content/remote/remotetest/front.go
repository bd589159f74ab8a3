// Package remotetest holds servers for tests of what speaks to sync servers: a Miniflux of two ages, a server of the
// Google Reader API that has the traps of several, and a Front that counts what passes and breaks it on purpose.
package remotetest

import (
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync"
	"testing"
)

// Front stands before a server: it counts requests and the bytes of answers as they come over the line, and may do
// something else with a request.
type Front struct {
	URL string // where it is
	// Instead answers a request in the server's place, or breaks it off, and reports whether it did. It is set before
	// the first request.
	Instead func(w http.ResponseWriter, r *http.Request) bool
	// Lost reports whether the answer to a request is lost after the server has done what was asked.
	Lost func(r *http.Request) bool

	mu       sync.Mutex
	requests []string
	bytes    int64
}

// NewFront starts a Front of the server at an address, which ends with the test.
func NewFront(t testing.TB, server string) *Front {
	t.Helper()
	to, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	f := &Front{}
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) }}
	proxy.ModifyResponse = func(a *http.Response) error {
		if f.Lost != nil && f.Lost(a.Request) {
			panic(http.ErrAbortHandler)
		}
		return nil
	}
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.mu.Lock()
		f.requests = append(f.requests, r.Method+" "+r.URL.RequestURI())
		f.mu.Unlock()
		if f.Instead == nil || !f.Instead(w, r) {
			proxy.ServeHTTP(w, r)
		}
	}))
	s.Listener = counting{s.Listener, f}
	s.Start()
	t.Cleanup(s.Close)
	f.URL = s.URL
	return f
}

// Requests returns the requests since the last call, each as "GET /path?query".
func (f *Front) Requests() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	all := f.requests
	f.requests = nil
	return all
}

// Bytes returns how many bytes of answers have come since the last call, headers and all.
func (f *Front) Bytes() int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := f.bytes
	f.bytes = 0
	return n
}

// counting counts what connections send.
type counting struct {
	net.Listener
	front *Front
}

// Accept implements net.Listener.
func (c counting) Accept() (net.Conn, error) {
	conn, err := c.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return countingConn{conn, c.front}, nil
}

type countingConn struct {
	net.Conn
	front *Front
}

// Write implements net.Conn.
func (c countingConn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	c.front.mu.Lock()
	c.front.bytes += int64(n)
	c.front.mu.Unlock()
	return n, err
}

// CutOff breaks the connection of a request off.
func CutOff(http.ResponseWriter, *http.Request) bool { panic(http.ErrAbortHandler) }
