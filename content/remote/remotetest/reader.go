package remotetest

import (
	"cmp"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// Reader is a server of the Google Reader API with the traps of several: user "ada", password "secret". Its fields are
// set before the first request.
type Reader struct {
	URL string
	At  string // the path of the API, such as "/api/greader.php"; "" for the root
	Cap int    // the most IDs of a page; 0 for no limit
	// Drop leaves out the entry after the boundary of a page, and ends an exact multiple with an empty page.
	Drop    bool
	NoCount bool // there is no unread-count
	Flips   bool // a tag that an entry has is removed when it is to be added, as a Miniflux before 2.3 does
	// ID writes an ID in a list, and in an entry; nil writes decimal and long hexadecimal ones.
	ID func(n int64) (list, entry string)

	mu      sync.Mutex
	entries map[int64]*Tagged
	logins  int
	posts   []string
}

// Tagged is an entry on a Reader.
type Tagged struct {
	Title string
	Tags  []string // without "user/-/"
}

const (
	// Read is the tag of read entries.
	Read = "state/com.google/read"
	// Starred is the tag of starred ones.
	Starred = "state/com.google/starred"
)

// NewReader starts one that ends with the test.
func NewReader(t testing.TB) *Reader {
	t.Helper()
	r := &Reader{entries: map[int64]*Tagged{}}
	s := httptest.NewServer(http.HandlerFunc(r.serve))
	t.Cleanup(s.Close)
	r.URL = s.URL
	return r
}

// Fill adds n unread entries from an ID on.
func (s *Reader) Fill(first int64, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range int64(n) {
		s.entries[first+i] = &Tagged{Title: fmt.Sprintf("Tide %d", first+i)}
	}
}

// Entry returns an entry.
func (s *Reader) Entry(id int64) Tagged {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e := s.entries[id]; e != nil {
		return *e
	}
	return Tagged{}
}

// Tag adds a tag to entries.
func (s *Reader) Tag(tag string, ids ...int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, id := range ids {
		s.entries[id].Tags = append(s.entries[id].Tags, tag)
	}
}

// Posts returns the forms that were posted, as they came.
func (s *Reader) Posts() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.posts)
}

// Forget ends all logins and tokens.
func (s *Reader) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.logins++
}

func (s *Reader) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	path, ok := strings.CutPrefix(r.URL.Path, s.At)
	if !ok {
		http.NotFound(w, r)
		return
	}
	body, _ := io.ReadAll(io.LimitReader(r.Body, 1<<20)) // what is more is ignored
	r.Body = io.NopCloser(strings.NewReader(string(body)))
	_ = r.ParseForm()
	auth, token := fmt.Sprintf("ada/%d", s.logins), fmt.Sprintf("token%d", s.logins)
	if s.Flips {
		auth = fmt.Sprintf("ada/%040x", s.logins)
	}
	if path == "/accounts/ClientLogin" {
		if r.PostForm.Get("Email") != "ada" || r.PostForm.Get("Passwd") != "secret" {
			http.Error(w, "Error=BadAuthentication", http.StatusUnauthorized)
			return
		}
		_, _ = fmt.Fprintf(w, "SID=x\nLSID=null\nAuth=%s\n", auth)
		return
	}
	post := r.Method == http.MethodPost
	if r.Header.Get("Authorization") != "GoogleLogin auth="+auth || post && r.Form.Get("T") != token {
		w.Header().Set("X-Reader-Google-Bad-Token", "true")
		http.Error(w, "Unauthorized", http.StatusUnauthorized)
		return
	}
	if post {
		s.posts = append(s.posts, string(body))
	}
	switch strings.TrimPrefix(path, "/reader/api/0/") {
	case "token":
		_, _ = io.WriteString(w, token+"\n")
	case "user-info":
		write(w, map[string]any{"userName": "ada", "userId": "1"})
	case "subscription/list":
		write(w, map[string]any{"subscriptions": []any{map[string]any{
			"id": "feed/1", "title": "Tides", "url": "https://tides.example/feed",
			"categories": []any{map[string]string{"id": "user/-/label/Sea", "label": "Sea"}},
		}}})
	case "tag/list":
		write(w, map[string]any{"tags": []any{
			map[string]string{"id": "user/-/state/com.google/starred"},
			map[string]string{"id": "user/-/label/Sea", "type": "folder"},
			map[string]string{"id": "user/1/label/moon", "type": "tag"},
		}})
	case "unread-count":
		if s.NoCount {
			http.NotFound(w, r)
			return
		}
		n := len(s.stream("state/com.google/reading-list", Read))
		write(w, map[string]any{"unreadcounts": []any{map[string]any{
			"id": "user/-/state/com.google/reading-list", "count": n,
		}}})
	case "stream/items/ids":
		s.list(w, r)
	case "stream/items/contents":
		s.contents(w, r)
	case "edit-tag":
		s.edit(r)
		_, _ = io.WriteString(w, "OK")
	case "mark-all-as-read":
		_, _ = io.WriteString(w, "OK")
	default:
		http.NotFound(w, r)
	}
}

// stream are the IDs of a stream, the newest first.
func (s *Reader) stream(of, without string) []int64 {
	var ids []int64
	for id, e := range s.entries {
		in := of == "state/com.google/reading-list" || slices.Contains(e.Tags, of)
		if of == Read {
			in = true // FreshRSS put unread ones into it
		}
		if in && (without == "" || !slices.Contains(e.Tags, without)) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b int64) int { return cmp.Compare(b, a) })
	return ids
}

func short(stream string) string {
	if rest, ok := strings.CutPrefix(stream, "user/"); ok {
		_, stream, _ = strings.Cut(rest, "/")
	}
	return stream
}

func (s *Reader) list(w http.ResponseWriter, r *http.Request) {
	ids := s.stream(short(r.Form.Get("s")), short(r.Form.Get("xt")))
	if r.Form.Get("r") == "o" {
		slices.Reverse(ids)
	}
	n, _ := strconv.Atoi(r.Form.Get("n"))
	if n = cmp.Or(n, 20); s.Cap > 0 {
		n = min(n, s.Cap)
	}
	from, _ := strconv.Atoi(r.Form.Get("c"))
	if from > 0 && s.Drop {
		from++
	}
	ids = ids[min(from, len(ids)):]
	answer := map[string]any{}
	if len(ids) > n || s.Drop && len(ids) == n {
		answer["continuation"] = strconv.Itoa(from + n)
		ids = ids[:n]
	}
	refs := []any{}
	for _, id := range ids {
		text, _ := s.id(id)
		refs = append(refs, map[string]string{"id": text})
	}
	answer["itemRefs"] = refs
	write(w, answer)
}

func (s *Reader) id(n int64) (list, entry string) {
	if s.ID != nil {
		return s.ID(n)
	}
	//nolint:gosec // the IDs are signed
	return strconv.FormatInt(n, 10), fmt.Sprintf("tag:google.com,2005:reader/item/%016x", uint64(n))
}

// named are the entries that a form names, in any of their forms.
func (s *Reader) named(r *http.Request) []int64 {
	var ids []int64
	for id := range s.entries {
		list, entry := s.id(id)
		if all := r.Form["i"]; slices.Contains(all, list) || slices.Contains(all, entry) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (s *Reader) contents(w http.ResponseWriter, r *http.Request) {
	items := []any{}
	for _, id := range s.named(r) {
		_, text := s.id(id)
		tags := []string{"user/1/label/Sea", "user/-/state/com.google/reading-list"}
		for _, t := range s.entries[id].Tags {
			tags = append(tags, "user/-/"+t)
		}
		items = append(items, map[string]any{
			"id": text, "title": s.entries[id].Title, "published": 1_700_000_000 - id, "categories": tags,
			"crawlTimeMsec": strconv.FormatInt(1_700_000_000_000+id, 10), "origin": map[string]string{"streamId": "feed/1"},
			"canonical": []any{map[string]string{"href": fmt.Sprintf("https://tides.example/%d", id)}},
			"summary":   map[string]string{"content": fmt.Sprintf("<p>It rose %d cm.<script>x()</script></p>", id)},
		})
	}
	write(w, map[string]any{"items": items, "updated": time.Unix(1_700_000_000, 0).Unix()})
}

// edit adds or removes one tag: of several that a request names the others are left alone.
func (s *Reader) edit(r *http.Request) {
	add, remove := short(r.Form.Get("a")), short(r.Form.Get("r"))
	for _, id := range s.named(r) {
		e := s.entries[id]
		had := slices.Contains(e.Tags, add)
		e.Tags = slices.DeleteFunc(e.Tags, func(t string) bool { return t == remove || t == add })
		if add != "" && (!s.Flips || !had) {
			e.Tags = append(e.Tags, add)
		}
	}
}
