package reading_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/fetch"
	"lede/model"

	"lede/content"
)

// paged is a site of pages, each with the words given and a link to the next one where link says so.
type paged struct {
	*httptest.Server
	asked []string
}

// newPaged serves an article whose pages say what bodies say. The last one leads on to where after says.
func newPaged(t *testing.T, bodies []string, after string) *paged {
	t.Helper()
	p := &paged{}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.asked = append(p.asked, r.URL.Path)
		n := 1
		if _, err := fmt.Sscanf(r.URL.Path, "/tide/%d", &n); err != nil && r.URL.Path != "/tide" || n > len(bodies) {
			http.NotFound(w, r)
			return
		}
		next := fmt.Sprintf(`<a rel="next" href="/tide/%d">Next page</a>`, n+1)
		if n == len(bodies) {
			next = after
		}
		_, _ = fmt.Fprintf(w,
			`<html><head><title>The tide</title><meta property="og:type" content="article"><meta name="author" `+
				`content="Writer Number%d"></head>`+
				`<body><main><h1>The tide</h1><p>%s</p>%s</main><div class="pager">%s</div></body></html>`, n, deck,
			bodies[n-1], next)
	}))
	t.Cleanup(p.Close)
	return p
}

const deck = "A night on the quay with the people who have carried their scales to the first floor for the third " +
	"time this year."

// words is a paragraph that says n.
func words(n string) string {
	return "<p>" + n +
		" says that the water came up through the drains first, and that by six on Sunday morning it stood across the " +
		"lower quay.</p>"
}

func (p *paged) read(t *testing.T) (model.Article, *content.Library) {
	t.Helper()
	ref := p.URL + "/tide"
	l := content.New(content.Options{Web: &fetch.Web{}, Typed: []string{ref}})
	a, err := l.Read(context.Background(), ref)
	if err != nil {
		t.Fatal(err)
	}
	return a, l
}

// said is the first words of headings and blocks.
func said(a model.Article) []string {
	var all []string
	for _, s := range a.Sections {
		if s.Title != "" {
			all = append(all, "# "+s.Title)
		}
		for _, b := range s.Blocks {
			first, _, _ := strings.Cut(b.Text(), " ")
			all = append(all, first)
		}
	}
	return all
}

func TestPagesOfAnArticleAreJoined(t *testing.T) {
	p := newPaged(t, []string{
		words("One") + "<h2>The gauges</h2>" + words("Two"),
		words("Three") + "<h2>The council</h2>" + words("Four"),
		words("Two") + words("Five"),
	}, "")
	a, _ := p.read(t)
	want := []string{"A", "One", "# The gauges", "Two", "Three", "# The council", "Four", "Five"}
	if diff := cmp.Diff(want, said(a)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if a.Title != "The tide" || len(a.Byline) != 1 || a.Byline[0] != "Writer Number1" || a.Next != "" || a.Partial ||
		a.URL != p.URL+"/tide" {
		t.Errorf("got %q by %q, next %q, partial %v, at %s", a.Title, a.Byline, a.Next, a.Partial, a.URL)
	}
	if len(a.Reasons) != len(want) || a.Words != a.CountWords() {
		t.Errorf("got %d reasons for %d parts, %d words of %d", len(a.Reasons), len(want), a.Words, a.CountWords())
	}
}

func TestJoiningEnds(t *testing.T) {
	three := []string{words("One"), words("Two"), words("Three")}
	many := make([]string, 30)
	for i := range many {
		many[i] = words(fmt.Sprintf("Page%d", i))
	}
	for _, c := range []struct {
		name   string
		bodies []string
		after  string
		asked  int
		notice string
	}{
		{"at the last page", three, "", 3, ""},
		{"where a page is missing", three, `<a href="/tide/4">4</a>`, 4, "/tide/4"},
		{"where pages lead round", three, `<a href="/tide">Next page</a>`, 3, ""},
		{"where a page says nothing new", append(three, words("Two")), `<a href="/tide/5">5</a>`, 4, ""},
		{"where it leads to another site", three, `<a href="http://other.example/tide/4">4</a>`, 3, ""},
		{"after twenty pages", many, "", 20, "/tide/21"},
	} {
		p := newPaged(t, c.bodies, c.after)
		a, _ := p.read(t)
		if len(p.asked) != c.asked {
			t.Errorf("%s: asked for %d pages, want %d: %v", c.name, len(p.asked), c.asked, p.asked)
		}
		blocks := a.Blocks()
		notice, isNotice := blocks[len(blocks)-1].(model.Notice)
		if isNotice != (c.notice != "") || c.notice != "" && (notice.Kind != model.Continues ||
			!strings.Contains(notice.Source, "](<"+p.URL+c.notice+">)") || !strings.HasSuffix(notice.Text(), c.notice)) {
			t.Errorf("%s: got %+v, want a notice with %q", c.name, blocks[len(blocks)-1], c.notice)
		}
	}
}

func TestAJoinedArticleIsReadAgainWhole(t *testing.T) {
	p := newPaged(t, []string{words("One"), words("Two")}, "")
	a, l := p.read(t)
	again, err := l.Reread(context.Background(), &a, false)
	if diff := cmp.Diff(said(a), said(again)); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

func TestFirstPageIsShownBeforeTheOthers(t *testing.T) {
	p := newPaged(t, []string{words("One"), words("Two"), words("Three")}, "")
	_, l := p.read(t)
	var got []string
	for o := range l.Open(context.Background(), p.URL+"/tide") {
		if o.Err != nil {
			t.Fatal(o.Err)
		}
		if len(o.Article.Sections) > 0 {
			got = append(got, fmt.Sprint(len(o.Article.Blocks()), o.Article.Partial))
		}
	}
	if diff := cmp.Diff([]string{"2 true", "3 true", "4 false"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestArticlesOfSeveralPagesAreReadSideBySide reads as many articles of a host at once as it is asked for pages at
// once.
func TestArticlesOfSeveralPagesAreReadSideBySide(t *testing.T) {
	var both sync.WaitGroup
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, second := strings.CutSuffix(r.URL.Path, "/2")
		next := ""
		if !second {
			next = `<a rel="next" href="` + name + `/2">Next page</a>`
			both.Done()
			both.Wait() // no first page ends before all have been asked for
		}
		_, _ = fmt.Fprintf(w, "<title>The tide</title><article><h1>The tide</h1>%s</article>%s", words(r.URL.Path), next)
	}))
	defer s.Close()
	l := content.New(content.Options{Web: &fetch.Web{}, Typed: []string{s.URL}})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for way, read := range map[string]func(string) (model.Article, error){
		"read": func(ref string) (model.Article, error) { return l.Read(ctx, ref) },
		"opened": func(ref string) (a model.Article, err error) {
			for o := range l.Open(ctx, ref) {
				a, err = o.Article, o.Err
			}
			return a, err
		},
	} {
		both.Add(fetch.MaxPerHost)
		var all sync.WaitGroup
		for n := range fetch.MaxPerHost {
			all.Go(func() {
				name := fmt.Sprintf("/%c", 'a'+n)
				a, err := read(s.URL + name)
				if got, want := strings.Join(said(a), " "), name+" "+name+"/2"; err != nil || got != want {
					t.Errorf("%s: got %q, %v, want %q", way, got, err, want)
				}
			})
		}
		all.Wait()
	}
}
