package download_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"lede/content/download"
	"lede/content/fetch"
	"lede/model/attached"
)

// server serves one file, well or badly.
type server struct {
	*httptest.Server
	mu      sync.Mutex
	text    string
	etag    string
	cut     int                                               // bytes after which each answer breaks off; 0 for never
	twist   func(w http.ResponseWriter, r *http.Request) bool // answers in place of the server when true
	ranges  []string                                          // the Range and If-Range of each request
	noRange bool                                              // it does not know of parts
}

func serve(t *testing.T, text, etag string) *server {
	t.Helper()
	s := &server{text: text, etag: etag}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ranges = append(s.ranges, strings.TrimSpace(r.Header.Get("Range")+" "+r.Header.Get("If-Range")))
	if s.twist != nil && s.twist(w, r) {
		return
	}
	from, status := 0, http.StatusOK
	if s.etag != "" {
		w.Header().Set("ETag", s.etag)
	}
	if r.Header.Get("Range") != "" && !s.noRange && r.Header.Get("If-Range") == s.etag {
		_, _ = fmt.Sscanf(r.Header.Get("Range"), "bytes=%d-", &from)
		w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", from, len(s.text)-1, len(s.text)))
		status = http.StatusPartialContent
	}
	part := s.text[from:]
	w.Header().Set("Content-Type", "audio/mpeg")
	w.Header().Set("Content-Length", strconv.Itoa(len(part)))
	w.WriteHeader(status)
	if s.cut > 0 && s.cut < len(part) {
		part = part[:s.cut]
	}
	_, _ = w.Write([]byte(part)) // less than was promised breaks the connection off
}

// web fetches from this machine too.
func web() *fetch.Web { return &fetch.Web{NotOpen: func(netip.Addr) bool { return false }} }

func loader(folder string, w *fetch.Web) *download.Loader {
	run := func(_ string, f func()) { f() }
	into := func() string { return folder }
	return download.New(download.Options{Web: w, Folder: into, Most: 1e6, Run: run})
}

// get downloads a file and returns the last step.
func get(ctx context.Context, folder, url string) attached.Progress {
	var last attached.Progress
	for p := range loader(folder, web()).Download(ctx, attached.File{URL: url, Name: "episode.mp3"}) {
		last = p
	}
	return last
}

// files are the names and texts of a folder.
func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}

// only fails unless a folder holds one file, of a name and a text.
func only(t *testing.T, folder, name, text string) {
	t.Helper()
	got := files(t, folder)
	if len(got) != 1 || got[name] != text {
		t.Errorf("the folder holds %q, want %s alone with %q", got, name, text)
	}
}

func TestAFileIsSavedUnderItsNameWhenItIsWhole(t *testing.T) {
	s := serve(t, "the whole episode", `"one"`)
	folder := filepath.Join(t.TempDir(), "made", "for it")
	last := get(t.Context(), folder, s.URL+"/a/episode%20one.mp3?x=1")
	want := filepath.Join(folder, "episode one.mp3")
	if last.Err != nil || last.Path != want || last.Bytes != 17 || last.Size != 17 || !last.Last {
		t.Errorf("the last step is %+v, want the path %s", last, want)
	}
	only(t, folder, "episode one.mp3", s.text)
}

func TestNothingIsOverwritten(t *testing.T) {
	s := serve(t, "new", "")
	folder := t.TempDir()
	for _, name := range []string{"a.mp3", "a (2).mp3"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if last := get(t.Context(), folder, s.URL+"/a.mp3"); last.Path != filepath.Join(folder, "a (3).mp3") {
		t.Errorf("the last step is %+v", last)
	}
	if got := files(t, folder); got["a.mp3"] != "mine" || got["a (2).mp3"] != "mine" || got["a (3).mp3"] != "new" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestADownloadGoesOnWhereTheConnectionBrokeOff(t *testing.T) {
	s := serve(t, "one two three four", `"e1"`)
	s.cut = 7
	folder := t.TempDir()
	if last := get(t.Context(), folder, s.URL+"/e.mp3"); last.Err != nil {
		t.Fatal(last.Err)
	}
	only(t, folder, "e.mp3", s.text)
	if want := []string{"", `bytes=7- "e1"`, `bytes=14- "e1"`}; !slices.Equal(s.ranges, want) {
		t.Errorf("the server was asked for %q, want %q", s.ranges, want)
	}
}

func TestWithoutValidatorsAFileComesAnew(t *testing.T) {
	s := serve(t, "one two three four", "")
	s.cut = 7
	folder := t.TempDir()
	if last := get(t.Context(), folder, s.URL+"/e.mp3"); last.Err == nil || len(s.ranges) != 1 {
		t.Errorf("the last step is %+v after %q", last, s.ranges)
	}
	s.cut = 0
	if last := get(t.Context(), folder, s.URL+"/e.mp3"); last.Err != nil || s.ranges[1] != "" {
		t.Errorf("the last step is %+v after %q", last, s.ranges)
	}
	only(t, folder, "e.mp3", s.text)
}

// TestAPartIsOfUseToTheNextDownload lets a server fail in the middle, and then be another one.
func TestAPartIsOfUseToTheNextDownload(t *testing.T) {
	whole := func(etag string) func(w http.ResponseWriter, r *http.Request) bool {
		return func(w http.ResponseWriter, r *http.Request) bool {
			if r.Header.Get("Range") == "" {
				return false
			}
			w.Header().Set("ETag", etag) // a server that knows no If-Range
			w.Header().Set("Content-Range", "bytes 7-17/18")
			w.WriteHeader(http.StatusPartialContent)
			_, _ = w.Write([]byte("another end"))
			return true
		}
	}
	status := func(code int, part string) func(w http.ResponseWriter, r *http.Request) bool {
		return func(w http.ResponseWriter, r *http.Request) bool {
			if r.Header.Get("Range") == "" {
				return false
			}
			w.Header().Set("Content-Range", part)
			w.WriteHeader(code)
			return true
		}
	}
	for name, then := range map[string]struct {
		change func(s *server)
		asked  []string
	}{
		"the same":                 {func(*server) {}, []string{`bytes=7- "e1"`}},
		"changed":                  {func(s *server) { s.text, s.etag = "another text", `"e2"` }, []string{`bytes=7- "e1"`}},
		"without parts":            {func(s *server) { s.noRange = true }, []string{`bytes=7- "e1"`}},
		"changed, and blind to it": {func(s *server) { s.twist = whole(`"e2"`) }, []string{`bytes=7- "e1"`, ""}},
		"with another part": {
			func(s *server) { s.twist = status(http.StatusPartialContent, "bytes 3-17/18") }, []string{`bytes=7- "e1"`, ""},
		},
		"without a word on the part": {
			func(s *server) { s.twist = status(http.StatusPartialContent, "") }, []string{`bytes=7- "e1"`, ""},
		},
		"of another size": {
			func(s *server) { s.twist = status(http.StatusPartialContent, "bytes 7-98/99") }, []string{`bytes=7- "e1"`, ""},
		},
		"shorter": {
			func(s *server) { s.twist = status(http.StatusRequestedRangeNotSatisfiable, "bytes */5") },
			[]string{`bytes=7- "e1"`, ""},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, "one two three four", `"e1"`)
			folder := t.TempDir()
			s.cut = 7
			s.twist = func(w http.ResponseWriter, r *http.Request) bool { // once only
				if r.Header.Get("Range") != "" {
					w.WriteHeader(http.StatusServiceUnavailable)
					return true
				}
				return false
			}
			if last := get(t.Context(), folder, s.URL+"/e.mp3"); last.Err == nil || last.Bytes != 7 {
				t.Fatalf("the last step is %+v", last)
			}
			s.cut, s.twist, s.ranges = 0, nil, nil
			then.change(s)
			if last := get(t.Context(), folder, s.URL+"/e.mp3"); last.Err != nil {
				t.Fatal(last.Err)
			}
			only(t, folder, "e.mp3", s.text)
			if !slices.Equal(s.ranges, then.asked) {
				t.Errorf("the server was asked for %q, want %q", s.ranges, then.asked)
			}
		})
	}
}
