package content_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"lede/content/contenttest"
	"lede/content/fetch"
	"lede/model"

	"lede/content"
)

// crowd counts how many requests a server has at once. Each waits until the server has as many as it is to have.
type crowd struct {
	mu        sync.Mutex
	now, most int
	full      chan struct{} // closed when there are two
}

func (c *crowd) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	c.now++
	c.most = max(c.most, c.now)
	if c.now == fetch.MaxPerHost {
		select {
		case <-c.full:
		default:
			close(c.full)
		}
	}
	c.mu.Unlock()
	select {
	case <-c.full:
	case <-r.Context().Done():
	}
	c.mu.Lock()
	c.now--
	c.mu.Unlock()
	_, _ = fmt.Fprint(w, contenttest.PageOf("Page "+r.URL.Path))
}

func TestAddAsksAHostForTwoPagesAtOnce(t *testing.T) {
	c := &crowd{full: make(chan struct{})}
	s := httptest.NewServer(c)
	defer s.Close()
	l := content.New(content.Options{
		Web:  &fetch.Web{NotOpen: func(netip.Addr) bool { return false }},
		Path: filepath.Join(t.TempDir(), "library.db"),
	})
	defer l.Close()
	refs := make([]string, 12)
	for i := range refs {
		refs[i] = fmt.Sprintf("%s/%d", s.URL, i)
	}
	added := 0
	for step := range l.Add(context.Background(), refs, content.Files) {
		for _, err := range step.Errs {
			t.Error(err)
		}
		added = step.Added + step.Known
	}
	if added != len(refs) || c.most != fetch.MaxPerHost {
		t.Errorf("%d of %d pages, %d at once, want %d", added, len(refs), c.most, fetch.MaxPerHost)
	}
}

func TestAddEndsWithItsContext(t *testing.T) {
	asked := make(chan struct{}, 8)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/quick" {
			_, _ = fmt.Fprint(w, contenttest.PageOf("A page"))
			return
		}
		asked <- struct{}{}
		<-r.Context().Done()
	}))
	defer s.Close()
	l := content.New(content.Options{
		Web:  &fetch.Web{NotOpen: func(netip.Addr) bool { return false }},
		Path: filepath.Join(t.TempDir(), "library.db"),
	})
	defer l.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	last := model.Progress{}
	for step := range l.Add(ctx, []string{s.URL + "/silent", s.URL + "/quick"}, content.Files) {
		if step.Done > 0 && ctx.Err() == nil {
			<-asked
			cancel()
		}
		last = step
	}
	if !last.Last || last.Added != 1 || len(last.Errs) > 0 {
		t.Errorf("got %+v, want the page that came", last)
	}
}

func TestSlowPageIsShownAsFarAsItHasCome(t *testing.T) {
	begin, _, _ := strings.Cut(contenttest.PageOf(strings.Repeat(contenttest.Tides+"</p><p>", 400)), "<h2>After")
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = fmt.Fprint(w, begin)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}))
	defer s.Close()
	l := content.New(content.Options{Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }}})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	told := 0
	for o := range l.Open(ctx, s.URL) {
		if o.Err != nil {
			t.Fatal(o.Err)
		}
		if o.Article.Words == 0 {
			told++
			continue
		}
		if !o.Article.Partial || o.Article.Words < 1000 || o.Read != int64(len(begin)) {
			t.Errorf("got %d words of %d bytes, partial %v", o.Article.Words, o.Read, o.Article.Partial)
		}
		break
	}
	if told == 0 {
		t.Error("nothing told how much had come before that")
	}
}

func TestLongPageBeginsAtOnce(t *testing.T) {
	menu := "<html><head><script>" + strings.Repeat("x = 1; ", 20<<10) + "</script></head><body>"
	path := contenttest.File(t, "long.html", menu+
		strings.Repeat("<p>"+contenttest.Tides+contenttest.Tides+"</p>\n", 20<<10)+"</body></html>")
	got := contenttest.Steps(content.New(content.Options{}), path)
	var words []int
	for _, o := range got {
		words = append(words, o.Article.Words)
	}
	if n := len(got); n < 3 || words[0] != 0 || !got[n-2].Article.Partial || words[n-2] < 200 ||
		words[n-1] < 10*words[n-2] {
		t.Errorf("got the words %v in %d steps", words, n)
	}
}

func TestEncodingOfAPageIsThatOfItsBytesThenOfItsHeader(t *testing.T) {
	const utf8Text, russian, latin = "Größe über öde Höhen", "\xc2\xee\xe4\xe0 \xef\xee\xe4\xed\xff\xeb\xe0\xf1\xfc",
		"Gr\xf6\xdfe \xfcber \xf6de H\xf6hen"
	for _, c := range []struct{ header, text, want string }{
		{"text/html; charset=iso-8859-1", utf8Text, utf8Text},
		{"text/html; charset=utf-7", utf8Text, utf8Text},
		{"text/html; charset=windows-1251", russian, "Вода поднялась"},
		{`text/html; charset="Windows-1251"`, russian, "Вода поднялась"},
		{"text/html; charset=no-such-thing", latin, utf8Text},
		{"text/html; charset=utf-8", latin, utf8Text},
		{"text/html", latin, utf8Text},
	} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", c.header)
			_, _ = fmt.Fprint(w, "<html><head><title>x</title></head><body><article><p>"+strings.Repeat(c.text+". ", 30)+
				"</p></article></body></html>")
		}))
		a, err := content.New(content.Options{Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }}}).Read(
			context.Background(),
			s.URL)
		if err != nil || !strings.HasPrefix(contenttest.LeadOf(a), c.want) {
			t.Errorf("%s: got %q, %v, want %q", c.header, contenttest.LeadOf(a), err, c.want)
		}
		s.Close()
	}
}

func TestEndOfAPageTellsWhatIsMissing(t *testing.T) {
	for name, c := range map[string]struct {
		serve func(w http.ResponseWriter)
		want  string
	}{
		"cut off": {func(w http.ResponseWriter) {
			w.Header().Set("Content-Length", "99999")
			_, _ = fmt.Fprint(w, contenttest.PageOf("A page"))
		}, "The connection broke off: the rest of this page is missing."},
		"a part": {func(w http.ResponseWriter) {
			w.WriteHeader(http.StatusPartialContent)
			_, _ = fmt.Fprint(w, contenttest.PageOf("A page"))
		}, "The server sent only a part of this page."},
		"whole": {func(w http.ResponseWriter) { _, _ = fmt.Fprint(w, contenttest.PageOf("A page")) }, ""},
	} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { c.serve(w) }))
		a, err := content.New(content.Options{Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }}}).Read(
			context.Background(),
			s.URL)
		s.Close()
		if err != nil {
			t.Fatal(err)
		}
		blocks := a.Blocks()
		last, told := blocks[len(blocks)-1].(model.Notice)
		if contenttest.LeadOf(a) != "A page" || last.Source != c.want || told != (c.want != "") {
			t.Errorf("%s: the end says %q, want %q", name, last.Source, c.want)
		}
	}
}
