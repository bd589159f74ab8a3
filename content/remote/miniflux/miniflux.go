// Package miniflux speaks to a Miniflux by its own API, which brings entries by their arrival and whole sets of IDs.
//
// Start with New. What a server can do is tried, not read from its version, which a build of one's own does not state.
//
// See https://miniflux.app/docs/api.html.
package miniflux

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"lede/content/remote"
	"lede/content/remote/wire"
)

// Service is an account on a Miniflux. It implements remote.Service.
type Service struct {
	wire  *wire.Client
	most  int  // entries a page, less after an answer that was too large
	noIDs bool // the server is older than /v1/entries/ids
	noPut bool // the server is older than stars by PUT /v1/entries

	readings map[int64]string // what the server said last of its reading of each feed; nil before that was asked
}

var _ remote.Service = (*Service)(nil)

// mostEntries is the longest page that a Miniflux gives: more is refused with 400.
const mostEntries = 1000

// New makes a client. Without a user the secret is an API key, else it is the user's password.
func New(c remote.Config) (*Service, error) {
	w, err := wire.New(c, "/v1")
	if err != nil {
		return nil, err
	}
	w.Sign = func(r *http.Request) {
		if c.User == "" {
			r.Header.Set("X-Auth-Token", c.Secret)
			return
		}
		r.SetBasicAuth(c.User, c.Secret)
	}
	return &Service{wire: w, most: mostEntries}, nil
}

// Check implements remote.Service.
func (s *Service) Check(ctx context.Context) (remote.Identity, error) {
	var version struct {
		Version string `json:"version"`
	}
	var me struct {
		Name string `json:"username"`
	}
	var hands struct {
		On bool `json:"has_integrations"`
	}
	if err := s.get(ctx, "/v1/me", nil, &me); err != nil {
		return remote.Identity{}, err
	}
	if me.Name == "" {
		return remote.Identity{}, s.nonsense("an account without a name")
	}
	if err := s.optional(ctx, "/v1/version", &version); err != nil { // since 2.0.49
		return remote.Identity{}, err
	}
	if err := s.optional(ctx, "/v1/integrations/status", &hands); err != nil { // since 2.2.2
		return remote.Identity{}, err
	}
	return remote.Identity{
		Server: "Miniflux", Version: remote.Name(version.Version), User: remote.Name(me.Name),
		Can: remote.Abilities{Save: hands.On, Whole: true, Arrival: true},
	}, nil
}

// Save implements remote.Service.
func (s *Service) Save(ctx context.Context, id remote.EntryID) error {
	n, err := number(id)
	if err != nil {
		return err
	}
	err = s.wire.Send(ctx, wire.Call{Method: http.MethodPost, Path: entryPath(n) + "/save"})
	if wire.Code(err) == http.StatusBadRequest {
		return remote.NewError(remote.ErrUnsupported, s.wire.Host()+" hands articles on to no other service",
			"Set one up there under Settings, Integrations", err)
	}
	return err
}

// Labels implements remote.Service: a Miniflux has none.
func (s *Service) Labels(context.Context) (map[string][]remote.EntryID, error) { return nil, nil }

func (s *Service) get(ctx context.Context, path string, query url.Values, into any) error {
	return s.wire.Read(ctx, wire.Call{Path: path, Query: query}, into)
}

// optional is get for what older servers do not have.
func (s *Service) optional(ctx context.Context, path string, into any) error {
	err := s.get(ctx, path, nil, into)
	if wire.Code(err) == http.StatusNotFound {
		return nil
	}
	return err
}

func (s *Service) nonsense(what string) error {
	return s.wire.Nonsense(wire.Answer{Data: []byte("{}")}, errors.New(what))
}

// number is the number that an ID is at a Miniflux.
func number(id remote.EntryID) (int64, error) {
	n, err := strconv.ParseInt(string(id), 10, 64)
	if err != nil || n <= 0 {
		return 0, remote.NewError(remote.ErrUnsupported, "an article is not one of this account", "", err)
	}
	return n, nil
}

func entryID(n int64) remote.EntryID { return remote.EntryID(strconv.FormatInt(n, 10)) }

func entryPath(n int64) string { return "/v1/entries/" + strconv.FormatInt(n, 10) }
