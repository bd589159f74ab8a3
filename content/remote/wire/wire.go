// Package wire sends requests to the API of a sync server and reads the answers, for the clients in remote.
package wire

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"lede/content/remote"
	"lede/model/address"
)

// Client sends requests to one server. Start with New.
type Client struct {
	base      *url.URL // without a slash at its end
	transport http.RoundTripper
	now       func() time.Time
	// Sign adds to a request what proves who asks; nil adds nothing.
	Sign func(*http.Request)
	// Date is the time by the server's clock when it last answered; zero when it did not say.
	Date time.Time
}

// Call is a request: a path below the server's address, what is asked, and what is sent.
type Call struct {
	Method string // "" is GET
	Path   string
	Query  url.Values
	Form   url.Values // sent as a form, or nil
	JSON   any        // sent as JSON, or nil
}

// Answer is what came: whole, unpacked, of any status.
type Answer struct {
	Status int
	Header http.Header
	Data   []byte
}

// New makes a client of the server at an address, less one of the endings, which are paths of its API.
func New(c remote.Config, endings ...string) (*Client, error) {
	checked, err := address.Check(c.Address, "")
	if err != nil || !strings.HasPrefix(checked, "http") {
		return nil, remote.NewError(nil, "the address of the account is not one of a server", "Write it as https://HOST",
			err)
	}
	base, err := url.Parse(checked)
	if err != nil {
		return nil, remote.NewError(nil, "the address of the account cannot be read", "Write it as https://HOST", err)
	}
	base.RawQuery, base.Fragment, base.RawPath = "", "", ""
	base.Path = strings.TrimRight(base.Path, "/")
	for _, ending := range endings {
		base.Path = strings.TrimRight(strings.TrimSuffix(base.Path, ending), "/")
	}
	if c.Transport == nil {
		return nil, errors.New("a client without a transport")
	}
	now := c.Now
	if now == nil {
		now = time.Now
	}
	return &Client{base: base, transport: c.Transport, now: now}, nil
}

// Host is the server's name, for messages.
func (c *Client) Host() string { return c.base.Host }

// Path is the path of the server's address.
func (c *Client) Path() string { return c.base.Path }

// Do sends a request. An answer of any status is no error.
func (c *Client) Do(ctx context.Context, call Call) (Answer, error) {
	r, err := c.request(ctx, call)
	if err != nil {
		return Answer{}, err
	}
	a, err := c.transport.RoundTrip(r)
	if err != nil {
		return Answer{}, err
	}
	defer func() { _ = a.Body.Close() }()
	if at, err := http.ParseTime(a.Header.Get("Date")); err == nil {
		c.Date = at
	}
	data, err := io.ReadAll(a.Body)
	if err != nil {
		return Answer{}, remote.NewError(nil, "the answer of "+c.Host()+" broke off", "Try again later", err)
	}
	return Answer{a.StatusCode, a.Header, data}, nil
}

func (c *Client) request(ctx context.Context, call Call) (*http.Request, error) {
	at := *c.base
	at.Path += call.Path
	at.RawQuery = call.Query.Encode()
	body, media := io.Reader(nil), ""
	switch {
	case call.Form != nil:
		body, media = strings.NewReader(call.Form.Encode()), "application/x-www-form-urlencoded"
	case call.JSON != nil:
		data, err := json.Marshal(call.JSON)
		if err != nil {
			return nil, err
		}
		body, media = bytes.NewReader(data), "application/json"
	}
	method := call.Method
	if method == "" {
		method = http.MethodGet
	}
	r, err := http.NewRequestWithContext(ctx, method, at.String(), body)
	if err != nil {
		return nil, remote.NewError(nil, "the address of the account cannot be read", "Write it as https://HOST", err)
	}
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	r.Header.Set("Accept", "application/json")
	if c.Sign != nil {
		c.Sign(r)
	}
	return r, nil
}

// Send sends a request whose answer brings nothing that is needed, and returns the error that its status is.
func (c *Client) Send(ctx context.Context, call Call) error {
	a, err := c.Do(ctx, call)
	if err != nil {
		return err
	}
	return c.Status(a)
}

// Read sends a request and reads the JSON of its answer into a value. Fields that are not known are left out.
func (c *Client) Read(ctx context.Context, call Call, into any) error {
	a, err := c.Do(ctx, call)
	if err != nil {
		return err
	}
	if err := c.Status(a); err != nil {
		return err
	}
	return c.Decode(a, into)
}

// Decode reads the JSON of an answer into a value.
func (c *Client) Decode(a Answer, into any) error {
	if err := json.Unmarshal(a.Data, into); err != nil {
		return c.Nonsense(a, err)
	}
	return nil
}

// Transport is what sends the requests.
func (c *Client) Transport() http.RoundTripper { return c.transport }
