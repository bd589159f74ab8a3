package fetch

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/binary"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// certified makes a server with a certificate of its own, and whom to trust so that only its faults count.
func certified(t *testing.T, name string, until time.Time) (*httptest.Server, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, NotBefore: until.Add(-48 * time.Hour),
		NotAfter: until,
		DNSNames: []string{name}, IsCA: true, BasicConstraintsValid: true,
	}
	if ip := net.ParseIP(name); ip != nil {
		c.DNSNames, c.IPAddresses = nil, []net.IP{ip}
	}
	der, err := x509.CreateCertificate(rand.Reader, &c, &c, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor != 2 {
			w.WriteHeader(http.StatusHTTPVersionNotSupported)
		}
		io.WriteString(w, story)
	}))
	s.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	s.Config.ErrorLog = quiet()
	s.EnableHTTP2 = true
	s.StartTLS()
	t.Cleanup(s.Close)
	roots := x509.NewCertPool()
	root, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	roots.AddCert(root)
	return s, roots
}

func TestEncryptionIsChecked(t *testing.T) {
	soon, ago := time.Now().Add(time.Hour), time.Now().Add(-time.Hour)
	for _, c := range []struct {
		name, host string
		until      time.Time
		unknown    bool
		want       string
	}{
		{name: "sound", host: "127.0.0.1", until: soon},
		{name: "expired", host: "127.0.0.1", until: ago, want: "the certificate of 127.0.0.1 is not valid at this time"},
		{name: "of another host", host: "other.example", until: soon, want: "the certificate is not that of 127.0.0.1"},
		{
			name: "of an unknown authority", host: "127.0.0.1", until: soon, unknown: true,
			want: "nobody known vouches for the certificate",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, roots := certified(t, c.host, c.until)
			w := web()
			if w.Roots = roots; c.unknown {
				w.Roots = x509.NewCertPool()
			}
			g := get(w, s.URL)
			if c.want != "" {
				sentence(t, g.err, c.want)
			} else if g.err != nil || g.text != story {
				t.Errorf("got %v", g.err)
			}
		})
	}
}

func TestEncryptionThatIsNone(t *testing.T) {
	plain := hostile{serve: sends(story)}.start(t)
	sentence(t, get(web(), strings.Replace(plain, "http:", "https:", 1)).err,
		"answers without encryption where there should be some")

	w := web()
	w.Times.TLS = short
	silent := listen(t, waits)
	sentence(t, get(w, strings.Replace(silent, "http:", "https:", 1)).err, "no answer from 127.0.0.1 in 0.5 s")

	rude := listen(t, func(c net.Conn) {
		_, _ = c.Read(make([]byte, 1000))
		_, _ = c.Write([]byte{21, 3, 3, 0, 2, 2, 40}) // a fatal alert: handshake failure
	})
	sentence(t, get(web(), strings.Replace(rude, "http:", "https:", 1)).err, "find no encryption that both know")

	s, _ := certified(t, "127.0.0.1", time.Now().Add(time.Hour))
	sentence(t, get(web(), strings.Replace(s.URL, "https:", "http:", 1)).err, "refuses it (400, Bad Request)")
}

func TestWayWithoutEncryptionIsTold(t *testing.T) {
	plain := hostile{serve: sends(story)}.start(t)
	s, roots := certified(t, "127.0.0.1", time.Now().Add(time.Hour))
	s.Config.Handler = http.RedirectHandler(plain+"/open", http.StatusFound)
	w := web()
	w.Roots = roots
	g := get(w, s.URL)
	if g.err != nil || g.text != story || len(g.page.Notes) != 1 ||
		!strings.Contains(g.page.Notes[0], "without encryption") {
		t.Errorf("got %+v", g)
	}
}

func TestRefusedConnectionIsTold(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	url := "http://" + l.Addr().String()
	l.Close()
	sentence(t, get(web(), url).err, "127.0.0.1 refuses the connection. Check the address")
}

// names is a name service: it gives the address that is known for a name, says that there is none for
// "none.example.", and has a fault with every other.
type names map[string][4]byte

func (n names) resolver() *net.Resolver { return nameService(func() names { return n }) }

// nameService asks now for what it knows.
func nameService(now func() names) *net.Resolver {
	return &net.Resolver{
		PreferGo: true, StrictErrors: true,
		Dial: func(context.Context, string, string) (net.Conn, error) {
			client, server := net.Pipe()
			go now().serve(server)
			return client, nil
		},
	}
}

func (n names) serve(c net.Conn) {
	defer c.Close()
	for {
		var size [2]byte
		if _, err := io.ReadFull(c, size[:]); err != nil {
			return
		}
		ask := make([]byte, binary.BigEndian.Uint16(size[:]))
		if _, err := io.ReadFull(c, ask); err != nil {
			return
		}
		answer := n.answer(ask)
		if _, err := c.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(answer))), answer...)); err != nil {
			return
		}
	}
}

func (n names) answer(ask []byte) []byte {
	var m dnsmessage.Message
	if m.Unpack(ask) != nil {
		return nil
	}
	m.Response, m.RecursionAvailable, m.Additionals = true, true, nil
	q := m.Questions[0]
	switch ip, ok := n[strings.ToLower(q.Name.String())]; {
	case ok && q.Type == dnsmessage.TypeA:
		m.Answers = []dnsmessage.Resource{{
			Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: ip},
		}}
	case ok:
	case strings.HasPrefix(q.Name.String(), "none.example."):
		m.RCode = dnsmessage.RCodeNameError
	default:
		m.RCode = dnsmessage.RCodeServerFailure
	}
	data, _ := m.Pack()
	return data
}

func TestNamesThatLeadNowhereAreTold(t *testing.T) {
	w := web()
	w.Resolver = names{}.resolver()
	sentence(t, get(w, "http://none.example/x").err, "there is no host none.example. Check the address")
	sentence(t, get(w, "http://fault.example/x").err, "the name fault.example cannot be looked up. Check the connection")
}

func TestOnlyATypedHostMayBePrivate(t *testing.T) {
	called := false
	l, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skip(err)
	}
	home := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		called = true
		switch r.URL.Path {
		case "/self":
			http.Redirect(w, r, "/", http.StatusFound)
		case "/other":
			http.Redirect(w, r, "http://other.example:"+r.URL.Query().Get("port"), http.StatusFound)
		default:
			io.WriteString(w, story)
		}
	}))
	home.Listener.Close()
	home.Listener = l
	home.Start()
	t.Cleanup(home.Close)
	_, port, _ := net.SplitHostPort(l.Addr().String())
	public := hostile{serve: leads("http://rebound.example:" + port + "/")}.start(t)
	known := names{"rebound.example.": {127, 0, 0, 2}, "other.example.": {127, 0, 0, 2}, "home.example.": {127, 0, 0, 2}}
	for _, c := range []struct {
		name, url string
		typed     string
		want      string // "" when the page comes
	}{
		{name: "not typed", url: "http://127.0.0.2:" + port, want: "127.0.0.2 is at a private address"},
		{
			name: "another was typed", url: "http://127.0.0.2:" + port, typed: "127.0.0.1",
			want: "127.0.0.2 is at a private address",
		},
		{name: "typed", url: "http://127.0.0.2:" + port, typed: "127.0.0.2"},
		{name: "typed, leads on to itself", url: "http://127.0.0.2:" + port + "/self", typed: "127.0.0.2"},
		{
			name: "typed, leads on to another", url: "http://home.example:" + port + "/other?port=" + port,
			typed: "home.example", want: "other.example is at a private address",
		},
		{
			name: "a name that leads home", url: "http://rebound.example:" + port,
			want: "rebound.example is at a private address",
		},
		{name: "a typed name that leads home", url: "http://rebound.example:" + port, typed: "rebound.example"},
		{
			name: "leads on to a name that leads home", url: public + "/start", typed: "127.0.0.1",
			want: "rebound.example is at a private address",
		},
		{
			name: "leads on to a typed host", url: public + "/start", typed: "rebound.example",
			want: "rebound.example is at a private address",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			called = false
			w := web()
			w.Resolver = known.resolver()
			w.Typed = func(host string) bool { return host == c.typed }
			g := get(w, c.url)
			if c.want == "" {
				if g.err != nil || g.text != story {
					t.Errorf("got %v", g.err)
				}
				return
			}
			sentence(t, g.err, c.want)
			if called && !strings.Contains(c.name, "typed, leads") {
				t.Error("the host was asked")
			}
		})
	}
}

// TestATypedHostThatIsPublicDoesNotBecomePrivate changes what the name of a typed host stands for, as its owner may.
func TestATypedHostThatIsPublicDoesNotBecomePrivate(t *testing.T) {
	public, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(public.Addr().String())
	private, err := net.Listen("tcp", "127.0.0.2:"+port)
	if err != nil {
		t.Skip(err)
	}
	asked := false
	home := &http.Server{
		ReadHeaderTimeout: time.Minute,
		Handler:           http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }),
	}
	go home.Serve(private)
	defer home.Close()
	var at atomic.Value
	at.Store(names{"rebound.example.": {127, 0, 0, 1}})
	site := &http.Server{
		ReadHeaderTimeout: time.Minute,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			at.Store(names{"rebound.example.": {127, 0, 0, 2}})
			http.Redirect(w, r, "/admin", http.StatusFound)
		}),
	}
	go site.Serve(public)
	defer site.Close()
	w := web()
	w.Resolver = nameService(func() names { return at.Load().(names) })
	w.Typed = func(string) bool { return true }
	for _, path := range []string{"/", "/a-link"} {
		sentence(t, get(w, "http://rebound.example:"+port+path).err, "rebound.example is at a private address")
	}
	if asked {
		t.Error("the private host was asked")
	}
}
