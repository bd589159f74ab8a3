// Package greader speaks the Google Reader API as FreshRSS, Miniflux, Inoreader, BazQux, The Old Reader and CommaFeed
// answer it. They differ, and what one of them does wrong is expected of all: see Service.
//
// Start with New.
package greader

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strings"

	"lede/content/remote"
	"lede/content/remote/wire"
)

// Service is an account on a server of the Google Reader API. It implements remote.Service by these rules:
//
//   - IDs are what the server writes in lists; what it writes in entries is compared with them.
//   - A list of more than one page is read several times, in both orders, until nothing is added: a page may lack the
//     entry after its boundary, or those that moved while it was read. It may end with an empty page.
//   - The stream of read entries is never asked for: some servers put unread ones into it.
//   - A Miniflux before 2.3 takes a read entry that is to be marked read for one to be marked unread, and stars
//     likewise: there, what is as it should be is not sent.
//   - One tag a request, at most 500 entries, far below 1 MiB: what is more is ignored without a word.
type Service struct {
	wire    *wire.Client
	user    string
	secret  string
	bases   []string // paths at which the API may be, still to be tried
	base    string   // the path at which it is
	auth    string   // what ClientLogin returned, or ""
	token   string   // what a POST must bring, or ""
	folders map[string]bool
	lists   map[string][]string // the folders of each feed
}

var _ remote.Service = (*Service)(nil)

const api = "/reader/api/0/"

// New makes a client. The address may be that of the server or that of its API.
func New(c remote.Config) (*Service, error) {
	w, err := wire.New(c, "/reader/api/0", "/accounts/ClientLogin")
	if err != nil {
		return nil, err
	}
	s := &Service{
		wire: w, user: c.User, secret: c.Secret, bases: []string{"", "/api/greader.php", "/p/api/greader.php"},
		folders: map[string]bool{}, lists: map[string][]string{},
	}
	w.Sign = func(r *http.Request) {
		if c.App.ID != "" {
			r.Header.Set("AppId", c.App.ID)
			r.Header.Set("AppKey", c.App.Key)
		}
		if s.auth != "" {
			r.Header.Set("Authorization", "GoogleLogin auth="+s.auth)
		}
	}
	return s, nil
}

// Check implements remote.Service.
func (s *Service) Check(ctx context.Context) (remote.Identity, error) {
	var me struct {
		Name string `json:"userName"`
		ID   string `json:"userId"`
	}
	if err := s.get(ctx, "user-info", nil, &me); err != nil {
		return remote.Identity{}, err
	}
	name := remote.Name(me.Name)
	if name == "" {
		name = s.user
	}
	id := remote.Identity{Server: s.named(), User: name}
	id.Can.Labels = id.Server != "Miniflux"
	if id.Server == "" {
		id.Server = "Google Reader API"
	}
	return id, nil
}

// named is what the address and the login say of the server, or "".
func (s *Service) named() string {
	host := s.wire.Host()
	for end, name := range map[string]string{
		"inoreader.com": "Inoreader", "bazqux.com": "BazQux", "theoldreader.com": "The Old Reader",
		"commafeed.com": "CommaFeed",
	} {
		if host == end || strings.HasSuffix(host, "."+end) {
			return name
		}
	}
	_, sum, _ := strings.Cut(s.auth, "/")
	switch {
	case strings.HasSuffix(s.wire.Path()+s.base, "/greader.php"):
		return "FreshRSS"
	case len(sum) >= 40 && strings.Trim(sum, "0123456789abcdef") == "": // beside FreshRSS it alone proves a user by a sum
		return "Miniflux"
	}
	return ""
}

// login asks for what proves who asks, at each of the paths where the API may be.
func (s *Service) login(ctx context.Context) error {
	s.auth, s.token = "", ""
	var first error
	for len(s.bases) > 0 {
		base := s.bases[0]
		a, err := s.wire.Do(ctx, wire.Call{
			Method: http.MethodPost, Path: base + "/accounts/ClientLogin",
			Form: url.Values{"Email": {s.user}, "Passwd": {s.secret}, "service": {"reader"}},
		})
		if err != nil {
			return err
		}
		err = s.wire.Status(a)
		if auth := authOf(a.Data); err == nil && auth != "" {
			s.bases, s.base, s.auth = []string{base}, base, auth
			return nil
		}
		if err == nil {
			err = s.wire.Nonsense(a, nil)
		}
		if first == nil {
			first = err
		}
		if a.Status != http.StatusNotFound && a.Status != http.StatusMethodNotAllowed && !isPage(a.Data) {
			s.bases = []string{base}
			return err
		}
		if len(s.bases) == 1 {
			break
		}
		s.bases = s.bases[1:]
	}
	return first
}

// authOf is the line Auth= of an answer, or "".
func authOf(data []byte) string {
	for line := range strings.Lines(string(data)) {
		if auth, ok := strings.CutPrefix(strings.TrimSpace(line), "Auth="); ok && remote.Named(auth) {
			return auth
		}
	}
	return ""
}

func isPage(data []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) }

// do sends a request as the user, and logs in before it where that is missing or no longer holds.
func (s *Service) do(ctx context.Context, call wire.Call) (wire.Answer, error) {
	for again := false; ; again = true {
		if s.auth == "" {
			if err := s.login(ctx); err != nil {
				return wire.Answer{}, err
			}
		}
		sent := call
		sent.Path = s.base + api + call.Path
		if call.Form != nil {
			if err := s.fillToken(ctx); err != nil {
				return wire.Answer{}, err
			}
			sent.Form = url.Values{"T": {s.token}}
			for name, values := range call.Form {
				sent.Form[name] = values
			}
		}
		a, err := s.wire.Do(ctx, sent)
		if err != nil {
			return a, err
		}
		if refused := a.Status == http.StatusUnauthorized; refused && !again {
			s.auth, s.token = "", ""
			continue
		}
		return a, s.wire.Status(a)
	}
}

// fillToken asks for the token that a POST must bring.
func (s *Service) fillToken(ctx context.Context) error {
	if s.token != "" {
		return nil
	}
	a, err := s.wire.Do(ctx, wire.Call{Path: s.base + api + "token"})
	if err != nil {
		return err
	}
	if err := s.wire.Status(a); err != nil {
		return err
	}
	token := strings.TrimSpace(string(a.Data))
	if !remote.Named(token) || isPage(a.Data) {
		return s.wire.Nonsense(a, nil)
	}
	s.token = token
	return nil
}

func (s *Service) get(ctx context.Context, path string, query url.Values, into any) error {
	q := url.Values{"output": {"json"}}
	for name, values := range query {
		q[name] = values
	}
	a, err := s.do(ctx, wire.Call{Path: path, Query: q})
	if err != nil {
		return err
	}
	return s.wire.Decode(a, into)
}

// post sends a change, whose answer is OK.
func (s *Service) post(ctx context.Context, path string, form url.Values) error {
	a, err := s.do(ctx, wire.Call{Method: http.MethodPost, Path: path, Form: form})
	if err != nil {
		return err
	}
	if !strings.EqualFold(strings.Trim(string(a.Data), "\" \r\n"), "OK") {
		return s.wire.Nonsense(a, nil)
	}
	return nil
}
