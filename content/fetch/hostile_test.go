package fetch

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// hostile is a server that does not behave, and what becomes of a fetch from it.
type hostile struct {
	name  string
	serve func(w http.ResponseWriter, r *http.Request)
	raw   func(c net.Conn)   // in place of serve: what is done with a connection
	quick func(times *Times) // the limit that the server runs into
	want  string             // in the sentence; "" when a page comes
	text  string             // how the page begins
	size  int                // of the page, when it is not told by text
	cut   string             // in what is said of its missing rest; "" when it is whole
	kind  Kind
}

// says makes a server that sends a raw answer and ends.
func says(answer string) func(net.Conn) {
	return func(c net.Conn) {
		readRequest(c)
		io.WriteString(c, answer)
	}
}

// readRequest reads a request up to its empty line.
func readRequest(c net.Conn) {
	var b [1]byte
	for end := ""; end != "\r\n\r\n"; {
		if _, err := c.Read(b[:]); err != nil {
			return
		}
		end = (end + string(b[:]))[max(0, len(end)-3):]
	}
}

// waits does not go on until the client has gone.
func waits(c net.Conn) { _, _ = io.Copy(io.Discard, c) }

// status makes a server that answers with a status and headers, written as "Name: value".
func status(code int, headers ...string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		for _, h := range headers {
			name, value, _ := strings.Cut(h, ": ")
			w.Header().Add(name, value)
		}
		w.WriteHeader(code)
		if code == http.StatusOK || code == http.StatusPartialContent {
			io.WriteString(w, story)
		}
	}
}

// sends makes a server that sends a text with headers, written as "Name: value".
func sends(text string, headers ...string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = nil
		for _, h := range headers {
			name, value, _ := strings.Cut(h, ": ")
			w.Header().Add(name, value)
		}
		io.WriteString(w, text)
	}
}

const htmlType = "Content-Type: text/html; charset=utf-8"

// leads makes a server whose first page leads on to an address. PORT stands for its port.
func leads(to string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/start" {
			io.WriteString(w, story)
			return
		}
		_, port, _ := net.SplitHostPort(r.Host)
		w.Header().Set("Location", strings.ReplaceAll(to, "PORT", port))
		w.WriteHeader(http.StatusFound)
	}
}

func packed(text string, by func(io.Writer) io.WriteCloser) string {
	var b bytes.Buffer
	w := by(&b)
	io.WriteString(w, text)
	w.Close()
	return b.String()
}

func gz(text string) string {
	return packed(text, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
}

func zst(text string, window int) string {
	return packed(text, func(w io.Writer) io.WriteCloser {
		e, _ := zstd.NewWriter(w, zstd.WithWindowSize(window), zstd.WithEncoderConcurrency(1))
		return e
	})
}

func br(text string) string {
	return packed(text, func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, 3) })
}

func raws(text string) string {
	return packed(text, func(w io.Writer) io.WriteCloser { f, _ := flate.NewWriter(w, 6); return f })
}

func zl(text string) string {
	return packed(text, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
}

const blanksInMB = 1 << 20

var blanks = strings.Repeat(" ", blanksInMB)

// short is the time that a silent server is waited for. All that answers at all does so much sooner, on a busy
// machine too.
const short = 500 * time.Millisecond

func TestHostileServers(t *testing.T) {
	for _, h := range hostiles() {
		t.Run(h.name, func(t *testing.T) {
			if h.quick != nil {
				t.Parallel() // it only waits
			}
			h.check(t, h.start(t)+"/start")
		})
	}
}

// start starts the server and returns its address.
func (h hostile) start(t *testing.T) string {
	t.Helper()
	if h.serve != nil {
		s := httptest.NewServer(http.HandlerFunc(h.serve))
		t.Cleanup(s.Close)
		return s.URL
	}
	return listen(t, h.raw)
}

// listen makes a server of what is done with a connection.
func listen(t *testing.T, serve func(net.Conn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				serve(c)
			}()
		}
	}()
	return "http://" + l.Addr().String()
}

func (h hostile) check(t *testing.T, url string) {
	t.Helper()
	w := web()
	if h.quick != nil {
		h.quick(&w.Times)
	}
	g := get(w, url)
	if h.want != "" {
		sentence(t, g.err, h.want)
		return
	}
	if g.err != nil {
		t.Fatal(g.err)
	}
	if g.page.Kind != h.kind || !strings.HasPrefix(g.text, h.text) || h.size > 0 && len(g.text) != h.size {
		t.Errorf("got a %q of %d bytes that begins with %.40q; want a %q that begins with %.40q", g.page.Kind, len(g.text),
			g.text, h.kind, h.text)
	}
	if cut := g.page.Cut(); !strings.Contains(cut, h.cut) || (cut == "") != (h.cut == "") {
		t.Errorf("told %q of the missing rest, want %q", cut, h.cut)
	}
}

// sentence checks that an error is one clean sentence with the cause, and one with the next step.
func sentence(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %q", want)
	}
	text := err.Error()
	known, ok := err.(*Error) //nolint:errorlint // it is told as it is
	switch {
	case !ok || known.Advice == "" || !strings.HasPrefix(text, "Cannot open ") || !strings.HasSuffix(text, "."):
		t.Errorf("%q is no sentence with a next step", text)
	case !strings.Contains(text, want):
		t.Errorf("got %q, want %q", text, want)
	case len(text) > 400 || strings.ContainsAny(text, "\n\r\x1b\u009b") || !utf8.ValidString(text):
		t.Errorf("%q is not fit to be shown", text)
	}
}
